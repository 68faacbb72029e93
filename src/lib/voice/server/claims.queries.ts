import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Viewer } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { ClaimsPage, ClaimText, ClaimView, CorrectionView } from '../claim.model.ts';
import {
	areWordsFor,
	canAskCorrection,
	canDecideCorrection,
	canReadClaim,
	canState,
	canWriteClaim,
	type ClaimFacts
} from '../policy.ts';
import { claimRows, type ClaimRows } from './claims.store.ts';
import { subjectFacts } from './subjects.ts';

type Claim = ClaimRows['claims'][number];
type Asked = { readonly loaded: LoadedPlan; readonly rows: ClaimRows; readonly viewer: Viewer };

/**
 * The facts and the opinions that this person may see, with every request to correct one.
 * @throws {Denied} as the plan itself
 */
export async function getClaimsPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<ClaimsPage> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	if (!loaded || actor.kind !== 'person') {
		throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'onbekend' });
	}
	const rows = await claimRows(ctx.db.read, familyId);
	const asked = { loaded, rows, viewer: viewerOf(actor, loaded) };
	await recordRead(ctx, permit, { thing: 'claims', familyId });
	const claims = rows.claims.flatMap((row) => claimView(asked, row) ?? []);
	const plan = loaded.plan && subjectFacts(loaded, { kind: 'plan', id: loaded.plan.id });
	const { facts: family } = loaded.family;
	const mayWrite = may(canWriteClaim, actor, {
		...{ id: familyId, children: [], family, consent: loaded.consent }
	});
	return {
		familyId,
		facts: claims.filter(({ kind }) => kind === 'feit'),
		opinions: claims.filter(({ kind }) => kind === 'mening'),
		writeAbout: mayWrite ? asked.viewer.about(childrenOf(family)) : null,
		mayState: !!plan && may(canState, actor, plan)
	};
}

function claimView(asked: Asked, row: Claim): ClaimView | null {
	const { loaded, rows, viewer } = asked;
	const facts: ClaimFacts = {
		...{ id: row.id, kind: row.kind, children: row.children },
		...{ family: loaded.family.facts, consent: loaded.consent }
	};
	if (!may(canReadClaim, viewer.actor, facts)) return null;
	const texts = rows.versions
		.filter((one) => one.claimId === row.id)
		.map((one) => textView(viewer, one));
	const text = texts.at(-1);
	if (!text) return null;
	return {
		id: row.id,
		kind: row.kind,
		about: viewer.about(row.children),
		text,
		earlier: texts.slice(0, -1).reverse(),
		corrections: rows.corrections
			.filter((one) => one.claimId === row.id)
			.flatMap((one) => correctionView(asked, facts, one) ?? []),
		mayAsk: may(canAskCorrection, viewer.actor, facts)
	};
}

const textView = (viewer: Viewer, row: ClaimRows['versions'][number]): ClaimText => ({
	words: row.words,
	saidBy: row.saidBy,
	saidOn: row.saidOn,
	writtenBy: viewer.named(row.personId),
	writtenOn: dayInNetherlands(row.at)
});

/** A request is its asker's own words: as those, it is not for everyone who sees the fact. */
function correctionView(
	{ viewer, loaded }: Asked,
	claim: ClaimFacts,
	row: ClaimRows['corrections'][number]
): CorrectionView | null {
	const person = viewer.named(row.personId);
	if (!person || !areWordsFor(viewer.actor, row.personId, ruleFacts(loaded))) return null;
	const isOpen = row.decidedAt === null;
	return {
		id: row.id,
		person,
		on: dayInNetherlands(row.at),
		wrong: row.wrong,
		right: row.right,
		decision:
			row.decidedAt && row.decidedBy && row.outcome && row.answer !== null
				? {
						outcome: row.outcome,
						answer: row.answer,
						by: viewer.named(row.decidedBy),
						on: dayInNetherlands(row.decidedAt)
					}
				: null,
		mayDecide: may(canDecideCorrection, viewer.actor, {
			...{ id: row.id, isOpen, claim }
		})
	};
}
