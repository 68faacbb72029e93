import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import type {
	AddPiece,
	ChangePiece,
	OwnPlanId,
	PieceId,
	PieceKind,
	RemovePiece
} from '../model.ts';
import { canAddPiece, canChangePiece, canOpenOwnPlan } from '../policy.ts';
import { groupOf, isReleased, memberOf, readsPiece, type Member } from '../rules.ts';
import { acting, unknown, type Acting } from './act.ts';
import { deletePiece, insertPiece, pieceRow, updatePiece, type PieceRow } from './pieces.store.ts';

/**
 * Somebody of the group writes a piece; after the release only a remark, which the regisseur reads.
 * @throws {Denied}
 * @throws {Refused} for a goal, a person or a child that is not in this plan, and after the release
 */
export const addPiece = (ctx: Ctx, actor: Actor, family: FamilyId, input: AddPiece) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const { tx, own, at } = asked;
		if (!own.ownPlanId) throw unknown();
		const facts = { ...own.facts, id: own.ownPlanId, kind: input.kind };
		keepWhatWasTyped(asked, input.kind);
		const permit = authorize(canAddPiece, actor, facts);
		const member = mustBeMember(asked);
		const children = childrenChosen(asked, member, input.about);
		const content = await checked(asked, permit.id, member, input.kind, input);
		await insertPiece(tx, permit, {
			...content,
			id: newId<PieceId>(),
			kind: input.kind,
			authorId: asked.actor.id,
			children,
			createdAt: at,
			releasedAt: isReleased(own.facts.state) ? at : null
		});
		await recordAudit(ctx, tx, permit, { action: 'create', thing: 'own-plan', familyId: family });
	});

/** The one who wrote a piece writes it again. @throws {Denied} @throws {Refused} */
export const changePiece = (ctx: Ctx, actor: Actor, family: FamilyId, input: ChangePiece) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const { tx, at } = asked;
		const row = await ownPieceOf(asked, input.piece);
		if (row.authorId === asked.actor.id) keepWhatWasTyped(asked, row.kind);
		const permit = authorize(canChangePiece, actor, pieceFacts(asked, row));
		const member = mustBeMember(asked);
		const content = await checked(asked, row.ownPlanId, member, row.kind, input);
		await updatePiece(tx, permit, { ...content, changedAt: at });
		await recordAudit(ctx, tx, permit, { action: 'update', thing: 'own-plan', familyId: family });
	});

/** The one who wrote a piece takes it away, for good. @throws {Denied} */
export const removePiece = (ctx: Ctx, actor: Actor, family: FamilyId, input: RemovePiece) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const row = await ownPieceOf(asked, input.piece);
		const permit = authorize(canChangePiece, actor, pieceFacts(asked, row));
		await deletePiece(asked.tx, permit);
		await recordAudit(ctx, asked.tx, permit, {
			action: 'delete',
			thing: 'own-plan',
			familyId: family
		});
	});

/** Released while somebody was typing: their words come back to them, with the reason. */
function keepWhatWasTyped({ own, actor }: Acting, kind: PieceKind): void {
	if (!may(canOpenOwnPlan, actor, own.facts)) return;
	if (isReleased(own.facts.state) && kind !== 'opmerking') {
		throw new Refused({ words: 'ownPlan.alreadyReleased' });
	}
}

function mustBeMember({ own, actor }: Acting): Member {
	const member = memberOf(own.facts, actor.id);
	if (!member) throw unknown();
	return member;
}

async function ownPieceOf({ tx, own }: Acting, id: PieceId): Promise<PieceRow> {
	const row = own.ownPlanId && (await pieceRow(tx, own.ownPlanId, id));
	if (!row) throw unknown();
	return row;
}

const pieceFacts = ({ own }: Acting, row: PieceRow) => ({
	...own.facts,
	id: row.id,
	authorId: row.authorId,
	about: row.children
});

/** One child that the writer may name, or all for whom the writer takes part. */
function childrenChosen({ own, actor }: Acting, member: Member, about: PersonId | null) {
	if (about === null) return [...member.children];
	const named = member.children.includes(about) && viewerOf(actor, own.loaded).named(about);
	if (!named) throw new Refused({ about: 'fout.kinderen' });
	return [about];
}

type Content = Pick<ChangePiece, 'words' | 'goal' | 'owner' | 'due'>;

/** Words with a goal, a person and a day that fit this kind and that the writer knows of. */
async function checked(
	{ tx, own, actor }: Acting,
	ownPlanId: OwnPlanId,
	member: Member,
	kind: PieceKind,
	{ words, goal, owner, due }: Content
): Promise<Pick<PieceRow, 'words' | 'goalId' | 'ownerId' | 'due'>> {
	const doing = kind === 'stap' || kind === 'hulp';
	const goalId = doing ? goal : null;
	if (kind === 'stap' && !goalId) throw new Refused({ goal: 'fout.doel' });
	if (goalId) {
		const row = await pieceRow(tx, ownPlanId, goalId);
		if (row?.kind !== 'doel' || !readsPiece(member, row)) {
			throw new Refused({ goal: 'fout.doel' });
		}
	}
	const ownerId = doing ? owner : null;
	if (doing && !ownerId) throw new Refused({ owner: 'fout.eigenaar' });
	if (ownerId) {
		const inGroup = groupOf(own.facts).includes(ownerId);
		if (!inGroup || !viewerOf(actor, own.loaded).named(ownerId)) {
			throw new Refused({ owner: 'fout.eigenaar' });
		}
	}
	return { words, goalId, ownerId, due: kind === 'stap' || kind === 'gelukt' ? due : null };
}
