import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { familiegroepsplanWaived } from '#lib/familiegroepsplan/server/queries.ts';
import { childrenOf } from '#lib/family/rules.ts';
import { personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { COURT_MEASURES } from '#lib/rights/kader.model.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Person } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { TERM_KINDS, type TermsView } from '../model.ts';
import { canReadTerm, canReadTerms, canReadTermsOfChild, canRecordTermEvent } from '../policy.ts';
import { isOffered } from '../rules.ts';
import { holidaysAround } from './holidays.ts';
import { termEventRows, type TermEventRow } from './store.ts';
import { termView } from './term-view.ts';

/**
 * The statutory terms of a family's children, as far as this person may see them.
 * @throws {Denied} as `canReadTerms`
 */
export async function getTermsPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<TermsView> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadTerms, actor, loaded && ruleFacts(loaded));
	if (!loaded || actor.kind !== 'person') return { familyId: id, children: [] };
	const rows = await termEventRows(ctx.db.read, id);
	const waived = await familiegroepsplanWaived(ctx.db.read, id);
	const holidays = await holidaysAround([
		...rows.map((row) => row.on),
		...(waived ? [waived] : [])
	]);
	await recordRead(ctx, permit, { thing: 'terms', familyId: id });
	const children = childrenOf(loaded.family.facts).flatMap((child) =>
		childView(actor, loaded, child, { rows, holidays, waived })
	);
	return { familyId: id, children };
}

type Known = {
	readonly rows: readonly TermEventRow[];
	readonly holidays: Awaited<ReturnType<typeof holidaysAround>>;
	readonly waived: Day | null;
};

function childView(
	actor: Person,
	loaded: LoadedPlan,
	child: PersonId,
	{ rows, holidays, waived }: Known
): TermsView['children'] {
	const { family, consent, kaders } = loaded;
	const facts = { family: family.facts, consent, kaders, id: child };
	const row = family.people.find((one) => one.personId === child);
	if (!row || !may(canReadTermsOfChild, actor, facts)) return [];
	// A party to a court measure reads the name of the child it is about, and nothing else of it.
	const person: PersonView = { ...personView(row, actor.id), words: null };
	const viewer = viewerOf(actor, loaded);
	const named = (id: PersonId) => (id === child ? person : viewer.named(id));
	const kinds = kaders
		.filter((one) => one.childId === child && isCurrent(one, family.facts.today))
		.map((one) => one.kind);
	const readable = TERM_KINDS.filter((term) => may(canReadTerm, actor, { ...facts, term }));
	return [
		{
			person,
			terms: readable.flatMap((term) => {
				const events = rows.filter((one) => one.childId === child && one.term === term);
				const starts = term === 'plan' && isOffered(term, kinds) ? waived : null;
				const started =
					starts !== null || events.some((one) => one.moment === 'start' && !one.withdrawnAt);
				return events.length === 0 && !starts
					? []
					: termView({
							...{ term, events, kinds, holidays, named, viewer: actor.id, waived: starts },
							today: family.facts.today,
							underMeasure: kinds.some((kind) => COURT_MEASURES.includes(kind)),
							mayMeet: may(canRecordTermEvent, actor, { ...facts, term, moment: 'met', started })
						});
			}),
			offered: readable.filter((term) =>
				may(canRecordTermEvent, actor, { ...facts, term, moment: 'start', started: false })
			)
		}
	];
}
