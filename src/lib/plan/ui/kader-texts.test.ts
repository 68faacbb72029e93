import { expect, test } from 'vitest';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import { KADER_TEXTS, kaderAnchor } from './kader-texts.ts';

test.each(KADER_KINDS)(
	'%s is explained with an article, and its address does not name it',
	(kind) => {
		expect(KADER_TEXTS[kind].law.length).toBeGreaterThan(0);
		expect(kaderAnchor(kind)).toMatch(/^kader-\d$/);
	}
);
