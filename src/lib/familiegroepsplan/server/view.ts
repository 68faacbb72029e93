import { dayInNetherlands, isCurrent } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import { viewerOf, type Person, type Viewer } from '#lib/plan/server/viewer.ts';
import type { EventView, GroupView, OfficeView, PieceView } from '../model.ts';
import {
	canAnswerOwnPlan,
	canBeginOwnPlan,
	canChangePiece,
	canDeclineOwnPlan,
	canExcludeOwnPlan,
	canOfferOwnPlan,
	canReleaseOwnPlan,
	canTakeOverOwnPlan
} from '../policy.ts';
import {
	groupOf,
	kindsIn,
	mayBeInvited,
	readsPiece,
	takesPartForAll,
	type Member
} from '../rules.ts';
import type { LoadedOwnPlan } from './load.ts';
import type { PieceRow } from './pieces.store.ts';
import type { EventRow } from './store.ts';

/** The page for somebody of the group. */
export function groupView(
	actor: Person,
	own: LoadedOwnPlan,
	member: Member,
	rows: { readonly events: readonly EventRow[]; readonly pieces: readonly PieceRow[] }
): GroupView {
	const { facts, loaded } = own;
	const viewer = viewerOf(actor, loaded);
	const busy = facts.state === 'bezig';
	const group = groupOf(facts);
	const mine = facts.invitations.filter((one) => one.invitedById === actor.id);
	const invitable = facts.family.participants.filter(
		(one) =>
			isCurrent(one, facts.family.today) &&
			mayBeInvited(facts, one) &&
			!mine.some(({ personId }) => personId === one.personId)
	);
	const named = (ids: readonly Person['id'][]) => ids.flatMap((id) => viewer.named(id) ?? []);
	return {
		as: 'group',
		familyId: facts.family.id,
		state: facts.state,
		about: viewer.about(facts.children),
		events: eventViews(rows.events, viewer, takesPartForAll(member, facts)),
		pieces: pieceViews(rows.pieces, viewer, own, member),
		holder: member.holder,
		kinds: kindsIn(facts.state),
		group: named(group),
		invited: busy && member.holder ? named(mine.map((one) => one.personId)) : [],
		invitable: busy && member.holder ? named(invitable.map((one) => one.personId)) : [],
		guest: facts.invitations.some((one) => one.personId === actor.id),
		may: {
			begin: may(canBeginOwnPlan, actor, facts) && own.offered.length > 0,
			decline: may(canDeclineOwnPlan, actor, facts),
			release: may(canReleaseOwnPlan, actor, facts)
		}
	};
}

/** The regisseur's page. Pieces that the family did not release are not among the rows. */
export function officeView(
	actor: Person,
	own: LoadedOwnPlan,
	rows: { readonly events: readonly EventRow[]; readonly pieces: readonly PieceRow[] }
): OfficeView {
	const { facts, loaded } = own;
	const viewer = viewerOf(actor, loaded);
	return {
		as: 'regisseur',
		familyId: facts.family.id,
		state: facts.state,
		about: viewer.about(facts.children),
		events: eventViews(rows.events, viewer, true),
		pieces: pieceViews(rows.pieces, viewer, own, null),
		may: {
			offer: may(canOfferOwnPlan, actor, facts),
			exclude: may(canExcludeOwnPlan, actor, facts),
			answer: may(canAnswerOwnPlan, actor, facts),
			takeOver: may(canTakeOverOwnPlan, actor, facts)
		}
	};
}

const eventViews = (rows: readonly EventRow[], viewer: Viewer, words: boolean): EventView[] =>
	rows.map((row) => ({
		act: row.act,
		by: viewer.named(row.byId),
		on: row.on,
		words: words ? row.words : null,
		exclusion: row.exclusion
	}));

/**
 * @param member null for the regisseur, whose rows were all released
 */
export const pieceViews = (
	rows: readonly PieceRow[],
	viewer: Viewer,
	{ facts }: Pick<LoadedOwnPlan, 'facts'>,
	member: Member | null
): PieceView[] =>
	rows
		.filter((row) => member === null || readsPiece(member, row))
		.map((row, _, seen) => ({
			id: row.id,
			kind: row.kind,
			// A goal that this person does not read is no goal of the step here.
			goalId: seen.some((one) => one.id === row.goalId) ? row.goalId : null,
			words: row.words,
			author: viewer.named(row.authorId),
			owner: row.ownerId && viewer.named(row.ownerId),
			due: row.due,
			on: dayInNetherlands(row.createdAt),
			changedOn: row.changedAt && dayInNetherlands(row.changedAt),
			mayChange: may(canChangePiece, viewer.actor, {
				...facts,
				id: row.id,
				authorId: row.authorId,
				about: row.children
			})
		}));
