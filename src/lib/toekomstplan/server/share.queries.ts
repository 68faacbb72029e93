import { recordRead } from '#lib/audit/server/commands.ts';
import type { ShownPerson } from '#lib/family/model.ts';
import { assignedView, personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { birthdayAhead, lastBirthdayFor } from '../birthday.rules.ts';
import {
	DOMAINS,
	PARTS,
	type Part,
	type Sharer,
	type SharedView,
	type SharingPeopleView,
	type SharingPersonView
} from '../model.ts';
import { canGiveTip, canOpenPlan, canReadPart, canSharePart } from '../policy.ts';
import { nothing, withPlan } from './act.ts';
import { loadYouth, ownFacts, partFacts, type LoadedYouth } from './load.ts';
import { partsFor } from './part-view.ts';
import { sharersWith } from './store.ts';

/** Everyone with whom the youth can share, or does. @throws {Denied} `hide` for everyone else */
export async function getSharingPeople(ctx: Ctx, actor: Actor): Promise<SharingPeopleView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const people = youth.near
		.map(({ personId }) => personId)
		.filter((one) => partsWith(youth, one).length > 0 || mayShareWith(youth, actor, one))
		.flatMap((one) => {
			const person = viewIn(youth, one);
			return person ? [{ person, parts: partsWith(youth, one) }] : [];
		});
	return { people };
}

/** What one person sees of the own plan. @throws {Denied} `hide` for somebody who cannot be chosen */
export async function getSharingPerson(
	ctx: Ctx,
	actor: Actor,
	withId: PersonId
): Promise<SharingPersonView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const person = viewIn(youth, withId);
	const shared = partsWith(youth, withId);
	const mayShare = mayShareWith(youth, actor, withId);
	if (!person || (shared.length === 0 && !mayShare)) throw nothing(canSharePart.ability);
	const asThey = { kind: 'person', id: withId, assurance: 'second-factor' } as const;
	const seen = await partsFor(ctx.db.read, asThey, youth);
	return { person, shared, mayShare, seen: seen.map(({ view }) => view) };
}

/**
 * What somebody else lets the one who asks see. Reading is in the access log for professionals and for
 * who reads along, once for each part.
 * @throws {Denied} `hide` when nothing is shared, as when there is no such person or no plan
 */
export async function getShared(ctx: Ctx, actor: Actor, owner: PersonId): Promise<SharedView> {
	const youth = await loadYouth(ctx.db.read, owner, dayInNetherlands(ctx.now()));
	const isOwn = actor.kind === 'person' && actor.id === owner;
	const parts = youth && !isOwn ? await partsFor(ctx.db.read, actor, youth) : [];
	if (!youth || parts.length === 0) throw nothing(canReadPart.ability);
	for (const { permit } of parts) await recordRead(ctx, permit, { thing: 'toekomstplan-part' });
	const tipsOn = DOMAINS.filter((one) => {
		const facts = partFacts(youth, one);
		return facts !== null && may(canGiveTip, actor, facts);
	});
	const last = lastBirthdayFor(parts[0]?.permit.relation ?? '');
	const birthday = birthdayAhead(youth.child.birthDate, youth.today, [last]);
	return { name: youth.child.name, parts: parts.map(({ view }) => view), birthday, tipsOn };
}

/** Whoever lets this person see a part now, by the same rule as {@link getShared} (a test compares them). */
export async function listSharers(ctx: Ctx, actor: Actor): Promise<Sharer[]> {
	if (actor.kind !== 'person') return [];
	const found: Sharer[] = [];
	for (const { id, name } of await sharersWith(ctx.db.read, actor.id)) {
		const youth = await loadYouth(ctx.db.read, id, dayInNetherlands(ctx.now()));
		const sees = (part: Part) => {
			const facts = youth && partFacts(youth, part);
			return facts !== null && may(canReadPart, actor, facts);
		};
		if (PARTS.some(sees)) found.push({ id, name });
	}
	return found;
}

/** What somebody around the youth is called; empty for who no longer is. */
export const nameIn = (youth: LoadedYouth, who: PersonId): string => viewIn(youth, who)?.name ?? '';

const partsWith = ({ shares }: LoadedYouth, who: PersonId): Part[] =>
	PARTS.filter((part) => shares.some((one) => one.part === part && one.withId === who));

const mayShareWith = (youth: LoadedYouth, actor: Actor, withId: PersonId): boolean =>
	may(canSharePart, actor, { ...ownFacts(youth), withId, near: youth.near });

/** Somebody around the youth, as pages of the youth name this person. */
export function viewIn({ child, beside }: LoadedYouth, who: PersonId): ShownPerson | null {
	for (const family of child.families) {
		const row = family.people.find((one) => one.personId === who);
		if (row) return personView(row, child.id);
		const assigned = assignedView(family, who, child.id);
		if (assigned) return assigned;
	}
	const one = beside.find(({ personId }) => personId === who);
	const name = one?.name;
	if (name === undefined) return null;
	const magnet = child.families[0]?.people.length ?? 0;
	return { id: who, name, magnet, relation: 'jim', words: null, self: false };
}
