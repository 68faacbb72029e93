import { expect, test } from 'vitest';
import { Denied } from '#lib/kernel/policy.ts';
import { Refused } from '#lib/server/refused.ts';
import { consultation } from '#lib/server/db/schema/talk.ts';
import {
	aTalkingFamily,
	FAMILY,
	kept,
	someone,
	staff,
	type TalkingFamily
} from '../../../../tests/support/talk.ts';
import { WriteConsultation, type ConsultationId } from '../consultation.model.ts';
import { writeConsultation } from './consultations.commands.ts';
import { getConsultationsPage } from './consultations.queries.ts';

const form = (given: Record<string, string> = {}) =>
	WriteConsultation.parse({
		key: crypto.randomUUID(),
		family: FAMILY,
		day: '2026-11-20',
		present: 'Anna en de juf',
		why: 'De juf belde',
		outcome: 'Anna belt moeder',
		children: 'Noor',
		corrects: '',
		...given
	});
const write = ({ ctx }: TalkingFamily, who = 'Anna', given: Record<string, string> = {}) =>
	writeConsultation(ctx, staff(who), form(given));
const entriesFor = async ({ ctx }: TalkingFamily, who: string) =>
	(await getConsultationsPage(ctx, staff(who), FAMILY, null)).entries;
const READERS = ['Noor', 'moeder', 'vader', 'stiefvader', 'oma', 'Bilal', 'Anna', 'Erik'];
async function readersOf(world: TalkingFamily) {
	const found: string[] = [];
	for (const who of READERS) if ((await entriesFor(world, who)).length > 0) found.push(who);
	return found;
}

test('who may see for the child reads that professionals talked', async () => {
	const world = await aTalkingFamily();
	await write(world);
	expect(await readersOf(world)).toEqual(['Noor', 'moeder', 'vader', 'Anna', 'Erik']);
	expect(await entriesFor(world, 'moeder')).toMatchObject([
		{
			on: '2026-11-20',
			present: 'Anna en de juf',
			why: 'De juf belde',
			outcome: 'Anna belt moeder',
			about: [{ name: 'Noor' }],
			author: { name: 'Anna Achternaam' },
			writtenOn: '2026-11-24'
		}
	]);
});

test('of half-siblings, only who may see for both reads it', async () => {
	const world = await aTalkingFamily();
	await write(world, 'Anna', { children: 'Noor,Milan' });
	expect(await readersOf(world)).toEqual(['moeder', 'Anna', 'Erik']);
});

test('a professional with a step writes about the children of that step, and of no other', async () => {
	const world = await aTalkingFamily();
	await write(world, 'Bilal', { children: 'Milan' });
	const { consultations } = await kept(world);
	expect(consultations).toMatchObject([{ children: ['Noor'], authorId: 'Bilal' }]);
	expect(await readersOf(world)).toEqual(['Noor', 'moeder', 'vader', 'Bilal', 'Anna', 'Erik']);
	const { write: own } = await getConsultationsPage(world.ctx, staff('Bilal'), FAMILY, null);
	expect(own?.children).toEqual([]);
	expect((await entriesFor(world, 'Bilal'))[0]?.about).toEqual([]);
});

test('a correction is a new entry beside the old one', async () => {
	const world = await aTalkingFamily();
	await write(world);
	const [old] = await entriesFor(world, 'Anna');
	if (!old) throw new Error('no entry');
	const { write: start } = await getConsultationsPage(world.ctx, staff('Anna'), FAMILY, old.id);
	expect(start?.start).toMatchObject({ corrects: old.id, outcome: 'Anna belt moeder' });
	await write(world, 'Erik', { corrects: old.id, outcome: 'Anna belt vader' });
	const [correction, corrected] = await entriesFor(world, 'moeder');
	expect(correction).toMatchObject({ corrects: old.id, outcome: 'Anna belt vader' });
	expect(corrected).toMatchObject({ correctedBy: correction?.id, outcome: 'Anna belt moeder' });
	await write(world, 'Anna', { corrects: old.id, children: 'Noor,Milan' });
	const seen = await entriesFor(world, 'vader');
	expect(seen.map((one) => one.correctedBy)).toEqual([null, correction?.id]);
});

test('nothing that was written is changed or taken away, not even past the portal', async () => {
	const world = await aTalkingFamily();
	await write(world);
	const before = await kept(world);
	const { ctx } = world;
	const change = ctx.db.write((tx) => tx.update(consultation).set({ outcomeWords: 'niets' }));
	await expect(change).rejects.toThrow();
	await expect(ctx.db.write((tx) => tx.delete(consultation))).rejects.toThrow();
	const [row] = await ctx.db.read.select().from(consultation);
	const replace = `INSERT OR REPLACE INTO consultation SELECT * FROM consultation`;
	expect(row).toBeDefined();
	await expect(ctx.db.client.execute(replace)).rejects.toThrow('consultation is append-only');
	expect(await kept(world)).toEqual(before);
});

test.each(['Noor', 'moeder', 'vader', 'oma', 'Carla', 'Ans', 'niemand'])(
	'%s writes nothing',
	async (who) => {
		const world = await aTalkingFamily();
		const before = await kept(world);
		await expect(write(world, who)).rejects.toBeInstanceOf(Denied);
		expect(await kept(world)).toEqual(before);
	}
);

test('nothing is written without the second factor, about tomorrow, or about nobody', async () => {
	const world = await aTalkingFamily();
	await write(world);
	const before = await kept(world);
	const link = writeConsultation(world.ctx, someone('Anna'), form());
	await expect(link).rejects.toBeInstanceOf(Denied);
	await expect(write(world, 'Anna', { day: '2026-11-25' })).rejects.toBeInstanceOf(Refused);
	await expect(write(world, 'Anna', { children: '' })).rejects.toBeInstanceOf(Refused);
	await expect(write(world, 'Anna', { children: 'Piet' })).rejects.toBeInstanceOf(Refused);
	// An entry of Anna's is not Bilal's to see, nor to correct.
	const [row] = before.consultations;
	await expect(write(world, 'Bilal', { corrects: row?.id ?? '' })).rejects.toBeInstanceOf(Denied);
	await expect(write(world, 'Anna', { corrects: 'nergens' })).rejects.toBeInstanceOf(Denied);
	expect(await kept(world)).toEqual(before);
	expect(row?.id satisfies ConsultationId | undefined).toBeTruthy();
});

test('a double tap writes once; empty words are not taken', async () => {
	const world = await aTalkingFamily();
	const one = form();
	await Promise.all([1, 2, 3].map(() => writeConsultation(world.ctx, staff('Anna'), one)));
	expect((await kept(world)).consultations).toHaveLength(1);
	for (const field of ['day', 'present', 'why', 'outcome'])
		expect(WriteConsultation.safeParse({ ...form(), children: '', [field]: ' ' }).success).toBe(
			false
		);
});

test.each(['zonder', 'buurvrouw', 'Carla', 'Ans', 'niemand'])(
	'%s does not open the page',
	async (who) => {
		const { ctx } = await aTalkingFamily();
		const work = getConsultationsPage(ctx, staff(who), FAMILY, null);
		await expect(work).rejects.toBeInstanceOf(Denied);
	}
);
