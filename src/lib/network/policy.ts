import type { ConsentFacts } from '#lib/consent/model.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import { ageOf, childrenOf, hasGezag, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { canReadChildDirectly } from '#lib/plan/policy.ts';

type Around = { readonly family: FamilyFacts; readonly consent: ConsentFacts };

export type HelpRuleFacts = Around & {
	readonly id: string;
	/** Who helps, when that is somebody who takes part in the family. */
	readonly personId: PersonId | null;
	/** About which children; none means the whole family. */
	readonly children: readonly PersonId[];
	readonly addedBy: PersonId;
};

/**
 * A line is seen by who may see for one of its children, and one about the whole family by who may
 * see for all of them. Whoever helps sees the own line and no other; who reads along with a parent
 * has the plan, not the network.
 */
export const canReadHelp = policy('network-help.read', (actor, help: HelpRuleFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const all = childrenOf(help.family);
	const seen = all.map((child) => canReadChildDirectly(actor, { ...help, id: child }));
	const asked = help.children.length > 0 ? help.children : all;
	const open = asked.map((child) => seen[all.indexOf(child)] ?? hide('niet_over_u'));
	const allowed = open.filter((one) => one.outcome === 'allow');
	const enough = help.children.length > 0 ? allowed.length > 0 : allowed.length === all.length;
	if (enough && allowed[0]) return allowed[0];
	return asHelper(actor, help);
});

function asHelper(actor: Actor & { kind: 'person' }, help: HelpRuleFacts): Decision {
	if (help.personId !== actor.id) return hide('niet_genoemd');
	const me = participationOf(help.family, actor.id);
	return me ? allow(me.relation) : hide('geen_deelnemer');
}

export type NetworkFacts = Around & {
	readonly id: string;
	readonly helpers: readonly (PersonId | null)[];
};

/** The page: for who may see for a child of the family, and for whom a line names. */
export const canOpenNetwork = policy('network.open', (actor, network: NetworkFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	for (const child of childrenOf(network.family)) {
		const decision = canReadChildDirectly(actor, { ...network, id: child });
		if (decision.outcome === 'allow') return decision;
	}
	const me = participationOf(network.family, actor.id);
	return me && network.helpers.includes(actor.id) ? allow(me.relation) : hide('niet_genoemd');
});

export type WriteFacts = Around & {
	readonly id: string;
	/** About which children the line will be, and was; none means the whole family. */
	readonly about: readonly (readonly PersonId[])[];
	/** Who wrote the line that is changed; null for a new one. */
	readonly addedBy: PersonId | null;
};

/** Adding and changing: a parent with gezag or a guardian, a child from 12 for itself, the regisseur. */
export const canWriteHelp = policy('network-help.write', (actor, facts: WriteFacts) =>
	mayWrite(actor, facts)
);

function mayWrite(actor: Actor, { family, consent, about, addedBy }: WriteFacts): Decision {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const all = childrenOf(family);
	const asked = about.map((children) => (children.length > 0 ? children : all));
	if (asked.flat().length === 0 || !asked.flat().every((child) => all.includes(child))) {
		return hide('geen_kind');
	}
	if (isRegisseur(family, actor.id)) {
		return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
	}
	const me = participationOf(family, actor.id);
	switch (me?.relation) {
		case 'kind': {
			const own = about.every((children) => children.length === 1 && children[0] === actor.id);
			const oldEnough = (ageOf(family, actor.id) ?? 0) >= OWN_SIGN_IN_AGE;
			const ownLine = addedBy === null || addedBy === actor.id;
			return own && oldEnough && ownLine ? allow('kind') : hide('niet_van_u');
		}
		case 'ouder':
		case 'voogd': {
			const sees = (child: PersonId) =>
				canReadChildDirectly(actor, { id: child, family, consent }).outcome === 'allow';
			const holds = (children: readonly PersonId[]) =>
				children.every(sees) && children.some((child) => hasGezag(family, actor.id, child));
			return asked.every(holds) ? allow(me.relation) : hide('geen_gezag');
		}
	}
	return hide('niet_van_u');
}

/** Ending: who may change the line, and whoever helps, for the own help. */
export const canEndHelp = policy('network-help.end', (actor, help: HelpRuleFacts) => {
	const asWriter = mayWrite(actor, { ...help, about: [help.children] });
	if (asWriter.outcome === 'allow' || actor.kind !== 'person') return asWriter;
	return asHelper(actor, help);
});
