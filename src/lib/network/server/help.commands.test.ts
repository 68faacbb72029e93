import { expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { Refused } from '#lib/server/refused.ts';
import { auditEntry, networkHelp } from '#lib/server/db/schema/index.ts';
import { dump } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { ChangeHelpInput, EndHelpInput, HelpInput } from '../model.ts';
import { addHelp, changeHelp, endHelp } from './help.commands.ts';
import { getNetworkPage, listNetwork } from './queries.ts';
import { loadPlan } from '#lib/plan/server/load.ts';

const spec: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Noor', relation: 'kind', born: day('2013-06-01') },
		{ id: 'Milan', relation: 'kind', born: day('2019-01-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'tweehoofdig', Milan: 'tweehoofdig' } },
		{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'tweehoofdig' } },
		{ id: 'exman', relation: 'ouder' },
		{ id: 'oma', relation: 'netwerk' },
		{ id: 'opa', relation: 'netwerk' },
		{ id: 'werker', relation: 'professional' }
	],
	regisseurs: [{ id: 'Anna' }]
};
const FAMILY = 'gezin' as FamilyId;
const uuid = () => crypto.randomUUID();
const input = (more: Record<string, string> = {}) =>
	HelpInput.parse({
		...{ key: uuid(), person: 'oma', help: 'Haalt op uit school', since: '2026-10-01' },
		...more
	});
const as = (who: string) => aPerson(personId(who), who === 'Anna' ? 'second-factor' : 'link');

async function world() {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, spec);
	const rows = () => ctx.db.read.select().from(networkHelp);
	const log = () => ctx.db.read.select().from(auditEntry);
	const add = (who: string, more?: Record<string, string>) =>
		addHelp(ctx, as(who), FAMILY, input(more));
	const page = (who: string) => getNetworkPage(ctx, as(who), FAMILY);
	return { ctx, rows, log, add, page };
}

test('a mother writes down that grandmother helps, changes it, and grandmother ends it', async () => {
	const { ctx, rows, log, add, page } = await world();
	await add('moeder');
	const [line] = (await page('moeder')).now;
	expect(line).toMatchObject({ name: 'oma', wholeFamily: true, mayChange: true, mayEnd: true });
	const change = ChangeHelpInput.parse({
		...input({ help: 'Past op', 'child-Noor': 'on', until: '2027-01-01' }),
		...{ line: line?.id, person: 'oma', name: '', until: '2027-01-01' }
	});
	await changeHelp(ctx, as('moeder'), FAMILY, change);
	expect(await rows()).toMatchObject([
		{ help: 'Past op', children: ['Noor'], until: '2027-01-01' }
	]);
	const end = EndHelpInput.parse({ key: uuid(), line: line?.id });
	await endHelp(ctx, as('oma'), FAMILY, end);
	expect(await rows()).toMatchObject([{ until: '2026-11-22' }]);
	const later = await page('moeder');
	expect([later.now, later.before.map(({ help }) => help)]).toEqual([[], ['Past op']]);
	expect((await log()).map(({ ability }) => ability)).toEqual([
		'network-help.write',
		'network-help.write',
		'network-help.end'
	]);
});

test('each sees the own part: half-siblings, the whole family, and who helps', async () => {
	const { add, page } = await world();
	await add('moeder', { help: 'voor Milan', 'child-Milan': 'on' });
	await add('moeder', { help: 'voor Noor', person: 'opa', 'child-Noor': 'on' });
	await add('moeder', { help: 'voor allebei', 'child-Noor': 'on', 'child-Milan': 'on' });
	await add('moeder', { help: 'voor allen' });
	await add('Noor', { help: 'van Noor zelf', person: '', name: 'buurvrouw Ria' });
	const told = async (who: string) =>
		(await page(who)).now
			.map(({ help, about }) => `${help}: ${about.map(({ name }) => name).join(' ')}`)
			.toSorted();
	const all = ['van Noor zelf: Noor', 'voor Milan: Milan', 'voor Noor: Noor'];
	expect(await told('moeder')).toEqual(
		[...all, 'voor allebei: Noor Milan', 'voor allen: '].toSorted()
	);
	expect(await told('Anna')).toEqual(await told('moeder'));
	const ofNoor = ['van Noor zelf: Noor', 'voor Noor: Noor', 'voor allebei: Noor'];
	expect(await told('vader')).toEqual(ofNoor.toSorted());
	expect(await told('Noor')).toEqual(ofNoor.toSorted());
	expect(await told('oma')).toEqual(['voor Milan: ', 'voor allebei: ', 'voor allen: ']);
	expect(await told('opa')).toEqual(['voor Noor: ']);
	for (const who of ['exman', 'werker', 'Milan', 'niemand'])
		await expect(page(who)).rejects.toBeInstanceOf(Denied);
	const [noors] = (await page('vader')).now.filter(({ help }) => help === 'voor allebei');
	expect([noors?.mayChange, noors?.mayEnd]).toEqual([false, false]);
	expect((await page('oma')).form).toBeNull();
	expect((await page('vader')).form?.children.map(({ name }) => name)).toEqual(['Noor']);
});

