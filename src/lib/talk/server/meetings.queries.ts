import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { currentAssignment, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import { canWritePlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Person, type Viewer } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { MeetingId, MeetingsView, MeetingView } from '../meeting.model.ts';
import {
	canAddPoint,
	canBringSupporter,
	canChangeMeeting,
	canDecide,
	canListMeetings,
	canPlanMeeting,
	canReadMeeting,
	canWithdrawPoint,
	type MeetingFacts
} from '../meeting.policy.ts';
import { timeInNetherlands } from '../moments.ts';
import { canAskQuestion } from '../question.policy.ts';
import type { QuestionId } from '../question.model.ts';
import { isAhead, liveTogether, type Member } from '../rules.ts';
import { choicesFor, loadMembers, meetingFacts, meetingLine } from './meeting.load.ts';
import { partRows } from './meeting-parts.store.ts';
import { meetingRow, meetingRows, type MeetingRow } from './meetings.store.ts';

/**
 * The meetings of a family that this person may see.
 * @throws {Denied} for who may open neither the plan nor one of its meetings
 */
export async function getMeetingsPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<MeetingsView> {
	const now = ctx.now();
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(now));
	const rows = loaded ? await meetingRows(ctx.db.read, familyId) : [];
	const permit = authorize(
		canListMeetings,
		actor,
		loaded && {
			id: familyId,
			plan: ruleFacts(loaded),
			meetings: rows.map((row) => meetingFacts(row, loaded, now))
		}
	);
	if (!loaded || actor.kind !== 'person') throw absent();
	await recordRead(ctx, permit, { thing: 'meetings', familyId });
	const viewer = viewerOf(actor, loaded);
	const members = await loadMembers(ctx.db.read, familyId);
	const seen = rows.filter((row) => may(canReadMeeting, actor, meetingFacts(row, loaded, now)));
	const lines = (list: readonly MeetingRow[]) =>
		list.map((row) => meetingLine(row, viewer, loaded, members, now));
	const { facts } = loaded.family;
	const plans = may(canPlanMeeting, actor, { id: '' as MeetingId, family: facts });
	return {
		familyId,
		coming: lines(seen.filter((row) => isAhead(row, now))),
		past: lines(seen.filter((row) => !isAhead(row, now)).reverse()),
		mayPropose: may(canAskQuestion, actor, { id: '' as QuestionId, plan: ruleFacts(loaded) }),
		choices: plans ? choicesFor(viewer, loaded, members) : null
	};
}

/**
 * One meeting as far as this person may see it.
 * @throws {Denied} `hide` for who is not invited and for a meeting that is not there alike
 */
export async function getMeetingPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	id: MeetingId
): Promise<MeetingView> {
	const now = ctx.now();
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(now));
	const row = await meetingRow(ctx.db.read, familyId, id);
	const facts = loaded && row ? meetingFacts(row, loaded, now) : null;
	const permit = authorize(canReadMeeting, actor, facts);
	if (!loaded || !row || !facts || actor.kind !== 'person') throw absent();
	await recordRead(ctx, permit, { thing: 'meeting', familyId });
	const members = await loadMembers(ctx.db.read, familyId);
	const viewer = viewerOf(actor, loaded);
	const line = meetingLine(row, viewer, loaded, members, now);
	const regisseur = isRegisseur(loaded.family.facts, actor.id);
	const bring = may(canBringSupporter, actor, facts);
	const assignment = currentAssignment(loaded.family.facts);
	return {
		...line,
		familyId,
		regisseur: (assignment && viewer.named(assignment.personId)?.name) ?? null,
		changeWords: row.changeWords,
		invited: invitedFor(viewer, loaded, facts, regisseur),
		...(await partsFor(ctx, viewer, facts, members, regisseur)),
		may: {
			addPoint: may(canAddPoint, actor, facts),
			bring,
			decide: may(canDecide, actor, facts)
		},
		steps: stepChoices(viewer, loaded, facts),
		network: bring ? networkOf(viewer, loaded) : [],
		change: may(canChangeMeeting, actor, facts)
			? {
					...choicesFor(viewer, loaded, members),
					now: {
						day: line.on,
						time: line.time,
						minutes: row.minutes,
						place: row.placeText,
						household: row.placeHouseholdId,
						children: row.children,
						invited: row.invited
					}
				}
			: null
	};
}

