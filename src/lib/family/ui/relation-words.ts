import { m } from '#lib/paraglide/messages.js';
import type { PersonView, Relation } from '#lib/family/model.ts';

export const RELATION_WORDS: Readonly<Record<Relation, () => string>> = {
	kind: m['relation.kind'],
	ouder: m['relation.ouder'],
	voogd: m['relation.voogd'],
	pleegouder: m['relation.pleegouder'],
	gezinshuisouder: m['relation.gezinshuisouder'],
	netwerk: m['relation.netwerk'],
	steun: m['relation.steun'],
	professional: m['relation.professional']
};

/** What someone is to the family: in its own words where it gave them. */
export const relationWords = (person: PersonView): string =>
	person.self ? m['relation.self']() : (person.words ?? RELATION_WORDS[person.relation]());
