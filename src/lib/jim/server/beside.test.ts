import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import {
	account,
	auditEntry,
	circleEntry,
	goal,
	jimNote,
	kader
} from '#lib/server/db/schema/index.ts';
import type { Mail } from '#lib/server/mail.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { aJim, aroundAmira, as, OTHERS, uuid } from '../../../../tests/support/jim.ts';
import { AddEntry, ChangeEntry, type JimPart } from '../model.ts';
import { endJim } from './ask.commands.ts';
import {
	addToCircle,
	changeInCircle,
	placeInCircle,
	remindMe,
	removeFromCircle,
	sayWish
} from './circle.commands.ts';
import { getCirclePage, getPausePage } from './circle.queries.ts';
import { listForRegisseur } from './desk.queries.ts';
import { readDanger, removeNote, writeNote } from './notes.commands.ts';
import { getNotesPage } from './notes.queries.ts';
import { sayAsParent } from './parent.commands.ts';
import { getParentPage } from './parent.queries.ts';
import { askProgress } from './progress.commands.ts';
import { jimSenders } from './senders.ts';
import { shareWithJim, showView, tellAboutJim, writeForJim } from './sharing.commands.ts';
import { getSharingPage } from './sharing.queries.ts';
import { getStandCalendar, getStandPage } from './stand.queries.ts';
import { addTalkLine, removeTalkLine } from './talk.commands.ts';
import { getTalkPage } from './talk.queries.ts';
import { giveView, viewsBeside } from './views.commands.ts';

const FAMILY = 'gezin' as FamilyId;
const hidden = { decision: { outcome: 'hide' } };
const refused = async (work: Promise<unknown>) => expect(work).rejects.toMatchObject(hidden);

let ctx: Ctx;
let folder: string;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, folder, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, aroundAmira);
});

/** Everything that is at rest: the file and the log beside it. */
const atRest = () =>
	['test.db', 'test.db-wal']
		.map((file) => readFileSync(`${folder}/${file}`).toString('latin1'))
		.join('');

const share = (jim: string, part: JimPart, on = 'ja', youth = 'Amira') =>
	shareWithJim(ctx, as(youth), { key: uuid(), jim: jim as never, part, share: on as 'ja' });
const says = (jim: string, who: string, mayRead: 'ja' | 'nee' = 'ja') =>
	sayAsParent(ctx, as(who), jim as never, {
		...{ key: uuid(), says: 'met_moeite' as const, words: 'Ik ken hem niet goed.', mayRead }
	});

describe('the circle', () => {
	const add = (name: string, who = 'Amira') =>
		addToCircle(ctx, as(who), AddEntry.parse({ key: uuid(), name, note: 'stille vijver' }));

	test('is the youth’s alone: five people, sealed, moved, and gone without a trace', async () => {
		for (const name of ['Bas', 'oma Fatma', 'Joke', 'Sem', 'juf Ellen']) await add(name);
		const people = await getCirclePage(ctx, as('Amira'));
		expect(people.map(({ name }) => name)).toEqual([
			'Bas',
			'Joke',
			'juf Ellen',
			'oma Fatma',
			'Sem'
		]);
		expect(atRest()).not.toMatch(/Fatma|stille vijver/);
		const [bas] = people;
		const id = bas?.id ?? ('' as never);
		await placeInCircle(ctx, as('Amira'), { key: uuid(), entry: id, circle: 'dicht', angle: 90 });
		const form = { key: uuid(), entry: id, name: 'Bas', circle: 'dicht', rather: 'ja' };
		await changeInCircle(ctx, as('Amira'), ChangeEntry.parse(form));
		expect((await getCirclePage(ctx, as('Amira')))[0]).toMatchObject({
			...{ circle: 'dicht', angle: 90, rather: true, note: '' }
		});
		const [row] = await ctx.db.read.select().from(circleEntry);
		await removeFromCircle(ctx, as('Amira'), { key: uuid(), entry: row?.id ?? id });
		expect(atRest()).not.toContain(row?.sealed);
		expect(await getCirclePage(ctx, as('Amira'))).toHaveLength(4);
		expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	});

	test.each(OTHERS.filter(([name]) => name !== 'Yara' && name !== 'Idris'))(
		'%s neither reads nor writes one',
		async (_, actor) => {
			await refused(getCirclePage(ctx, actor));
			await refused(getPausePage(ctx, actor));
			await refused(addToCircle(ctx, actor, AddEntry.parse({ key: uuid(), name: 'x' })));
			await refused(sayWish(ctx, actor, { key: uuid(), wish: 'wil_niet' }));
		}
	);

	test('of two youths each has an own one, and changes nothing in the other’s', async () => {
		await add('Bas');
		await add('Mo', 'Yara');
		const [bas] = await getCirclePage(ctx, as('Amira'));
		await removeFromCircle(ctx, as('Yara'), { key: uuid(), entry: bas?.id ?? ('' as never) });
		expect(await getCirclePage(ctx, as('Amira'))).toHaveLength(1);
		expect((await getCirclePage(ctx, as('Yara'))).map(({ name }) => name)).toEqual(['Mo']);
	});
});