/** Who comes, as this person may know; for the regisseur also who cannot find the meeting here. */
function invitedFor(
	viewer: Viewer,
	{ family }: LoadedPlan,
	facts: MeetingFacts,
	regisseur: boolean
): MeetingView['invited'] {
	const finds = (id: PersonId) =>
		may(canReadMeeting, { kind: 'person', id, assurance: 'second-factor' }, facts);
	return facts.invited
		.filter((id) => participationOf(family.facts, id))
		.flatMap((id) => viewer.named(id) ?? [])
		.toSorted((a, b) => a.magnet - b.magnet)
		.map((person) => ({ person, reached: regisseur ? finds(person.id) : null }));
}

async function partsFor(
	ctx: Ctx,
	viewer: Viewer,
	facts: MeetingFacts,
	members: readonly Member[],
	regisseur: boolean
): Promise<Pick<MeetingView, 'agenda' | 'supporters' | 'decisions'>> {
	const { agenda, supporters, decisions } = await partRows(ctx.db.read, facts.id);
	const me = viewer.actor.id;
	return {
		agenda: agenda.map((one) => ({
			id: one.id,
			words: one.words,
			author: viewer.named(one.authorId),
			mayWithdraw: may(canWithdrawPoint, viewer.actor, { ...one, meeting: facts })
		})),
		supporters: supporters
			.filter((one) => regisseur || liveTogether(members, me, one.byId))
			.flatMap((one) => {
				const by = viewer.named(one.byId);
				const who = one.words ?? (one.personId && viewer.named(one.personId)?.name);
				return by && who ? [{ id: one.id, who, by }] : [];
			}),
		decisions: decisions.map((one) => ({
			id: one.id,
			words: one.words,
			isStep: one.stepId !== null
		}))
	};
}

/** Open goals and people who can do a step, for who writes the plan and the decisions. */
function stepChoices(
	viewer: Viewer,
	loaded: LoadedPlan,
	facts: MeetingFacts
): MeetingView['steps'] {
	const { plan, family } = loaded;
	if (!plan || !may(canDecide, viewer.actor, facts)) return null;
	if (!may(canWritePlan, viewer.actor, ruleFacts(loaded))) return null;
	return {
		goals: plan.goals
			.filter((goal) => goal.group === 'nu' || goal.group === 'later')
			.map((goal) => ({ id: goal.id, words: goal.ownWords })),
		owners: family.people
			.filter((row) => participationOf(family.facts, row.personId))
			.flatMap((row) => viewer.named(row.personId) ?? [])
	};
}

const networkOf = (viewer: Viewer, { family }: LoadedPlan) =>
	family.people
		.filter((row) => row.relation === 'netwerk' && participationOf(family.facts, row.personId))
		.flatMap((row) => viewer.named(row.personId) ?? [])
		.filter((person) => !person.self);

/** The next meeting that this person may see, for the first page. */
export async function nextMeetingFor(
	ctx: Ctx,
	actor: Person,
	loaded: LoadedPlan
): Promise<{ id: MeetingId; on: Day; time: string } | null> {
	const [next] = await meetingsAheadFor(ctx, actor, loaded);
	return next ? { id: next.id, ...whenOf(next) } : null;
}

/** The meetings ahead that this person may see, soonest first. Ask a rule before telling somebody else. */
export async function meetingsAheadFor(
	ctx: Ctx,
	actor: Person,
	loaded: LoadedPlan
): Promise<MeetingRow[]> {
	const now = ctx.now();
	const rows = await meetingRows(ctx.db.read, loaded.family.facts.id);
	return rows.filter(
		(row) => isAhead(row, now) && may(canReadMeeting, actor, meetingFacts(row, loaded, now))
	);
}

/** Day and time of a meeting, as they are in the Netherlands. */
export const whenOf = ({ startsAt }: Pick<MeetingRow, 'startsAt'>): { on: Day; time: string } => ({
	on: dayInNetherlands(startsAt),
	time: timeInNetherlands(startsAt)
});

const absent = () => new Denied(canReadMeeting.ability, { outcome: 'hide', reason: 'onbekend' });
