import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { currentAssignment, isRegisseur } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Person, type Viewer } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { QuestionId, QuestionLine, QuestionsView, QuestionView } from '../question.model.ts';
import {
	canAskQuestion,
	canCloseQuestion,
	canListQuestions,
	canMoveDate,
	canReadQuestion,
	canReply,
	type QuestionFacts
} from '../question.policy.ts';
import { expectation, stateOf } from '../rules.ts';
import { messageRows, questionRow, questionRows, type QuestionRow } from './questions.store.ts';

/** What the rules about a question decide about. */
export const questionFacts = (row: QuestionRow, loaded: LoadedPlan): QuestionFacts => ({
	id: row.id,
	askerId: row.askerId,
	turn: row.turn,
	moved: row.movedTo !== null,
	closed: row.closedAt !== null,
	plan: ruleFacts(loaded)
});

/**
 * The questions of this person; for the regisseur all of the family, longest waiting first.
 * @throws {Denied} for who can ask nothing here and is not the regisseur
 */
export async function getQuestionsPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<QuestionsView> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const permit = authorize(canListQuestions, actor, loaded && ruleFacts(loaded));
	if (!loaded || actor.kind !== 'person') throw absent();
	await recordRead(ctx, permit, { thing: 'questions', familyId });
	const viewer = viewerOf(actor, loaded);
	const lines = (await questionRows(ctx.db.read, familyId))
		.filter((row) => may(canReadQuestion, actor, questionFacts(row, loaded)))
		.map((row) => questionLine(row, viewer, loaded));
	return {
		familyId,
		open: lines
			.filter((one) => one.state !== 'closed')
			.toSorted((a, b) => a.expected.on.localeCompare(b.expected.on)),
		closed: lines.filter((one) => one.state === 'closed').reverse(),
		mayAsk: may(canAskQuestion, actor, { id: '' as QuestionId, plan: ruleFacts(loaded) }),
		hasRegisseur: currentAssignment(loaded.family.facts) !== null
	};
}

/**
 * One question with everything that was written.
 * @throws {Denied} `hide` for everyone but the asker and today's regisseur
 */
export async function getQuestionPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	id: QuestionId
): Promise<QuestionView> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const row = await questionRow(ctx.db.read, familyId, id);
	const facts = loaded && row ? questionFacts(row, loaded) : null;
	const permit = authorize(canReadQuestion, actor, facts);
	if (!loaded || !row || !facts || actor.kind !== 'person') throw absent();
	await recordRead(ctx, permit, { thing: 'question', familyId });
	const viewer = viewerOf(actor, loaded);
	const messages = await messageRows(ctx.db.read, id);
	return {
		...questionLine(row, viewer, loaded),
		familyId,
		messages: messages.map((one) => ({
			id: one.id,
			author: viewer.named(one.authorId),
			ofAsker: one.authorId === row.askerId,
			on: dayInNetherlands(one.writtenAt),
			words: one.words
		})),
		may: {
			reply: may(canReply, actor, facts),
			move: may(canMoveDate, actor, facts),
			close: may(canCloseQuestion, actor, facts)
		}
	};
}

function questionLine(row: QuestionRow, viewer: Viewer, { family }: LoadedPlan): QuestionLine {
	const regisseur = isRegisseur(family.facts, viewer.actor.id);
	return {
		id: row.id,
		kind: row.kind,
		askedOn: dayInNetherlands(row.askedAt),
		asker: regisseur ? viewer.named(row.askerId) : null,
		words: row.words,
		state: stateOf(row),
		expected: expectation(row, family.facts.today)
	};
}

/** Open questions of this person that have an answer, for the first page. */
export async function answeredFor(
	ctx: Ctx,
	actor: Person,
	loaded: LoadedPlan
): Promise<QuestionId[]> {
	const rows = await questionRows(ctx.db.read, loaded.family.facts.id);
	return rows
		.filter(
			(row) =>
				row.askerId === actor.id &&
				stateOf(row) === 'answered' &&
				may(canReadQuestion, actor, questionFacts(row, loaded))
		)
		.map((row) => row.id);
}

const absent = () => new Denied(canReadQuestion.ability, { outcome: 'hide', reason: 'onbekend' });