describe('what the JIM sees', () => {
	const sees = async (id: string, who: ReturnType<typeof as>) => {
		const { parts } = await getStandPage(ctx, who, id as never);
		return Object.entries(parts)
			.filter(([, part]) => part !== null)
			.map(([name]) => name);
	};

	test('nothing, then exactly what is shared; of the plan of a youth of 14 after a parent said yes', async () => {
		const { id, jim } = await aJim(ctx);
		expect(await sees(id, jim)).toEqual([]);
		await share(id, 'woorden');
		await writeForJim(ctx, as('Amira'), { key: uuid(), jim: id, words: 'Ik zwem graag.' });
		expect(await sees(id, jim)).toEqual(['words']);
		expect(atRest()).not.toContain('Ik zwem graag');
		await share(id, 'doelen');
		expect(await sees(id, jim)).toEqual(['words']);
		await says(id, 'moeder');
		await share(id, 'woorden', 'nee');
		const { parts } = await getStandPage(ctx, jim, id);
		expect(parts).toMatchObject({ words: null, steps: null, meetings: null, regisseur: null });
		expect(parts.goals?.map(({ words }) => words)).toEqual(['Ik ben gewoon kind, geen tolk.']);
		expect((await getSharingPage(ctx, as('Amira'), id)).parts).toEqual(parts);
		await says(id, 'vader', 'nee');
		expect(await sees(id, jim)).toEqual([]);
		await says(id, 'vader', 'ja');
		expect(await sees(id, jim)).toEqual(['goals']);
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.filter(({ action }) => action === 'read').map(({ relation }) => relation)).toContain(
			'jim'
		);
	});

	test('of a youth of 16 at once, and parents are not asked', async () => {
		const { id, jim } = await aJim(ctx, 'Yara');
		await share(id, 'doelen', 'ja', 'Yara');
		expect(await sees(id, jim)).toEqual(['goals']);
		await refused(getParentPage(ctx, as('moeder'), id));
		await tellAboutJim(ctx, as('Yara'), { key: uuid(), jim: id, parents: 'ja' });
		expect(await getParentPage(ctx, as('moeder'), id)).toMatchObject({
			jim: 'Bas',
			asksReading: false
		});
	});

	test('a view stands beside the goal when the youth wants it, and goes with the JIM', async () => {
		const { id, jim } = await aJim(ctx);
		await share(id, 'doelen');
		await says(id, 'moeder');
		const goals = await ctx.db.read.select().from(goal);
		const [own, ofTwo] = goals;
		const give = (goalId = own?.id) =>
			giveView(ctx, jim, id, {
				key: uuid(),
				goal: goalId ?? ('' as never),
				words: 'Zij lacht weer.'
			});
		await refused(give(ofTwo?.id));
		await give();
		const beside = (who: string) => viewsBeside(ctx, as(who), FAMILY, own?.id ?? ('' as never));
		expect(await beside('Erik')).toEqual([]);
		const [shown] = (await getSharingPage(ctx, as('Amira'), id)).parts.goals?.[0]?.views ?? [];
		const form = { key: uuid(), view: shown?.id ?? ('' as never) };
		for (const [, actor] of [...OTHERS, ['the JIM', jim] as const])
			await refused(showView(ctx, actor, { ...form, key: uuid() }));
		await showView(ctx, as('Amira'), form);
		for (const who of ['Erik', 'moeder', 'Amira'])
			expect(await beside(who)).toMatchObject([{ words: 'Zij lacht weer.', youth: 'Amira' }]);
		expect(await beside('tante')).toEqual([]);
		await endJim(ctx, as('Amira'), { key: uuid(), jim: id });
		expect(await beside('Erik')).toEqual([]);
		await refused(give());
	});

	test.each(OTHERS)('not %s: not a page, not a file, not an act', async (_, actor) => {
		const { id } = await aJim(ctx);
		for (const part of ['doelen', 'afspraken'] as const) await share(id, part);
		await says(id, 'moeder');
		await refused(getStandPage(ctx, actor, id));
		await refused(getStandCalendar(ctx, actor, id, 'Afspraak'));
		await refused(getSharingPage(ctx, actor, id));
		const form = { key: uuid(), jim: id };
		await refused(shareWithJim(ctx, actor, { ...form, part: 'woorden', share: 'ja' }));
		await refused(writeForJim(ctx, actor, { ...form, words: 'x' }));
		await refused(tellAboutJim(ctx, actor, form));
	});

	test('after the end: page, file and mail that waits are dead at once', async () => {
		const { id, jim } = await aJim(ctx);
		await ctx.db.write((tx) =>
			tx
				.insert(account)
				.values({ personId: jim.id, email: 'bas@voorbeeld.nl', createdAt: ctx.now() })
		);
		await share(id, 'afspraken');
		await says(id, 'moeder');
		expect(await getStandCalendar(ctx, jim, id, 'Afspraak')).toContain('BEGIN:VCALENDAR');
		await endJim(ctx, as('Amira'), { key: uuid(), jim: id });
		await refused(getStandPage(ctx, jim, id));
		await refused(getStandCalendar(ctx, jim, id, 'Afspraak'));
		await refused(getParentPage(ctx, as('moeder'), id));
		const sent: Mail[] = [];
		await deliver(ctx, { ...jimSenders, invitation: () => Promise.resolve(null) }, async (mail) => {
			sent.push(mail);
		});
		expect(sent).toEqual([]);
	});
});

