import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type {
	AgreementId,
	AgreementInput,
	AnswerInput,
	StatementAnswerId,
	StatementId,
	StatementInput,
	WithdrawInput
} from '../model.ts';
import { canAgree, canAnswerStatement, canState, canWithdraw } from '../policy.ts';
import { change } from './change.ts';
import { subjectFacts, subjectFactsOrGone, subjectHash } from './subjects.ts';
import {
	insertAgreement,
	insertAnswer,
	insertStatement,
	insertWithdrawal,
	statementRow
} from './voices.store.ts';

/**
 * One person's own answer about the plan or a goal. An earlier answer stays; the newest counts.
 * @throws {Denied} for who does not see it, and with a reason for who sees it but is not asked
 */
export const recordAgreement = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, subject, answer, reason }: AgreementInput
): Promise<void> =>
	change(ctx, actor, { noun: 'agreement', family, key }, async ({ tx, me, loaded }) => {
		const may = authorize(canAgree, actor, subjectFacts(loaded, subject));
		await insertAgreement(tx, may, subject.kind, {
			...{ id: newId<AgreementId>(), familyId: family, personId: me, at: ctx.now() },
			...{ answer, reason, subjectHash: subjectHash(loaded, subject, me) },
			planVersion: loaded.plan?.version ?? 0
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'agreement', familyId: family });
	});

/**
 * A person's own words beside a thing of the plan, kept exactly. Nobody changes or deletes them: there
 * is no command for it, and the database refuses it too.
 * @throws {Denied} for who does not see it, and with a reason for a professional
 */
export const makeStatement = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, subject, words }: StatementInput
): Promise<void> =>
	change(ctx, actor, { noun: 'statement', family, key }, async ({ tx, me, loaded }) => {
		const may = authorize(canState, actor, subjectFacts(loaded, subject));
		await insertStatement(tx, may, subject.kind, {
			...{ id: newId<StatementId>(), familyId: family, personId: me, words, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'statement', familyId: family });
	});

/**
 * The person takes own words away: others then read that, and no longer the words. A second time
 * changes nothing.
 * @throws {Denied} for everyone but the person
 */
export const withdrawStatement = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, statement }: WithdrawInput
): Promise<void> =>
	change(ctx, actor, { noun: 'withdrawal', family, key }, async ({ tx, loaded }) => {
		const facts = await statementFacts(tx, loaded, statement);
		const may = authorize(canWithdraw, actor, facts);
		if (facts?.withdrawn) return;
		await insertWithdrawal(tx, may, ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'statement', familyId: family });
	});

/**
 * A professional's answer, which stands under the words from then on.
 * @throws {Denied} for who may not read the words, for family, and when they were withdrawn
 */
export const answerStatement = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, statement, words }: AnswerInput
): Promise<void> =>
	change(ctx, actor, { noun: 'statement-answer', family, key }, async ({ tx, me, loaded }) => {
		const facts = await statementFacts(tx, loaded, statement);
		const may = authorize(canAnswerStatement, actor, facts);
		await insertAnswer(tx, may, {
			...{ id: newId<StatementAnswerId>(), personId: me, words, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, {
			...{ action: 'create', thing: 'statement-answer', familyId: family }
		});
	});

async function statementFacts(tx: Tx, loaded: LoadedPlan, id: StatementId) {
	const row = await statementRow(tx, loaded.family.facts.id, id);
	if (!row) return null;
	const subject = subjectFactsOrGone(loaded, { kind: row.subjectKind, id: row.subjectId });
	return { id, authorId: row.personId, subject, withdrawn: row.withdrawnAt !== null };
}
