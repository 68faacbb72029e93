import type { Known } from './known.ts';
import type { CaseMessage, MessageFamily } from './message.ts';

/**
 * A message beside the changes of regisseur that two colleagues agreed on in the portal (P3). A case
 * system that does not know of one must not undo it by staying silent, and one that does names it under
 * an id of its own:
 * - a row with the person and the first day of a successor from here is that successor: it keeps the
 *   id, and the reason that the family read;
 * - a row that leaves open the end of an assignment that a successor from here ended, keeps that end.
 * An end that the message does name counts, and is checked like any other.
 */
export const besideSuccessions = (message: CaseMessage, known: Known): CaseMessage => ({
	...message,
	families: message.families.map((family) => ({
		...family,
		regisseurs: family.regisseurs.map((row) => asKnown(row, family, known))
	}))
});

type SentRegisseur = MessageFamily['regisseurs'][number];

function asKnown(sent: SentRegisseur, { id: familyId }: MessageFamily, known: Known) {
	const here = known.regisseurs.filter((one) => one.familyId === familyId);
	const mine = here.find(
		(one) => one.begunHere && one.person === sent.person && one.from === sent.from
	);
	const row: SentRegisseur = mine ? { ...sent, id: mine.id, reason: mine.reason } : sent;
	const there = here.find((one) => one.id === row.id);
	return there?.endedHere && there.until && !row.until ? { ...row, until: there.until } : row;
}
