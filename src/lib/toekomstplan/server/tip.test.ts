import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry, toekomstTip } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { MOST_SIGNS, PARTS, SaveDomain, type Field } from '../model.ts';
import { GiveTip, LayTipAside, MOST_TIPS, TakeTip } from '../tip.model.ts';
import { erasePlan, saveWords, startPlan } from './commands.ts';
import { getDomainPage, getLaterPage, laterDoors } from './queries.ts';
import { sharePart, stopSharingPart } from './share.commands.ts';
import { getShared } from './share.queries.ts';
import { forgetTips, giveTip, layTipAside, takeTip } from './tip.commands.ts';
import { getTipsPage } from './tip.queries.ts';

const NOOR = aPerson(personId('Noor'));
const AUNT = aPerson(personId('tante'));
const MOTHER = aPerson(personId('moeder'));
const ANNA = aPerson(personId('Anna'), 'second-factor');
const key = () => crypto.randomUUID();

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-03-01') },
			{ id: 'Sam', relation: 'kind', born: day('2013-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig', Sam: 'eenhoofdig' } },
			{ id: 'tante', relation: 'netwerk' },
			{ id: 'vreemde' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	await startPlan(ctx, NOOR, { key: key() });
	for (const who of ['tante', 'moeder', 'Anna']) await share(who);
});

const share = (who: string) =>
	sharePart(ctx, NOOR, { key: key(), part: 'wonen', with: personId(who) });
const give = (
	actor: Actor,
	words: string,
	more: { form?: string; field?: Field; key?: string } = {}
) =>
	giveTip(
		ctx,
		actor,
		personId('Noor'),
		GiveTip.parse({ key: key(), form: 'wonen', field: 'stap', words, ...more })
	);
const tips = async () => (await getTipsPage(ctx, NOOR)).tips;
const firstTip = async () => {
	const [tip] = await tips();
	if (!tip) throw new Error('There is no tip.');
	return tip;
};
const take = async (words?: string) => {
	const tip = await firstTip();
	await takeTip(ctx, NOOR, TakeTip.parse({ key: key(), form: tip.id, words: words ?? tip.words }));
};
const aside = async () =>
	layTipAside(ctx, NOOR, LayTipAside.parse({ key: key(), form: (await firstTip()).id }));
const step = async () => (await getDomainPage(ctx, NOOR, 'wonen')).words.stap;
const refused = async (work: Promise<unknown>) =>
	expect(await work.catch((thrown: unknown) => thrown)).toMatchObject({
		decision: { outcome: 'hide' }
	});

describe('giving', () => {
	test.each<[string, Actor]>([
		['aunt', AUNT],
		['mother', MOTHER],
		['regisseur', ANNA]
	])('%s, who sees the part now, gives one; it enters nothing', async (_, actor) => {
		await give(actor, 'Bel oma');
		expect(await tips()).toMatchObject([{ domain: 'wonen', field: 'stap', words: 'Bel oma' }]);
		expect(await step()).toEqual({ words: '', revision: 0 });
		expect((await getLaterPage(ctx, NOOR)).own?.tips).toBe(true);
		expect((await laterDoors(ctx, NOOR)).tips).toBe(true);
	});

	test.each<[string, Actor]>([
		['youth herself', NOOR],
		['brother', aPerson(personId('Sam'))],
		['stranger', aPerson(personId('vreemde'))],
		['regisseur without second factor', aPerson(personId('Anna'))],
		['visitor', visitor]
	])('not by the %s', async (_, actor) => {
		await refused(give(actor, 'Bel oma'));
		await refused(getTipsPage(ctx, actor === NOOR ? visitor : actor));
		expect(await tips()).toEqual([]);
	});

	test('not for a part that this person does not see, and not after it stopped', async () => {
		await refused(give(AUNT, 'Spaar', { form: 'geld' }));
		await stopSharingPart(ctx, NOOR, { key: key(), with: personId('tante') });
		await refused(give(AUNT, 'Bel oma'));
		expect(await tips()).toEqual([]);
	});

	test('a tip can be given where a part can be read, and nowhere else', async () => {
		for (const part of PARTS.filter((one) => one !== 'wonen' && one !== 'geld'))
			await sharePart(ctx, NOOR, { key: key(), part, with: personId('tante') });
		expect((await getShared(ctx, AUNT, personId('Noor'))).tipsOn).toEqual([
			...['mensen', 'wonen', 'school', 'gezondheid']
		]);
	});

	test('the same form twice gives one, and giving is in the access log', async () => {
		const same = key();
		await give(ANNA, 'Bel oma', { key: same });
		await give(ANNA, 'Bel oma', { key: same });
		expect(await tips()).toHaveLength(1);
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.filter(({ thing }) => thing === 'toekomstplan-tip')).toHaveLength(1);
	});
});

