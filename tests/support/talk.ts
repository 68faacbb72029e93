import type { FamilyId, HouseholdId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { PlanMeeting, type MeetingId } from '#lib/talk/meeting.model.ts';
import { planMeeting } from '#lib/talk/server/meetings.commands.ts';
import { aContext } from './database.ts';
import { aPerson, personId } from './facts.ts';
import { aFamilyInDatabase } from './family.ts';

export const FAMILY = 'gezin' as FamilyId;
export const MOTHERS = 'huis-moeder' as HouseholdId;
/** Stands only in the place of a meeting at the mother's. */
export const CANARY = 'Kanariestraat 9';

/**
 * Two households: Noor (13) lives in both, Milan (7) is the mother's and the stepfather's. Everyone
 * takes part; Bilal has a step for Noor; Anna is regisseur, Erik stands in, Ans was it before.
 */
export async function aTalkingFamily() {
	const { ctx, folder, moveTo } = await aContext('2026-11-24T09:00:00Z');
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-04-03') },
			{ id: 'Milan', relation: 'kind', born: day('2019-09-12') },
			{
				id: 'moeder',
				relation: 'ouder',
				gezagOver: { Noor: 'tweehoofdig', Milan: 'tweehoofdig' }
			},
			{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'tweehoofdig' } },
			{ id: 'stiefvader', relation: 'ouder', gezagOver: { Milan: 'tweehoofdig' } },
			{ id: 'zonder', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'buurvrouw', relation: 'netwerk' },
			{ id: 'Bilal', relation: 'professional' },
			{ id: 'Carla', relation: 'professional' }
		],
		regisseurs: [
			{ id: 'Ans', until: day('2026-11-01') },
			{ id: 'Anna', from: day('2026-11-01'), standIn: 'Erik', standInFrom: day('2026-11-20') }
		],
		goals: [
			{
				words: 'rustig wisselen',
				children: ['Noor'],
				steps: [
					{ title: 'schema', owner: 'Bilal' },
					{ title: 'koken', owner: 'oma' }
				]
			}
		]
	});
	await ctx.db.write(async (tx) => {
		for (const [id, members] of Object.entries({
			'huis-moeder': ['moeder', 'Noor', 'Milan', 'stiefvader'],
			'huis-vader': ['vader', 'Noor']
		})) {
			const householdId = id as HouseholdId;
			await tx
				.insert(tables.household)
				.values({ id: householdId, familyId: FAMILY, addressHidden: true });
			for (const who of members)
				await tx.insert(tables.householdMember).values({ householdId, personId: who as PersonId });
		}
	});
	return { ctx, folder, moveTo };
}
export type TalkingFamily = Awaited<ReturnType<typeof aTalkingFamily>>;

export const someone = (id: string) => aPerson(personId(id));
export const staff = (id: string) => aPerson(personId(id), 'second-factor');

export const formOf = (given: Record<string, string> = {}) =>
	PlanMeeting.parse({
		key: crypto.randomUUID(),
		family: FAMILY,
		day: '2026-12-01',
		time: '14:30',
		minutes: '60',
		place: 'Buurthuis',
		household: '',
		children: 'Noor',
		invited: 'Noor,moeder,vader,oma,Bilal',
		...given
	});

/** A meeting that Anna planned. */
export const aMeeting = (
	{ ctx }: TalkingFamily,
	given: Record<string, string> = {}
): Promise<MeetingId> => planMeeting(ctx, staff('Anna'), formOf(given));

/** Everything that was kept, to compare before and after an act that must change nothing. */
export async function kept({ ctx }: TalkingFamily) {
	const { read } = ctx.db;
	return {
		meetings: await read.select().from(tables.meeting),
		invited: await read.select().from(tables.meetingInvited),
		supporters: await read.select().from(tables.meetingSupporter),
		agenda: await read.select().from(tables.agendaPoint),
		decisions: await read.select().from(tables.meetingDecision),
		consultations: await read.select().from(tables.consultation),
		questions: await read.select().from(tables.question),
		messages: await read.select().from(tables.questionMessage),
		steps: await read.select().from(tables.step),
		mail: await read.select().from(tables.outbox),
		log: await read.select().from(tables.auditEntry)
	};
}
