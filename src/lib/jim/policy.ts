import { isRestricted, isUnableToDecide } from '#lib/consent/rules.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import { ageOf, hasGezag, isRegisseur, participantOf, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import type { GoalId } from '#lib/plan/model.ts';
import type { JimId, JimPart, JimState, ParentsSay } from './model.ts';
import { nextState, type JimAct } from './state.rules.ts';

/** From this age a youth alone says what somebody else may read (facts 5.1; Jeugdwet 7.3.11). */
export const ALONE_FROM_AGE = 16;

export type YouthFacts = { readonly id: PersonId; readonly family: FamilyFacts };

/** The circle, the questions and everything about asking: only the youth's own, from 12. */
export const canKeepCircle = policy('circle.keep', (actor, facts: YouthFacts) =>
	asYouth(actor, facts)
);

/** Who may be a JIM, the youth alone decides: nobody else chooses, adds or swaps one (feature J6). */
export const canAskJim = policy('jim.ask', (actor, facts: YouthFacts) => asYouth(actor, facts));

function asYouth(actor: Actor, { id, family }: YouthFacts): Decision {
	if (actor.kind !== 'person' || actor.id !== id) return hide('niet_van_u');
	if (participationOf(family, id)?.relation !== 'kind') return hide('geen_deelnemer');
	return (ageOf(family, id) ?? 0) >= OWN_SIGN_IN_AGE ? allow('kind') : deny('jonger_dan_12');
}

export type JimFacts = {
	readonly id: JimId;
	readonly youthId: PersonId;
	readonly jimId: PersonId | null;
	readonly state: JimState;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
	readonly parentsKnow: boolean;
	readonly regisseurKnows: boolean;
	/** What the youth shares now. */
	readonly parts: readonly JimPart[];
	/** What parents said about reading along. */
	readonly parents: readonly { readonly parentId: PersonId; readonly mayRead: boolean }[];
};

/** On whose side of the relation this person stands. */
const sideOf = (actor: Actor, facts: JimFacts): 'jongere' | 'jim' | null => {
	if (actor.kind !== 'person') return null;
	if (actor.id === facts.youthId) return 'jongere';
	return actor.id === facts.jimId ? 'jim' : null;
};

const move = (act: JimAct) => (actor: Actor, facts: JimFacts) => {
	const side = sideOf(actor, facts);
	if (!side || !nextState(facts.state, act, side)) return hide('niet_van_u');
	return allow(side === 'jim' ? 'jim' : 'kind');
};

/** The youth takes the question back, as long as nobody said yes. */
export const canWithdrawJim = policy('jim.withdraw', move('withdraw'));

/** Either stops it, at any time and without a reason (feature J9). */
export const canEndJim = policy('jim.end', move('end'));

const RELATIONS_THAT_ARE_NO_JIM: readonly string[] = ['ouder', 'voogd', 'professional'];

/**
 * Who holds the link may answer while the question is open. Not the youth, not a parent or guardian,
 * and nobody who helps for work: with somebody else's link they would choose themselves (feature J6).
 */
export const canAnswerJim = policy('jim.answer', (actor, facts: JimFacts) => {
	if (!nextState(facts.state, 'accept', 'link')) return hide('niet_open');
	if (actor.kind === 'visitor') return allow('jim');
	if (actor.kind !== 'person' || actor.id === facts.youthId) return hide('niet_voor_u');
	if (actor.assurance !== 'link' || isRegisseur(facts.family, actor.id)) return hide('niet_voor_u');
	const relation = participantOf(facts.family, actor.id)?.relation;
	return relation && RELATIONS_THAT_ARE_NO_JIM.includes(relation)
		? hide('niet_voor_u')
		: allow('jim');
});

/** What the youth lets the JIM see, and whom the youth tells: only the youth, while there is a JIM. */
export const canShareWithJim = policy('jim.share', (actor, facts: JimFacts) =>
	sideOf(actor, facts) === 'jongere' && facts.state === 'actief'
		? allow('kind')
		: hide('niet_van_u')
);

/** The page of who stands beside a youth. */
export const canStandBeside = policy('jim.read', (actor, facts: JimFacts) =>
	sideOf(actor, facts) === 'jim' && facts.state === 'actief' ? allow('jim') : hide('niet_van_u')
);

/** What the two write to each other: nobody else, whoever it is (feature J10). */
export const canUseNotes = policy('jim-notes.use', (actor, facts: JimFacts) => {
	const side = sideOf(actor, facts);
	if (!side || facts.state !== 'actief') return hide('niet_van_u');
	return allow(side === 'jim' ? 'jim' : 'kind');
});

