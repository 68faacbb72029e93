import { beforeEach, expect, test } from 'vitest';
import { endJim } from '#lib/jim/server/ask.commands.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { toekomstShare } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import {
	aJim,
	answer,
	aroundAmira,
	as,
	asked,
	OTHERS,
	uuid
} from '../../../../tests/support/jim.ts';
import { SaveDomain } from '../model.ts';
import { saveWords, startPlan } from './commands.ts';
import { getDomainPage } from './queries.ts';
import { sharePart } from './share.commands.ts';
import { getShared, getSharingPeople, getSharingPerson, listSharers } from './share.queries.ts';

const hidden = { decision: { outcome: 'hide' } };

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, aroundAmira);
	await startPlan(ctx, as('Amira'), { key: uuid() });
	await saveWords(ctx, as('Amira'), SaveDomain.parse({ domain: 'wonen', wens: 'Een kat.' }));
});

const share = (who: string) =>
	sharePart(ctx, as('Amira'), { key: uuid(), part: 'wonen', with: who as never });
const seenBy = async () => (await getDomainPage(ctx, as('Amira'), 'wonen')).seenBy;

test('a youth of 14 shows a JIM one part, without asking a parent; it ends at once with the JIM', async () => {
	const { id, jim } = await aJim(ctx);
	await expect(getShared(ctx, jim, as('Amira').id)).rejects.toMatchObject(hidden);
	const { people } = await getSharingPeople(ctx, as('Amira'));
	expect(people.map(({ person }) => [person.name, person.relation])).toContainEqual(['Bas', 'jim']);
	await share(jim.id);
	const seen = await getShared(ctx, jim, as('Amira').id);
	expect(seen).toMatchObject({ name: 'Amira', parts: [{ part: 'wonen' }] });
	expect(await listSharers(ctx, jim)).toMatchObject([{ name: 'Amira' }]);
	const preview = await getSharingPerson(ctx, as('Amira'), jim.id);
	expect(preview.seen).toEqual(seen.parts);
	expect(await seenBy()).toEqual(['Bas']);

	await endJim(ctx, as('Amira'), { key: uuid(), jim: id });
	await expect(getShared(ctx, jim, as('Amira').id)).rejects.toMatchObject(hidden);
	expect(await listSharers(ctx, jim)).toEqual([]);
	expect(await seenBy()).toEqual([]);
	await expect(share(jim.id)).rejects.toMatchObject(hidden);
	await expect(getSharingPerson(ctx, as('Amira'), jim.id)).rejects.toMatchObject(hidden);
});

test('who is chosen again later sees nothing of what was shared before', async () => {
	const { id, jim } = await aJim(ctx);
	await share(jim.id);
	moveTo('2026-11-23T12:00:00Z');
	await endJim(ctx, jim, { key: uuid(), jim: id });
	const again = await asked(ctx);
	expect(await answer(ctx, again.token, { says: 'ja', role: 'ja', code: again.code }, jim)).toBe(
		'beside'
	);
	await expect(getShared(ctx, jim, as('Amira').id)).rejects.toMatchObject(hidden);
	expect(await seenBy()).toEqual([]);
	await share(jim.id);
	expect((await getShared(ctx, jim, as('Amira').id)).parts).toHaveLength(1);
	expect(await ctx.db.read.select().from(toekomstShare)).toHaveLength(2);
});

test.each(OTHERS)(
	'%s cannot see it through the JIM, and shares nothing with the JIM',
	async (_, actor) => {
		const { jim } = await aJim(ctx);
		await share(jim.id);
		await expect(getShared(ctx, actor, as('Amira').id)).rejects.toMatchObject(hidden);
		const form = { key: uuid(), part: 'wonen' as const, with: jim.id };
		await expect(sharePart(ctx, actor, form)).rejects.toMatchObject(hidden);
	}
);
