import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import { among } from '#lib/server/db/among.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import {
	ownPlan,
	ownPlanEvent,
	ownPlanInvitation
} from '#lib/server/db/schema/familiegroepsplan.ts';
import type {
	Exclusion,
	InvitationToGroupId,
	OwnPlanAct,
	OwnPlanEventId,
	OwnPlanId,
	OwnPlanState
} from '../model.ts';

const INVITATION = {
	personId: ownPlanInvitation.personId,
	invitedById: ownPlanInvitation.invitedById
};

const ofFamily = prepared((read) =>
	read
		.select({
			id: ownPlan.id,
			state: ownPlan.state,
			since: ownPlan.since,
			children: ownPlan.children,
			invitations: listOf(
				INVITATION,
				sql`FROM ${ownPlanInvitation} WHERE ${ownPlanInvitation.ownPlanId} = ${ownPlan.id} AND ${ownPlanInvitation.endedAt} IS NULL`
			)
		})
		.from(ownPlan)
		.where(eq(ownPlan.familyId, sql.placeholder('family')))
		.prepare()
);

/** The own plan of a family without a word of what is in it; undefined before anything happened. */
export const ownPlanRow = async (read: Reader, family: FamilyId) => ofFamily(read).get({ family });

export type EventRow = typeof ownPlanEvent.$inferSelect;

export const eventRows = async (read: Reader, id: OwnPlanId): Promise<EventRow[]> =>
	read
		.select()
		.from(ownPlanEvent)
		.where(eq(ownPlanEvent.ownPlanId, id))
		.orderBy(ownPlanEvent.at, sql`${ownPlanEvent}.rowid`);

/** Since when each of these families has one state, for who of them is in it. */
export const familiesIn = async (
	read: Reader,
	states: readonly OwnPlanState[],
	families: readonly FamilyId[]
): Promise<{ familyId: FamilyId; on: Day }[]> =>
	inStates(read).all({ states: JSON.stringify(states), families: JSON.stringify(families) });

const inStates = prepared((read) =>
	read
		.select({ familyId: ownPlan.familyId, on: ownPlan.since })
		.from(ownPlan)
		.where(and(among(ownPlan.state, 'states'), among(ownPlan.familyId, 'families')))
		.prepare()
);

/** The days on which one was offered, ruled out by the regisseur, or released. */
export const milestoneRows = async (read: Reader, families: readonly FamilyId[]) =>
	families.length === 0
		? []
		: read
				.select({ familyId: ownPlan.familyId, act: ownPlanEvent.act, on: ownPlanEvent.on })
				.from(ownPlanEvent)
				.innerJoin(ownPlan, eq(ownPlan.id, ownPlanEvent.ownPlanId))
				.where(
					and(
						inArray(ownPlan.familyId, [...families]),
						inArray(ownPlanEvent.act, ['aanbieden', 'uitsluiten', 'vrijgeven'])
					)
				)
				.orderBy(ownPlanEvent.at, sql`${ownPlanEvent}.rowid`);

type MovingAbility =
	| 'own-plan.offer'
	| 'own-plan.exclude'
	| 'own-plan.begin'
	| 'own-plan.decline'
	| 'own-plan.release'
	| 'own-plan.answer'
	| 'own-plan.take-over';

export type Move = {
	readonly familyId: FamilyId;
	/** Undefined when this is the first that happens. */
	readonly ownPlanId: OwnPlanId | undefined;
	readonly act: OwnPlanAct;
	readonly state: OwnPlanState;
	readonly children: readonly PersonId[];
	readonly byId: PersonId;
	readonly on: Day;
	readonly at: Date;
	readonly words: string | null;
	readonly exclusion?: Exclusion;
};

/** Moves it to its next state and keeps what was done. */
export async function move(tx: Tx, _may: Permit<MovingAbility>, row: Move): Promise<OwnPlanId> {
	const id = row.ownPlanId ?? newId<OwnPlanId>();
	const { state, on: since } = row;
	const children = [...row.children];
	await tx
		.insert(ownPlan)
		.values({ id, familyId: row.familyId, state, since, children })
		.onConflictDoUpdate({ target: ownPlan.id, set: { state, since, children } });
	await tx.insert(ownPlanEvent).values({
		id: newId<OwnPlanEventId>(),
		ownPlanId: id,
		act: row.act,
		byId: row.byId,
		on: row.on,
		at: row.at,
		words: row.words,
		exclusion: row.exclusion ?? null
	});
	return id;
}

type Guest = { readonly personId: PersonId; readonly invitedById: PersonId; readonly at: Date };

export const addInvitation = (tx: Tx, may: Permit<'own-plan.invite', OwnPlanId>, row: Guest) =>
	tx
		.insert(ownPlanInvitation)
		.values({
			id: newId<InvitationToGroupId>(),
			ownPlanId: may.id,
			personId: row.personId,
			invitedById: row.invitedById,
			invitedAt: row.at
		})
		.onConflictDoUpdate({
			target: [
				ownPlanInvitation.ownPlanId,
				ownPlanInvitation.personId,
				ownPlanInvitation.invitedById
			],
			set: { invitedAt: row.at, endedAt: null }
		});

/** Ends what this person gave; or, for who leaves, every invitation they had. */
export const endInvitations = (
	tx: Tx,
	may: Permit<'own-plan.end-invitation', OwnPlanId>,
	row: Guest
) =>
	tx
		.update(ownPlanInvitation)
		.set({ endedAt: row.at })
		.where(
			and(
				eq(ownPlanInvitation.ownPlanId, may.id),
				eq(ownPlanInvitation.personId, row.personId),
				row.personId === row.invitedById
					? undefined
					: eq(ownPlanInvitation.invitedById, row.invitedById),
				isNull(ownPlanInvitation.endedAt)
			)
		);
