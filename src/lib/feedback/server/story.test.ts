import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FamilyId, RegionId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { deliver, enqueue } from '#lib/notifications/server/commands.ts';
import type { Mail } from '#lib/server/mail.ts';
import { account, regionAdministrator } from '#lib/server/db/schema/identity.ts';
import { story, toldStory } from '#lib/server/db/schema/feedback.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { WriteStory } from '../story.model.ts';
import {
	agreeToStory,
	editStory,
	sayNoToStory,
	takeBackStory,
	writeStory
} from './story.commands.ts';
import { feedbackDoor } from './door.queries.ts';
import { feedbackSenders, STORY_MAIL } from './senders.ts';
import { getStoryDesk, getStoryPage } from './story.queries.ts';

const FAMILY = 'gezin' as FamilyId;
const REGION = 'regio' as RegionId;
const youth = aPerson(personId('kind'));
const mother = aPerson(personId('moeder'));
const desk = aPerson(personId('beheerder'), 'second-factor');

/** A youth wrote a story; somebody keeps the region. */
async function world(words = 'Samira uit Kanarieveen kwam elke week.') {
	const given = await aContext();
	const { ctx } = given;
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'kind', relation: 'kind', born: day('2010-05-05') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { kind: 'eenhoofdig' } }
		],
		regisseurs: [{ id: 'regisseur' }, { id: 'beheerder', until: day('2021-01-01') }]
	});
	await ctx.db.write((tx) =>
		tx.insert(regionAdministrator).values({
			...{ id: 'a' as never, regionId: REGION, personId: personId('beheerder') },
			from: day('2026-01-01')
		})
	);
	const form = WriteStory.parse({ key: crypto.randomUUID(), words });
	const write = (seen = {}) => writeStory(ctx, youth, FAMILY, { ...form, ...seen });
	const own = async () => (await getStoryPage(ctx, youth, FAMILY)).own;
	const first = async () => (await own())[0]?.id as never;
	const onDisk = (text: string) =>
		readdirSync(given.folder).some((name) =>
			readFileSync(join(given.folder, name), 'latin1').includes(text)
		);
	return { ...given, write, own, first, onDisk };
}

test('written once, edited by a person, agreed to by the author; the first words are gone from the file', async () => {
	const { ctx, write, own, first, onDisk } = await world();
	await write();
	await write();
	expect(await own()).toHaveLength(1);
	const seen = await getStoryDesk(ctx, desk, REGION);
	expect(JSON.stringify(seen)).not.toMatch(/"kind"|gezin/);
	expect(seen.stories[0]?.marked.filter(({ why }) => why).map(({ text }) => text)).toEqual([
		'Samira',
		'Kanarieveen'
	]);
	const edited = 'Iemand kwam elke week.';
	await editStory(ctx, desk, REGION, { story: await first(), words: edited });
	await ctx.db.wipe();
	expect(onDisk('Kanarieveen')).toBe(false);
	expect(await own()).toMatchObject([{ words: edited, state: 'bewerkt' }]);
	expect(await ctx.db.read.select().from(toldStory)).toEqual([]);
	await agreeToStory(ctx, youth, { story: await first() });
	expect(await ctx.db.read.select().from(story)).toEqual([]);
	const told = await ctx.db.read.select().from(toldStory);
	expect(told).toMatchObject([{ quarter: '2026-Q4', regionId: REGION, words: edited }]);
	expect(told[0]?.author).not.toContain('kind');
});

test('the author hears once that something is ready, and the home page leads to it', async () => {
	const { ctx, write, first } = await world();
	const author = { personId: personId('kind'), email: 'kind@voorbeeld.nl' };
	await ctx.db.write((tx) => tx.insert(account).values({ ...author, createdAt: ctx.now() }));
	await write();
	const sent: Mail[] = [];
	const send = () =>
		deliver(ctx, feedbackSenders, async (mail) => {
			sent.push(mail);
		});
	const waits = async (who: typeof youth) =>
		(await feedbackDoor(ctx, who, { families: [], jim: false }))?.story;
	await send();
	expect(await waits(youth)).toBe(null);
	const edit = { story: await first(), words: 'Iemand kwam elke week.' };
	await editStory(ctx, desk, REGION, edit);
	await editStory(ctx, desk, REGION, edit);
	expect([await waits(youth), await waits(mother)]).toEqual([FAMILY, null]);
	await send();
	expect(sent).toHaveLength(1);
	expect(JSON.stringify(sent)).not.toMatch(/verhaal|elke week|mening|regio/i);
	await editStory(ctx, desk, REGION, edit);
	await ctx.db.write((tx) => enqueue(ctx, tx, { kind: STORY_MAIL, about: edit.story }));
	await takeBackStory(ctx, youth, edit);
	await send();
	expect(sent, 'what was taken back sends nothing').toHaveLength(1);
	expect(await waits(youth)).toBe(null);
});

test('nothing is shown to others before the author says yes to edited words', async () => {
	const { ctx, write, first } = await world();
	await write();
	await agreeToStory(ctx, youth, { story: await first() });
	expect(await ctx.db.read.select().from(toldStory)).toEqual([]);
	await takeBackStory(ctx, youth, { story: await first() });
	expect(await ctx.db.read.select().from(story)).toEqual([]);
});

test('the desk can say no: then it is erased', async () => {
	const { ctx, write, own, first } = await world();
	await write();
	await sayNoToStory(ctx, desk, REGION, { story: await first() });
	expect(await own()).toEqual([]);
});

test('words that point to danger bring help first, and are kept only when sent again', async () => {
	const { write, own } = await world('Ik ben bang thuis.');
	await expect(write()).rejects.toThrow('story.danger');
	expect(await own()).toEqual([]);
	await write({ seen: 'ja' });
	expect(await own()).toHaveLength(1);
});

test('another of the family, the regisseur and a desk without a second factor decide nothing', async () => {
	const { ctx, write, first, own } = await world();
	await write();
	const id = await first();
	expect((await getStoryPage(ctx, mother, FAMILY)).own).toEqual([]);
	for (const work of [
		() => agreeToStory(ctx, mother, { story: id }),
		() => takeBackStory(ctx, mother, { story: id }),
		() => getStoryDesk(ctx, aPerson(personId('regisseur'), 'second-factor'), REGION),
		() => getStoryDesk(ctx, aPerson(personId('beheerder')), REGION),
		() => editStory(ctx, mother, REGION, { story: id, words: 'x' }),
		() => sayNoToStory(ctx, youth, REGION, { story: id }),
		() => getStoryDesk(ctx, desk, 'nergens' as RegionId)
	])
		await expect(work()).rejects.toThrow(Denied);
	expect(await own()).toHaveLength(1);
});