describe('notes', () => {
	async function twoWithNotes() {
		const { id, jim } = await aJim(ctx);
		await expect(
			writeNote(ctx, as('Amira'), id, { key: uuid(), words: 'Hoi' })
		).rejects.toMatchObject({
			errors: { words: 'jimNote.dangerFirst' }
		});
		for (const who of [as('Amira'), jim]) await readDanger(ctx, who, id, { key: uuid() });
		await writeNote(ctx, as('Amira'), id, { key: uuid(), words: 'Vrijdag was het weer mis.' });
		await writeNote(ctx, jim, id, { key: uuid(), words: 'Bel mij gerust.' });
		return { id, jim };
	}

	test('are read by the two, and are no words in the database', async () => {
		const { id, jim } = await twoWithNotes();
		const read = async (who: ReturnType<typeof as>) =>
			(await getNotesPage(ctx, who, id)).notes.map(({ words, own }) => [words, own]);
		expect(await read(as('Amira'))).toEqual([
			['Vrijdag was het weer mis.', true],
			['Bel mij gerust.', false]
		]);
		expect(await read(jim)).toEqual([
			['Vrijdag was het weer mis.', false],
			['Bel mij gerust.', true]
		]);
		expect(atRest()).not.toMatch(/Vrijdag was|Bel mij/);
	});

	test.each(['youth', 'JIM'])(
		'the %s deletes one: 0 bytes of it in the file and its log',
		async (who) => {
			const { id, jim } = await twoWithNotes();
			const [note] = await ctx.db.read.select().from(jimNote);
			expect(atRest()).toContain(note?.sealed);
			const actor = who === 'JIM' ? jim : as('Amira');
			await removeNote(ctx, actor, id, { key: uuid(), note: note?.id ?? ('' as never) });
			expect(atRest()).not.toContain(note?.sealed);
			expect((await getNotesPage(ctx, as('Amira'), id)).notes).toHaveLength(1);
		}
	);

	test('the end takes them all, with the key', async () => {
		const { id, jim } = await twoWithNotes();
		const notes = await ctx.db.read.select().from(jimNote);
		await endJim(ctx, jim, { key: uuid(), jim: id });
		for (const { sealed } of notes) expect(atRest()).not.toContain(sealed);
		await refused(getNotesPage(ctx, as('Amira'), id));
		await refused(getNotesPage(ctx, jim, id));
	});

	test.each(OTHERS)('not %s', async (_, actor) => {
		const { id } = await twoWithNotes();
		const [note] = await ctx.db.read.select().from(jimNote);
		await refused(getNotesPage(ctx, actor, id));
		await refused(writeNote(ctx, actor, id, { key: uuid(), words: 'x' }));
		await refused(removeNote(ctx, actor, id, { key: uuid(), note: note?.id ?? ('' as never) }));
		await refused(readDanger(ctx, actor, id, { key: uuid() }));
	});
});

