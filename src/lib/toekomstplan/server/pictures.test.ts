import { beforeEach, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { toekomstWords } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { anEvent, endOf } from '../../../../tests/support/event.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import * as saves from '../../../routes/(gezin)/later/plaatjes/bewaar/+server.ts';
import * as screen from '../../../routes/(gezin)/later/plaatjes/[domain]/[field]/+page.server.ts';
import { SaveDomain, PARTS } from '../model.ts';
import { SavePicture } from '../pictures.ts';
import { saveWords, startPlan } from './commands.ts';
import { getPicture, savePicture } from './pictures.ts';
import { getDomainPage } from './queries.ts';
import { sharePart } from './share.commands.ts';

const NOOR = aPerson(personId('Noor'));
const WISH = { domain: 'wonen', field: 'wens' } as const;
const ANSWERS = ['Blijven', 'Een kamer'];
const EVERYONE_ELSE: [string, Actor][] = [
	['mother', aPerson(personId('moeder'))],
	['aunt, with whom everything is shared', aPerson(personId('tante'))],
	['regisseur', aPerson(personId('Anna'), 'second-factor')],
	['visitor', visitor]
];

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'tante', relation: 'netwerk' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	await startPlan(ctx, NOOR, { key: crypto.randomUUID() });
});

const save = (fields: Record<string, string>, actor: Actor = NOOR) =>
	savePicture(ctx, actor, SavePicture.parse({ ...WISH, ...fields }), ANSWERS);
const words = async () => (await getDomainPage(ctx, NOOR, 'wonen')).words.wens;

test('what is tapped are words like others, and what is typed in words is seen on the screen', async () => {
	await save({ picks: '2', own: 'bij oma' });
	expect(await words()).toEqual({ words: 'bij oma\nEen kamer', revision: 1 });
	await saveWords(
		...([ctx, NOOR] as const),
		SaveDomain.parse({ domain: 'wonen', wens: 'Blijven\nmet de hond', 'wens-base': '1' })
	);
	expect(await getPicture(ctx, NOOR, WISH, ANSWERS)).toMatchObject({
		...{ chosen: [true, false], own: 'met de hond', revision: 2, seenBy: [] }
	});
});

test('a screen that is sent twice changes nothing, and two screens do not overwrite each other', async () => {
	await save({ picks: '1' });
	await save({ picks: '1' });
	expect(await words()).toEqual({ words: 'Blijven', revision: 1 });
	expect((await save({ picks: '2' })).conflicts).toEqual({ wens: 'Blijven' });
	expect(await words()).toEqual({ words: 'Blijven', revision: 1 });
});

test('words that become too many are refused, and nothing is lost', async () => {
	await save({ own: 'a'.repeat(4000) });
	await expect(save({ own: 'a'.repeat(4000), picks: '1', 'wens-base': '1' })).rejects.toMatchObject(
		{
			errors: { own: 'fout.woordenLang' }
		}
	);
	expect((await words()).revision).toBe(1);
});

test.each(EVERYONE_ELSE)('not by %s', async (_, actor) => {
	for (const part of PARTS)
		await sharePart(ctx, NOOR, { key: crypto.randomUUID(), part, with: personId('tante') });
	const hidden = { decision: { outcome: 'hide' } };
	await expect(save({ picks: '1' }, actor)).rejects.toMatchObject(hidden);
	await expect(getPicture(ctx, actor, WISH, ANSWERS)).rejects.toMatchObject(hidden);
	expect(await ctx.db.read.select().from(toekomstWords)).toEqual([]);
});

test('from 27 there is nothing to answer', async () => {
	moveTo('2037-03-01T12:00:00Z');
	const closed = { decision: { outcome: 'deny', reason: 'later_voorbij' } };
	await expect(getPicture(ctx, NOOR, WISH, ANSWERS)).rejects.toMatchObject(closed);
	await expect(save({ picks: '1' })).rejects.toMatchObject(closed);
});

test('the form goes on to the next question, and after the last to all of them', async () => {
	const send = (field: string, form: Record<string, string>) =>
		endOf(() =>
			screen.actions.save(
				anEvent(ctx, {
					...{ address: `/later/plaatjes/wonen/${field}?/save`, actor: NOOR },
					form: { domain: 'wonen', field, ...form }
				}).event
			)
		);
	expect(await send('wens', { picks: '2' })).toMatchObject({
		...{ status: 303, location: '/later/plaatjes/wonen/stap' }
	});
	expect((await words()).words).toBe('Een eigen kamer');
	expect(await send('hulp', {})).toMatchObject({ status: 303, location: '/later/plaatjes' });
	expect(await send('wens', { picks: '1', own: 'x' })).toMatchObject({
		...{
			status: 400,
			data: { errors: { own: 'later.conflict' }, values: { own: 'x', picks: '1' } }
		}
	});
});

test('the script gets the revision, and never the other text', async () => {
	const send = (form: Record<string, string>) =>
		saves.POST(
			anEvent(ctx, {
				...{ address: '/later/plaatjes/bewaar', actor: NOOR },
				form: { ...WISH, ...form }
			}).event
		);
	expect(await (await send({ picks: '2' })).json()).toMatchObject({
		revisions: { wens: 1 },
		conflicts: []
	});
	expect(await (await send({ picks: '1' })).json()).toEqual({
		revisions: { nu: 0, wens: 1, stap: 0, hulp: 0 },
		conflicts: ['wens']
	});
});
