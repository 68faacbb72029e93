import { expect, test } from 'vitest';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import { TOPICS } from '#lib/rights/topics.ts';
import { KADER_ARTICLES } from './kader-texts.ts';

test.each(KADER_KINDS)(
	'%s is explained in an article, and its address does not name it',
	(kind) => {
		expect(TOPICS).toContain(KADER_ARTICLES[kind]);
		expect(KADER_ARTICLES[kind]).not.toMatch(/ots|toezicht|uithuis|reclassering|gesloten/);
	}
);