test.each([
	['a parent without gezag', 'exman', {}],
	['a parent, about a half-sibling', 'vader', { 'child-Milan': 'on' }],
	['a child under 12', 'Milan', {}],
	['grandmother', 'oma', {}],
	['a professional', 'werker', {}],
	['a stranger', 'niemand', {}],
	['a mother, about a child of elsewhere', 'moeder', { 'child-elders': 'on' }]
])('%s writes nothing', async (_, who, more) => {
	const { ctx, add } = await world();
	const before = await dump(ctx.db);
	await expect(add(who, more)).rejects.toBeInstanceOf(Denied);
	expect(await dump(ctx.db)).toBe(before);
});

test.each<[string, Record<string, string>, string, Record<string, string>]>([
	['nobody', { person: '' }, 'moeder', { person: 'network.whoEmpty' }],
	['two people', { name: 'Ria' }, 'moeder', { name: 'network.whoTwice' }],
	['a professional', { person: 'werker' }, 'moeder', { person: 'network.whoUnknown' }],
	['a parent', { person: 'exman' }, 'moeder', { person: 'network.whoUnknown' }],
	['somebody of elsewhere', { person: 'elders' }, 'moeder', { person: 'network.whoUnknown' }],
	['an end before the start', { until: '2026-10-01' }, 'moeder', { until: 'network.untilBefore' }],
	['no child, of two', {}, 'vader', { children: 'network.childrenEmpty' }]
])('a line with %s is told, and changes nothing', async (_, more, who, errors) => {
	const { ctx, add } = await world();
	const before = await dump(ctx.db);
	const problem: unknown = await add(who, more).catch((thrown: unknown) => thrown);
	expect(problem).toBeInstanceOf(Refused);
	expect(problem).toMatchObject({ errors });
	expect(await dump(ctx.db)).toBe(before);
});

test.each([
	['no words', { help: '  ' }, 'help'],
	['too many words', { help: 'a'.repeat(501) }, 'help'],
	['no day', { since: '' }, 'since'],
	['a day that does not exist', { since: '2026-02-30' }, 'since'],
	['a wrong end', { until: 'morgen' }, 'until'],
	['a strange person', { person: '<b>' }, 'person']
])('a form with %s is not taken', (_, more, field) => {
	const parsed = HelpInput.safeParse({ ...input(), name: '', until: '', ...more });
	expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test('a double tap writes one line', async () => {
	const { ctx, rows, log } = await world();
	const once = input();
	await Promise.all([1, 2, 3].map(() => addHelp(ctx, as('moeder'), FAMILY, once)));
	expect([(await rows()).length, (await log()).length]).toEqual([1, 1]);
});

test('nobody changes or ends what is not theirs, and what was hidden is as unknown', async () => {
	const { ctx, rows, add } = await world();
	await add('moeder', { 'child-Milan': 'on' });
	const [row] = await rows();
	const before = await dump(ctx.db);
	for (const who of ['vader', 'exman', 'opa', 'Noor', 'werker', 'niemand']) {
		const line = row?.id ?? '';
		const change = ChangeHelpInput.parse({ ...input(), name: '', until: '', line });
		const end = EndHelpInput.parse({ key: uuid(), line });
		await expect(changeHelp(ctx, as(who), FAMILY, change)).rejects.toMatchObject({
			decision: { outcome: 'hide' }
		});
		await expect(endHelp(ctx, as(who), FAMILY, end)).rejects.toBeInstanceOf(Denied);
	}
	expect(await dump(ctx.db)).toBe(before);
});

test('the regisseur reads and it is written down; family is not', async () => {
	const { log, page } = await world();
	await page('moeder');
	await page('Noor');
	expect(await log()).toEqual([]);
	await page('Anna');
	expect(await log()).toMatchObject([{ actorId: 'Anna', thing: 'network', action: 'read' }]);
});

test('other pages list what holds today, as far as this person may see it', async () => {
	const { ctx, add } = await world();
	await add('moeder', { help: 'nu', 'child-Noor': 'on' });
	await add('moeder', { help: 'voorbij', until: '2026-11-22', 'child-Noor': 'on' });
	await add('moeder', { help: 'morgen voorbij', until: '2026-11-23', 'child-Noor': 'on' });
	await add('moeder', { help: 'voor Milan', 'child-Milan': 'on' });
	const loaded = await loadPlan(ctx.db.read, FAMILY, day('2026-11-22'));
	const actor = as('vader');
	if (!loaded || actor.kind !== 'person') throw new Error('no family');
	const listed = await listNetwork(ctx.db.read, actor, loaded);
	expect(listed.map(({ help }) => help).toSorted()).toEqual(['morgen voorbij', 'nu']);
});