/**
 * The first talk together is prepared by youth, JIM and parents who may know, and by the regisseur when
 * the youth wants that.
 */
export const canJoinTalk = policy('jim-talk.join', (actor, facts: JimFacts) => {
	const own = canUseNotes(actor, facts);
	if (own.outcome === 'allow') return own;
	if (facts.state === 'actief' && facts.regisseurKnows) {
		const regisseur = asRegisseur(actor, { id: facts.youthId, family: facts.family });
		if (regisseur.outcome === 'allow') return regisseur;
	}
	return canSayAsParent(actor, facts);
});

export type JimPartFacts = JimFacts & { readonly part: JimPart };

/**
 * The JIM reads what the youth shares now. What comes from the plan of a youth under 16 also needs a
 * yes of who has gezag (facts 5.1): it keeps the plan closed, never the JIM away.
 */
export const canReadJimPart = policy('jim-part.read', (actor, facts: JimPartFacts) => {
	const standing = canStandBeside(actor, facts);
	if (standing.outcome !== 'allow' || !facts.parts.includes(facts.part))
		return hide('niet_gedeeld');
	if (facts.part === 'woorden') return standing;
	if (participationOf(facts.family, facts.youthId)?.relation !== 'kind')
		return hide('geen_deelnemer');
	return needsParents(facts) && parentsSay(facts) !== 'ja' ? hide('geen_toestemming') : standing;
});

export type GoalOfJimFacts = JimPartFacts & {
	readonly goal: GoalId;
	/** The goals that are about this youth and nobody else. */
	readonly goals: readonly GoalId[];
};

/** The JIM says how a goal goes: a goal of the youth's own, as long as goals are shared. */
export const canGiveView = policy('jim-view.give', (actor, facts: GoalOfJimFacts) => {
	const read = canReadJimPart(actor, facts);
	return read.outcome === 'allow' && !facts.goals.includes(facts.goal) ? hide('niet_over_u') : read;
});

/** Whether what is shared of the plan also waits for a parent. */
export const needsParents = ({ family, consent, youthId }: JimFacts): boolean =>
	(ageOf(family, youthId) ?? 0) < ALONE_FROM_AGE ||
	isUnableToDecide(consent, youthId, family.today);

/**
 * What those who have gezag say about reading. `vraag`: one says yes and another no. No source says whose
 * answer counts then, so the portal does not decide: it stays closed, and the youth can ask.
 */
export function parentsSay(facts: JimFacts): ParentsSay {
	const said = facts.parents.filter(({ parentId }) => isHolder(parentId, facts));
	if (said.length === 0) return 'niets';
	if (said.every(({ mayRead }) => mayRead)) return 'ja';
	return said.some(({ mayRead }) => mayRead) ? 'vraag' : 'nee';
}

const isHolder = (parent: PersonId, { family, consent, youthId }: JimFacts): boolean =>
	hasGezag(family, parent, youthId) && !isRestricted(consent, youthId, parent, family.today);

/**
 * Parents with gezag hear that there is a JIM and who it is: of a youth under 16 as soon as somebody
 * said yes, later when the youth wants it. They say what they think, and stop nothing (feature J5).
 */
export const canSayAsParent = policy('jim-parent.say', (actor, facts: JimFacts) => {
	if (actor.kind !== 'person' || facts.state !== 'actief') return hide('geen_ouder');
	const relation = participationOf(facts.family, actor.id)?.relation;
	if (relation !== 'ouder' && relation !== 'voogd') return hide('geen_ouder');
	if (!isHolder(actor.id, facts)) return hide('geen_gezag');
	return needsParents(facts) || facts.parentsKnow ? allow(relation) : hide('niet_gedeeld');
});

export type PlacedFacts = YouthFacts & {
	/** Lives elsewhere, by decision of a judge. */
	readonly placed: boolean;
};

/**
 * Of a youth from 12 who lives elsewhere, the regisseur reads one word: there is one, not yet, not
 * wanted; never who was thought of (feature J12).
 */
export const canReadWish = policy('jim-wish.read', (actor, facts: PlacedFacts) =>
	facts.placed ? asRegisseur(actor, facts) : hide('niet_geplaatst')
);

/** The regisseur asks a youth, and the JIM if there is one, how it goes (feature J8). */
export const canAskProgress = policy('progress.ask', (actor, facts: YouthFacts) =>
	asRegisseur(actor, facts)
);

function asRegisseur(actor: Actor, { id, family }: YouthFacts): Decision {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	if (participationOf(family, id)?.relation !== 'kind') return hide('geen_kind');
	return (ageOf(family, id) ?? 0) >= OWN_SIGN_IN_AGE ? allow('regisseur') : hide('jonger_dan_12');
}
