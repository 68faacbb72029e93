import type { Actor } from '#lib/kernel/actor.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { VersionView } from '../history.model.ts';
import { canReadPlan } from '../policy.ts';
import { seenVersions, versionView, type Numbered, type SeenVersion } from './history.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import { sightOf, type Sight } from './sight.ts';
import type { PlanRow } from './store.ts';
import { changesAfter, versionRows, type VersionRow } from './version.store.ts';
import type { Person } from './viewer.ts';

/** Answers as if it were not there. @throws {Denied} always */
export const notThere = (): never => {
	throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'onbekend' });
};

/** Everything that ever changed in a plan, and what one person sees of it. Never reaches a page whole. */
export type History = {
	readonly actor: Person;
	readonly loaded: LoadedPlan;
	readonly plan: PlanRow;
	readonly sight: Sight;
	readonly changes: readonly Numbered[];
	readonly seen: readonly SeenVersion[];
	readonly rows: ReadonlyMap<number, VersionRow>;
};

/** Reads the history of a plan for one person. Ask `canReadPlan` or `canWritePlan` first. */
export async function loadHistory(
	read: Reader,
	actor: Actor,
	loaded: LoadedPlan | null
): Promise<History> {
	if (!loaded?.plan || actor.kind !== 'person') return notThere();
	const { plan } = loaded;
	const sight = sightOf(actor, loaded);
	const changes = await changesAfter(read, plan.id, 0);
	const rows = await versionRows(read, plan.id);
	return {
		...{ actor, loaded, plan, sight, changes },
		seen: seenVersions(sight, itemsOf(plan), changes),
		rows: new Map(rows.map((row): [number, VersionRow] => [row.number, row]))
	};
}

/** A version in words, for this person. */
export const inWords = ({ sight, seen, rows }: History, one: SeenVersion): VersionView =>
	versionView(sight, seen, rows, one);
