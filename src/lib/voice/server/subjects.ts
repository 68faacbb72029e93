import { childrenOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Subject } from '../model.ts';
import type { SubjectFacts } from '../policy.ts';

type Found = Pick<SubjectFacts, 'children' | 'ownerId'>;

function find({ family, plan }: LoadedPlan, { kind, id }: Subject): Found | null {
	if (!plan) return null;
	switch (kind) {
		case 'plan':
			return plan.id === id ? { children: childrenOf(family.facts), ownerId: null } : null;
		case 'situation':
			return withoutOwner(plan.situations.find((one) => one.id === id));
		case 'goal':
			return withoutOwner(plan.goals.find((one) => one.id === id));
		case 'step': {
			const step = plan.steps.find((one) => one.id === id);
			const goal = plan.goals.find((one) => one.id === step?.goalId);
			return step && goal ? { children: goal.children, ownerId: step.ownerId } : null;
		}
	}
}

const withoutOwner = (found: { readonly children: readonly PersonId[] } | undefined) =>
	found ? { children: found.children, ownerId: null } : null;

/** A thing of the plan as rules need it; null when this plan does not have it. */
export function subjectFacts(loaded: LoadedPlan, subject: Subject): SubjectFacts | null {
	const found = find(loaded, subject);
	return found && { ...subject, ...found, plan: ruleFacts(loaded) };
}

/** As {@link subjectFacts}; what is no longer in the plan is about nobody, so that nobody sees it. */
export const subjectFactsOrGone = (loaded: LoadedPlan, subject: Subject): SubjectFacts =>
	subjectFacts(loaded, subject) ?? {
		...subject,
		children: [],
		ownerId: null,
		plan: ruleFacts(loaded)
	};

/**
 * A hash of the words that somebody gives a view on. Of the plan as a whole only what this person
 * sees of it counts: a change in another child's part must not show here.
 */
export function subjectHash(loaded: LoadedPlan, subject: Subject, person: PersonId): string {
	const { plan } = loaded;
	const viewer = viewerOf({ kind: 'person', id: person, assurance: 'link' }, loaded);
	const ofPlan = subject.kind === 'plan';
	const goals = plan?.goals.filter((one) =>
		ofPlan ? viewer.sees(one) : subject.kind === 'goal' && one.id === subject.id
	);
	const parts = ofPlan ? plan?.situations.filter((one) => viewer.sees(one)) : [];
	const texts = [...(parts ?? []), ...(goals ?? [])].map((one) => [
		one.id,
		one.ownWords,
		one.professionalWords,
		'group' in one && ofPlan ? one.group : null
	]);
	const ends = ofPlan && viewer.seesAll ? [plan?.endWords, plan?.relapseWords] : [];
	return hashToken(JSON.stringify([texts, ends]));
}