describe('deciding', () => {
	test('the youth takes it over, under what stands there', async () => {
		await saveWords(ctx, NOOR, SaveDomain.parse({ domain: 'wonen', stap: 'Sparen' }));
		await give(AUNT, 'Bel oma');
		await take();
		expect(await step()).toEqual({ words: 'Sparen\nBel oma', revision: 2 });
		expect(await tips()).toEqual([]);
	});

	test('the youth changes it first', async () => {
		await give(AUNT, 'Bel oma');
		await take('Ik bel oma als ik zin heb');
		expect((await step()).words).toBe('Ik bel oma als ik zin heb');
	});

	test('what is too long is refused, and the tip still waits', async () => {
		await saveWords(
			ctx,
			NOOR,
			SaveDomain.parse({ domain: 'wonen', stap: 'x'.repeat(MOST_SIGNS - 3) })
		);
		await give(AUNT, 'Bel oma');
		await expect(take()).rejects.toMatchObject({ errors: { words: 'fout.woordenLang' } });
		expect(await tips()).toHaveLength(1);
	});

	test('decided twice, as by a double tap, changes nothing more', async () => {
		await give(AUNT, 'Bel oma');
		const { id: form } = await firstTip();
		const input = () => TakeTip.parse({ key: key(), form, words: 'Bel oma' });
		await takeTip(ctx, NOOR, input());
		await takeTip(ctx, NOOR, input());
		await layTipAside(ctx, NOOR, LayTipAside.parse({ key: key(), form }));
		expect(await step()).toEqual({ words: 'Bel oma', revision: 1 });
	});

	test('not with the tip of another youth', async () => {
		const sam = aPerson(personId('Sam'));
		await startPlan(ctx, sam, { key: key() });
		await give(AUNT, 'Bel oma');
		const { id: form } = await firstTip();
		await takeTip(ctx, sam, TakeTip.parse({ key: key(), form, words: 'x' }));
		await layTipAside(ctx, sam, LayTipAside.parse({ key: key(), form }));
		expect(await tips()).toHaveLength(1);
		expect((await getDomainPage(ctx, sam, 'wonen')).words.stap.words).toBe('');
	});

	test('nobody learns it: not from a page, the limit, the log or the database', async () => {
		const seen = () => getShared(ctx, AUNT, personId('Noor'));
		await give(AUNT, 'Bel oma');
		const before = await seen();
		await aside();
		expect(await seen()).toEqual(before);
		expect(await tips()).toEqual([]);
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.filter(({ actorId }) => actorId === 'Noor').map(({ thing }) => thing)).toEqual([
			...['toekomstplan', ...Array<string>(3).fill('toekomstplan-share')]
		]);
		expect(await ctx.db.read.select().from(toekomstTip)).toMatchObject([{ words: null }]);
		// Laid aside or waiting, each counts once towards the week.
		for (let given = 1; given < MOST_TIPS; given++) await give(AUNT, `Tip ${given}`);
		await expect(give(AUNT, 'Nog één')).rejects.toMatchObject({
			errors: { words: 'laterTip.tooMany' }
		});
		await give(MOTHER, 'Van een ander');
		moveTo('2026-11-29T12:00:01Z');
		await give(AUNT, 'Een week later');
	});

	test('what was decided is forgotten after a week, what waits is not', async () => {
		await give(AUNT, 'Bel oma');
		await aside();
		await give(AUNT, 'Bel Sam');
		await forgetTips(ctx);
		expect(await ctx.db.read.select().from(toekomstTip)).toHaveLength(2);
		moveTo('2026-11-29T12:00:01Z');
		await forgetTips(ctx);
		expect((await tips()).map(({ words }) => words)).toEqual(['Bel Sam']);
		expect(await ctx.db.read.select().from(toekomstTip)).toHaveLength(1);
	});

	test('wiping the plan wipes them, and from 27 they are only read', async () => {
		await give(AUNT, 'Bel oma');
		moveTo('2037-03-01T12:00:00Z');
		expect((await getTipsPage(ctx, NOOR)).mayWrite).toBe(false);
		await expect(take()).rejects.toMatchObject({ decision: { outcome: 'deny' } });
		await erasePlan(ctx, NOOR, { key: key() });
		expect(await ctx.db.read.select().from(toekomstTip)).toEqual([]);
	});
});
