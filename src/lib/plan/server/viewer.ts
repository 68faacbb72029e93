import type { PersonView } from '#lib/family/model.ts';
import { childrenOf, isRegisseur } from '#lib/family/rules.ts';
import { knowsSupporter } from '#lib/consent/rules.ts';
import { assignedView, personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import { canReadChildPart, canReadItem } from '../policy.ts';
import type { LoadedPlan } from './load.ts';

export type Person = Extract<Actor, { kind: 'person' }>;

/** How one person sees the people of a family: whose part is open, and who may be named. */
export type Viewer = {
	readonly actor: Person;
	/** The children whose part this person may see. */
	readonly openChildren: ReadonlySet<PersonId>;
	/** Words about the whole family may name any child: for who may see all of them (A5). */
	readonly seesAll: boolean;
	/** Null for a child, or a supporter of another household, of whom this person may not know here. */
	readonly named: (id: PersonId) => PersonView | null;
	/** Of these children, the ones that this person may see. */
	readonly about: (children: readonly PersonId[]) => PersonView[];
	/** Whether this person sees an item about these children: the rule `canReadItem`. */
	readonly sees: (item: { readonly id: string; readonly children: readonly PersonId[] }) => boolean;
};

/** Asks the rules once for a person and a family; every list of the plan is made with the answer. */
export function viewerOf(actor: Person, loaded: Pick<LoadedPlan, 'family' | 'consent'>): Viewer {
	const { family, consent } = loaded;
	const facts = { family: family.facts, consent };
	const children = childrenOf(family.facts);
	const openChildren = new Set(
		children.filter((id) => may(canReadChildPart, actor, { ...facts, id }))
	);
	const seesAll = children.every((id) => openChildren.has(id));
	const rows = new Map(family.people.map((row) => [row.personId, row]));
	const isHiddenSupporter = ({ personId, relation }: (typeof family.people)[number]) =>
		relation === 'steun' &&
		!isRegisseur(family.facts, actor.id) &&
		!knowsSupporter(consent, actor.id, personId, family.facts.today);
	const named = (id: PersonId): PersonView | null => {
		const row = rows.get(id);
		if (!row) return assignedView(family, id, actor.id);
		const hiddenChild = row.relation === 'kind' && id !== actor.id && !openChildren.has(id);
		if (hiddenChild || isHiddenSupporter(row)) return null;
		const view = personView(row, actor.id);
		return seesAll ? view : { ...view, words: null };
	};
	return {
		actor,
		openChildren,
		seesAll,
		named,
		about: (list) => list.filter((id) => openChildren.has(id)).flatMap((id) => named(id) ?? []),
		sees: (item) => may(canReadItem, actor, { ...item, ...facts })
	};
}
