import type { FamilyId } from '#lib/family/model.ts';
import { loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { ConsentView } from '../model.ts';
import { holdsOn } from '../rules.ts';
import { sharesOf } from './store.ts';
import { supportsBy } from './support.store.ts';

/** Everyone whom this parent let read along in one family, now and before. Ask a rule first. */
export const parentSupports = async (read: Reader, parent: PersonId, family: FamilyId) =>
	(await supportsBy(read, parent)).filter(({ familyId }) => familyId === family);

/**
 * Everything that this person lets others see, and what ended (feature A6): who, what, why, since
 * when, until when. What holds stands first.
 */
export async function listConsents(ctx: Ctx, actor: Actor): Promise<ConsentView[]> {
	if (actor.kind !== 'person') return [];
	const today = dayInNetherlands(ctx.now());
	const families = new Map<FamilyId, LoadedFamily | null>();
	const nameOf = async (id: FamilyId, child: PersonId): Promise<string[]> => {
		if (!families.has(id)) families.set(id, await loadFamily(ctx.db.read, id, today));
		const row = families.get(id)?.people.find(({ personId }) => personId === child);
		return row ? [row.givenName] : [];
	};
	const shares = (await sharesOf(ctx.db.read, actor.id)).map((row): ConsentView => ({
		familyId: row.familyId,
		what: { is: 'own-part', withId: row.withId },
		name: row.givenName,
		why: row.why,
		since: dayInNetherlands(row.startedAt),
		until: null,
		ended: row.endedAt && dayInNetherlands(row.endedAt)
	}));
	const supports: ConsentView[] = [];
	for (const row of await supportsBy(ctx.db.read, actor.id)) {
		const children = [];
		for (const child of row.children) children.push(...(await nameOf(row.familyId, child)));
		supports.push({
			familyId: row.familyId,
			what: { is: 'support', id: row.id, kind: row.kind, children },
			name: row.givenName,
			why: row.why,
			since: dayInNetherlands(row.startedAt),
			until: row.until,
			ended: endedOn(row, today)
		});
	}
	const all = [...shares, ...supports];
	return [...all.filter((one) => !one.ended), ...all.filter((one) => one.ended)];
}

/** The day on which it was stopped, or from which it no longer held; null while it holds. */
function endedOn(row: { endedAt: Date | null; until: Day | null }, today: Day): Day | null {
	const stopped = row.endedAt && dayInNetherlands(row.endedAt);
	const lapsed = holdsOn(row, today) ? null : row.until;
	if (stopped && lapsed) return stopped < lapsed ? stopped : lapsed;
	return stopped ?? lapsed;
}
