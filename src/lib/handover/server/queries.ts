import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import { listNetwork } from '#lib/network/server/queries.ts';
import { GOAL_GROUPS } from '#lib/plan/model.ts';
import { canReadPlan, canWritePlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Viewer } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type {
	HandoverGoal,
	HandoverId,
	HandoverListView,
	HandoverText,
	HandoverView
} from '../model.ts';
import { canAnswerHandover, canReadHandover } from '../policy.ts';
import { stateOf } from '../rules.ts';
import { handoverFacts } from './facts.ts';
import { handoverRow, handoverRows, type TextRow, type WholeHandover } from './store.ts';

/**
 * The handovers that this person may see, newest first.
 * @throws {Denied} like the plan page; `hide` for who sees only steps that name them
 */
export async function getHandovers(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId
): Promise<HandoverListView> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const viewer = loaded && actor.kind === 'person' ? viewerOf(actor, loaded) : null;
	if (!loaded || !viewer?.openChildren.size) throw nothing();
	const rows = (await handoverRows(ctx.db.read, id)).filter((row) =>
		may(canReadHandover, actor, handoverFacts(loaded, row))
	);
	const start = may(canWritePlan, actor, ruleFacts(loaded));
	await recordRead(ctx, permit, { thing: 'handover', familyId: id });
	return {
		familyId: id,
		handovers: rows.flatMap((row) => {
			const [text] = row.texts;
			return text
				? [
						{
							...{ id: row.id, about: viewer.about(row.children), talkOn: text.talkOn },
							state: stateOf(signersIn(loaded, row, viewer).map((one) => one.says))
						}
					]
				: [];
		}),
		may: { start },
		children: start ? viewer.about(childrenOf(loaded.family.facts)) : [],
		relapseWords: start ? (loaded.plan?.relapseWords ?? null) : null
	};
}

/** One handover. @throws {Denied} `hide` for one that is not there and one that is not for this person */
export async function getHandover(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: HandoverId
): Promise<HandoverView> {
	const loaded = await loadPlan(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const row = await handoverRow(ctx.db.read, family, id);
	const facts = loaded && row && handoverFacts(loaded, row);
	const permit = authorize(canReadHandover, actor, facts);
	const [text, ...earlier] = row?.texts ?? [];
	if (!loaded || !row || !facts || !text || actor.kind !== 'person') throw nothing();
	await recordRead(ctx, permit, { thing: 'handover', familyId: family });
	const viewer = viewerOf(actor, loaded);
	const signers = signersIn(loaded, row, viewer);
	return {
		id,
		familyId: family,
		about: viewer.about(row.children),
		revision: text.revision,
		text: wordsIn(text),
		writtenOn: dayInNetherlands(text.at),
		state: stateOf(signers.map((one) => one.says)),
		signers,
		earlier: earlier.map((one) => ({
			...{ revision: one.revision, writtenOn: dayInNetherlands(one.at), text: wordsIn(one) },
			answers: row.answers
				.filter(({ revision }) => revision === one.revision)
				.map(({ personId, says, words }) => ({ person: viewer.named(personId), says, words }))
		})),
		goals: goalsAbout(loaded, viewer, row),
		network: await listNetwork(ctx.db.read, actor, loaded),
		may: {
			revise: may(canWritePlan, actor, ruleFacts(loaded)),
			answer: may(canAnswerHandover, actor, facts)
		}
	};
}

function signersIn(loaded: LoadedPlan, row: WholeHandover, viewer: Viewer) {
	const revision = row.texts[0]?.revision;
	return handoverFacts(loaded, row).signers.map((id) => {
		const said = row.answers.findLast((one) => one.personId === id && one.revision === revision);
		return {
			person: viewer.named(id),
			says: said?.says ?? null,
			words: said?.words ?? null,
			on: said ? dayInNetherlands(said.at) : null
		};
	});
}

/** The goals about a child of this handover, as far as this person may see them, group by group. */
function goalsAbout({ plan }: LoadedPlan, viewer: Viewer, { children }: WholeHandover) {
	const about = (plan?.goals ?? []).filter(
		(goal) => goal.children.some((child) => children.includes(child)) && viewer.sees(goal)
	);
	return GOAL_GROUPS.flatMap((of) => about.filter(({ group }) => group === of)).map(
		({ id, group, ownWords, resultWords }): HandoverGoal => ({ id, group, ownWords, resultWords })
	);
}

const wordsIn = ({
	talkOn,
	resultWords,
	riskWords,
	relapseWords,
	nextWords
}: TextRow): HandoverText => ({
	...{ talkOn, resultWords, riskWords, relapseWords, nextWords }
});

const nothing = () => new Denied('handover.read', { outcome: 'hide', reason: 'onbekend' });
