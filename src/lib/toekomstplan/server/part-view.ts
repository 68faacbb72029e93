import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, may, type Permit } from '#lib/kernel/policy.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { basicsNow, somebodyStays } from '../basis.rules.ts';
import { isDomain, PARTS, type Part, type PartView } from '../model.ts';
import { canReadPart } from '../policy.ts';
import type { Planned } from './act.ts';
import { basicRows, stayRows } from './basis.store.ts';
import { loadWords, partFacts, type LoadedYouth } from './load.ts';
import { loadTimeline } from './timeline.load.ts';

/**
 * The parts that this person may see, each with the proof of it. The preview of the youth asks the same
 * for the other person, so that it cannot show something else.
 */
export async function partsFor(
	read: Reader,
	actor: Actor,
	youth: LoadedYouth
): Promise<{ view: PartView; permit: Permit }[]> {
	const { plan } = youth;
	if (!plan) return [];
	const seen: { view: PartView; permit: Permit }[] = [];
	for (const part of PARTS) {
		const facts = partFacts(youth, part);
		if (!facts || !may(canReadPart, actor, facts)) continue;
		const permit = authorize(canReadPart, actor, facts);
		seen.push({ view: await viewOf(read, part, { ...youth, plan }), permit });
	}
	return seen;
}

async function viewOf(read: Reader, part: Part, youth: Planned): Promise<PartView> {
	if (isDomain(part)) {
		const { nu, wens, stap, hulp } = (await loadWords(read, youth.plan))[part];
		const words = { nu: nu.words, wens: wens.words, stap: stap.words, hulp: hulp.words };
		return { part, words };
	}
	if (part === 'tijdlijn') {
		// What the youth is reminded of, and what is not for the youth, is nobody else's.
		const { items } = await loadTimeline(read, youth);
		const open = items.filter(({ state }) => state !== 'niet');
		return { part, items: open.map((item) => ({ ...item, remindOn: null })) };
	}
	const stays = await stayRows(read, youth.plan.id);
	const basics = basicsNow(await basicRows(read, youth.plan.id), somebodyStays(stays));
	const yes = stays.filter(({ says }) => says === 'ja').map(({ name }) => name);
	return { part, basics, stays: yes };
}