describe('the first talk', () => {
	test('youth, JIM, parent, and the regisseur when the youth wants it', async () => {
		const { id, jim } = await aJim(ctx);
		const line = (who: string | typeof jim) =>
			addTalkLine(ctx, typeof who === 'string' ? as(who) : who, id, {
				...{ key: uuid(), topic: 'hoe' as const, words: 'Elke week' }
			});
		for (const who of ['Amira', jim, 'moeder'] as const) await line(who);
		await refused(line('Erik'));
		await refused(getTalkPage(ctx, as('Erik'), id));
		await tellAboutJim(ctx, as('Amira'), { key: uuid(), jim: id, regisseur: 'ja' });
		await line('Erik');
		const { lines } = await getTalkPage(ctx, as('moeder'), id);
		expect(lines.map(({ author, own }) => [author, own])).toEqual([
			...[
				['Amira', false],
				['Bas', false],
				['moeder', true],
				['Erik', false]
			]
		]);
		const [first] = lines;
		await removeTalkLine(ctx, as('moeder'), id, { key: uuid(), line: first?.id ?? ('' as never) });
		expect((await getTalkPage(ctx, as('moeder'), id)).lines).toHaveLength(4);
		for (const who of ['Yara', 'exman', 'tante', 'werker', 'vreemde'])
			await refused(getTalkPage(ctx, as(who), id));
		await refused(getTalkPage(ctx, visitor, id));
	});
});

describe('the regisseur', () => {
	test('reads one word of who lives elsewhere, and when was asked how it goes', async () => {
		await ctx.db.write((tx) =>
			tx.insert(kader).values({
				...{
					id: 'k' as never,
					familyId: FAMILY,
					childId: 'Amira' as never,
					kind: 'uithuisplaatsing'
				},
				...{ from: '2026-01-01' as never, until: null, decidedBy: 'de rechter', decidedOn: null }
			})
		);
		const list = () => listForRegisseur(ctx, as('Erik'), FAMILY);
		expect(await list()).toMatchObject([
			{ youth: { name: 'Amira' }, wish: 'nog_niet', askedOn: null, talk: null },
			{ youth: { name: 'Yara' }, wish: null }
		]);
		await sayWish(ctx, as('Amira'), { key: uuid(), wish: 'wil_niet' });
		expect((await list())[0]).toMatchObject({ wish: 'wil_niet' });
		await aJim(ctx);
		expect((await list())[0]).toMatchObject({ wish: 'ja', talk: null });
		await expect(sayWish(ctx, as('Amira'), { key: uuid(), wish: 'wil_niet' })).rejects.toThrow();
		await askProgress(ctx, as('Erik'), FAMILY, { key: uuid(), youth: 'Amira' as never });
		await askProgress(ctx, as('Erik'), FAMILY, { key: uuid(), youth: 'Amira' as never });
		expect((await list())[0]).toMatchObject({ askedOn: '2026-11-22' });
		expect(JSON.stringify(await list())).not.toMatch(/Bas|coach/);
	});

	test.each(OTHERS.filter(([name]) => name !== 'Erik'))('not %s', async (_, actor) => {
		expect(await listForRegisseur(ctx, actor, FAMILY)).toEqual([]);
		await refused(askProgress(ctx, actor, FAMILY, { key: uuid(), youth: 'Amira' as never }));
	});
});

test('a reminder is a day that only the youth finds', async () => {
	await remindMe(ctx, as('Amira'), { key: uuid(), on: '2026-12-01' as never });
	const { getBesidePage } = await import('./beside.queries.ts');
	const reminded = async () => (await getBesidePage(ctx, as('Amira'))).own?.reminded;
	expect(await reminded()).toBe(false);
	moveTo('2026-12-01T12:00:00Z');
	expect(await reminded()).toBe(true);
	expect((await getPausePage(ctx, as('Amira'))).remindOn).toBe('2026-12-01');
});
