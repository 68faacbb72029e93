import { describe, expect, test } from 'vitest';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import { decideMust, STAGE_OF_KADER } from '#lib/rights/must.rules.ts';
import { strictest } from '#lib/plan/rules.ts';
import { day } from '#lib/kernel/calendar.ts';
import {
	aFamily,
	AGES,
	BORN,
	CHILD,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import { answersOf, whoOf } from './rules.ts';

test.each<[string, Viewer, string | null]>([
	['the child', { self: true, relation: 'kind' }, 'jongere'],
	['a parent', { relation: 'ouder' }, 'ouder'],
	['a guardian', { relation: 'voogd' }, 'voogd'],
	['a foster parent', { relation: 'pleegouder' }, 'pleegouder'],
	['a family-home parent', { relation: 'gezinshuisouder' }, 'pleegouder'],
	['a grandmother', { relation: 'netwerk' }, 'anders'],
	['a supporter', { relation: 'steun' }, 'anders'],
	['a professional', { relation: 'professional' }, null],
	['a regisseur who takes part too', { relation: 'netwerk', regisseur: 'now' }, null],
	['a parent who left', { relation: 'ouder', until: TODAY }, null],
	['a stranger', {}, null]
])('%s answers to who?', (_, viewer, who) => {
	expect(whoOf(aFamily(BORN['12'], viewer), viewer.self ? CHILD : VIEWER)).toBe(who);
});

const asked = { person: VIEWER, child: CHILD, kaders: [], directive: false, region: 'rijnmond' };

describe('what a parent would answer', () => {
	test('the age, on the day of asking', () => {
		const viewer: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
		const ages = AGES.map((age) => answersOf(aFamily(BORN[age], viewer), 'ouder', asked).age);
		expect(ages).toEqual(['under12', 'from12', 'from12', 'from16', 'from16', 'from18']);
	});

	test.each<[string, Viewer, string]>([
		['with gezag', { relation: 'ouder', gezag: 'eenhoofdig' }, 'ja'],
		['without', { relation: 'ouder' }, 'nee'],
		['for the time being without', { relation: 'ouder', gezag: 'tijdelijk_geen' }, 'nee'],
		['until today', { relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY }, 'nee']
	])('%s', (_, viewer, gezag) => {
		expect(answersOf(aFamily(BORN['12'], viewer), 'ouder', asked).gezag).toBe(gezag);
	});

	test('kaders, a directive that runs, and the region', () => {
		const family = aFamily(day('2013-01-01'), { relation: 'ouder' });
		const answers = answersOf(family, 'ouder', {
			...asked,
			kaders: ['intensief_vrijwillig', 'ots'],
			directive: true
		});
		expect(answers).toMatchObject({ heard: ['druk', 'ots', 'aanwijzing'], region: 'rijnmond' });
		expect(answersOf(family, 'ouder', { ...asked, region: 'regio' }).region).toBe('anders');
	});
});

test('what is strictest here is strictest in the plan', () => {
	for (const one of KADER_KINDS)
		for (const other of KADER_KINDS) {
			const kaders = [one, other];
			const { stages } = decideMust({
				...{ who: 'ouder', age: 'from12', gezag: 'ja', region: 'anders' },
				heard: kaders.map((kind) => STAGE_OF_KADER[kind])
			});
			expect(stages[0].stage).toBe(STAGE_OF_KADER[strictest(kaders) ?? one]);
		}
});
