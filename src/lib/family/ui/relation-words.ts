import { m } from '#lib/paraglide/messages.js';
import type { ShownPerson } from '#lib/family/model.ts';

export const RELATION_WORDS: Readonly<Record<ShownPerson['relation'], () => string>> = {
	kind: m['relation.kind'],
	ouder: m['relation.ouder'],
	voogd: m['relation.voogd'],
	pleegouder: m['relation.pleegouder'],
	gezinshuisouder: m['relation.gezinshuisouder'],
	netwerk: m['relation.netwerk'],
	steun: m['relation.steun'],
	jim: m['relation.jim'],
	professional: m['relation.professional']
};

/** What someone is to the family: in its own words where it gave them. */
export const relationWords = (person: ShownPerson): string =>
	person.self ? m['relation.self']() : (person.words ?? RELATION_WORDS[person.relation]());
