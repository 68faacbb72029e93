import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { endJim } from '#lib/jim/server/ask.commands.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { aJim, aroundAmira, as, uuid } from '../../../../tests/support/jim.ts';
import { giveAnswers } from './answer.commands.ts';
import { feedbackDoor } from './door.queries.ts';
import { getFeedbackPage, getQuestions } from './queries.ts';
import { askedIn, observationsOf } from './totals.ts';

const FAMILY = { family: 'gezin' as FamilyId };

async function world() {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, aroundAmira);
	const { id, jim } = await aJim(ctx);
	return { ctx, id, jim, place: { jim: id } };
}

test('a JIM is asked in words of a JIM, and nothing as one of the family', async () => {
	const { ctx, jim, place } = await world();
	expect((await getFeedbackPage(ctx, jim)).places).toEqual([
		{ place, audience: 'jim', youth: 'Amira', delivers: false, organisation: null, child: false }
	]);
	expect(await feedbackDoor(ctx, jim, { families: [], jim: true })).toEqual({
		audience: 'jim',
		story: null
	});
	expect(await getQuestions(ctx, jim, place, 'end')).toMatchObject({ audience: 'jim' });
	for (const [where, moment] of [
		[place, 'start'],
		[place, 'stopping'],
		[FAMILY, 'end']
	] as const)
		await expect(getQuestions(ctx, jim, where, moment), moment).rejects.toThrow(Denied);
});

test('answers are kept as those of a JIM, about the youth alone, and nobody is counted as asked', async () => {
	const { ctx, jim, place } = await world();
	await giveAnswers(ctx, jim, { place, moment: 'end', sent: { use: 4, someone: 5 } });
	await giveAnswers(ctx, jim, { place, moment: 'end', sent: { use: 9 } });
	const said = await observationsOf(ctx.db, '2026-Q4');
	expect(
		said.map(({ informant, criterion, value }) => [informant, criterion, value]).toSorted()
	).toEqual([
		['jim', 'independent', 5],
		['jim', 'use', 9]
	]);
	expect(said[0]?.split.ageBand).toBe('12-15');
	expect(JSON.stringify(said)).not.toMatch(/Amira|Bas/);
	const asked = await askedIn(ctx.db, '2026-Q4');
	expect(asked.filter(({ informant }) => informant === 'jim')).toEqual([]);
});

test('what a JIM says is never what the same person says as one of the family', async () => {
	const { ctx, jim, place } = await world();
	const said = { moment: 'end', sent: { use: 4 } } as const;
	await giveAnswers(ctx, jim, { place, ...said });
	await giveAnswers(ctx, as('moeder'), { place: FAMILY, ...said });
	await giveAnswers(ctx, as('Amira'), { place: FAMILY, ...said });
	const rows = await observationsOf(ctx.db, '2026-Q4');
	expect(rows.map(({ informant }) => informant).toSorted()).toEqual(['jim', 'parent', 'youth']);
	expect(new Set(rows.map(({ family }) => family)).size).toBe(1);
});

test('after the end, and for everybody else, there is no such place', async () => {
	const { ctx, id, jim, place } = await world();
	const end = { place, moment: 'end', sent: { use: 4 } } as const;
	for (const who of ['Amira', 'Yara', 'moeder', 'tante', 'Erik', 'vreemde'])
		await expect(giveAnswers(ctx, as(who), end), who).rejects.toThrow(Denied);
	await endJim(ctx, as('Amira'), { jim: id, key: uuid() } as never);
	await expect(giveAnswers(ctx, jim, end)).rejects.toThrow(Denied);
	await expect(getFeedbackPage(ctx, jim)).rejects.toThrow(Denied);
	expect(await feedbackDoor(ctx, jim, { families: [], jim: false })).toBe(null);
	expect(await observationsOf(ctx.db, '2026-Q4')).toEqual([]);
});
