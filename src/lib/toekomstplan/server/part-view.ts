import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, may, type Permit } from '#lib/kernel/policy.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { DOMAINS, type PartView } from '../model.ts';
import { canReadPart } from '../policy.ts';
import { loadWords, partFacts, type LoadedYouth } from './load.ts';

/**
 * The parts that this person may see, each with the proof of it. The preview of the youth asks the same
 * for the other person, so that it cannot show something else.
 */
export async function partsFor(
	read: Reader,
	actor: Actor,
	youth: LoadedYouth
): Promise<{ view: PartView; permit: Permit }[]> {
	const words = await loadWords(read, youth.plan);
	return DOMAINS.flatMap((part) => {
		const facts = partFacts(youth, part);
		if (!facts || !may(canReadPart, actor, facts)) return [];
		const { nu, wens, stap, hulp } = words[part];
		const texts = { nu: nu.words, wens: wens.words, stap: stap.words, hulp: hulp.words };
		return [{ view: { part, words: texts }, permit: authorize(canReadPart, actor, facts) }];
	});
}
