import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { DemoPerson, DemoView } from '../model.ts';
import { standingOf } from './accounts.store.ts';
import { demoCouncil, demoParticipants, demoProfessionals } from './demo.store.ts';
import { startSession, type Browser, type Started } from './sessions.commands.ts';

const MOST_PEOPLE = 200;

/** The people of the demo, family by family; null when this is not a demo. */
export async function findDemoPeople(ctx: Ctx): Promise<DemoView | null> {
	if (!ctx.config.demo) return null;
	const today = dayInNetherlands(ctx.now());
	const isOver = ({ until }: { until: Day | null }) => until !== null && until <= today;
	const families = new Map<string, DemoPerson[]>();
	for (const row of await demoParticipants(ctx.db.read, MOST_PEOPLE)) {
		if (isOver(row)) continue;
		const people = families.get(row.familyId) ?? [];
		people.push({ id: row.id, name: fullName(row), relation: row.relation });
		families.set(row.familyId, people);
	}
	const professionals = await demoProfessionals(ctx.db.read, MOST_PEOPLE);
	const council = await demoCouncil(ctx.db.read, MOST_PEOPLE);
	return {
		families: [...families.values()].map((people) => ({ people })),
		professionals: professionals.map((row) => ({
			id: row.id,
			name: fullName(row),
			role: row.role
		})),
		council: council
			.filter((row) => !isOver(row))
			.map((row) => ({ id: row.id, name: fullName(row), seat: row.seat }))
	};
}

/**
 * Signs in as a person from the demo's list.
 * @returns null when this is not a demo, or there is no such person
 */
export async function signInForDemo(
	ctx: Ctx,
	personId: PersonId,
	browser: Browser
): Promise<(Started & { staff: boolean }) | null> {
	if (!ctx.config.demo) return null;
	return ctx.db.write(async (tx) => {
		const standing = await standingOf(tx, personId);
		if (!standing) return null;
		const { staff } = standing;
		const assurance = staff ? 'second-factor' : 'link';
		const started = await startSession(ctx, tx, { personId, assurance, demo: true }, browser);
		return { ...started, staff };
	});
}

const fullName = (row: { givenName: string; familyName: string }) =>
	`${row.givenName} ${row.familyName}`;
