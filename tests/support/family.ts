import type { FamilyId, GezagKind, OrganisationId, RegionId, Relation } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { GoalGroup, StepState } from '#lib/plan/model.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as tables from '#lib/server/db/schema/index.ts';

const LONG_AGO = day('2020-01-01');

export type PersonSpec = {
	readonly id: string;
	readonly relation?: Relation;
	readonly words?: string;
	readonly born?: Day;
	readonly until?: Day;
	readonly gezagOver?: Readonly<Record<string, GezagKind>>;
};

export type FamilySpec = {
	readonly id: string;
	readonly review?: { readonly on: Day; readonly words: string };
	readonly people: readonly PersonSpec[];
	readonly regisseurs?: readonly {
		readonly id: string;
		readonly from?: Day;
		readonly until?: Day;
		readonly standIn?: string;
		readonly standInFrom?: Day;
		readonly standInUntil?: Day;
	}[];
	readonly kaders?: readonly { readonly child: string; readonly kind: KaderKind }[];
	readonly goals?: readonly {
		readonly words: string;
		readonly children: readonly string[];
		readonly group?: GoalGroup;
		readonly steps?: readonly {
			readonly title: string;
			readonly owner: string;
			readonly due?: Day;
			readonly state?: StepState;
		}[];
	}[];
	readonly situation?: readonly { readonly words: string; readonly children: readonly string[] }[];
};

const SOURCE = 'organisatie' as OrganisationId;
const REGION = 'regio' as RegionId;

/** Writes a family straight into the tables, for tests of what may be read from them. */
export async function aFamilyInDatabase(ctx: Ctx, spec: FamilySpec): Promise<void> {
	const familyId = spec.id as FamilyId;
	await ctx.db.write(async (tx) => {
		await tx
			.insert(tables.region)
			.values({ id: REGION, name: 'Regio', regisseurWord: 'regisseur' })
			.onConflictDoNothing();
		await tx
			.insert(tables.organisation)
			.values({
				id: SOURCE,
				regionId: REGION,
				name: 'Wijkteam Noord',
				kind: 'lokaal_team',
				phone: null
			})
			.onConflictDoNothing();
		await tx
			.insert(tables.family)
			.values({ id: familyId, regionId: REGION, source: SOURCE, knownUntil: ctx.now() });
		const staff = [
			...new Set((spec.regisseurs ?? []).flatMap((one) => [one.id, one.standIn ?? one.id]))
		];
		for (const id of staff) {
			await tx.insert(tables.person).values(personRow({ id })).onConflictDoNothing();
			await tx
				.insert(tables.professional)
				.values({
					personId: id as PersonId,
					organisationId: SOURCE,
					role: 'jeugdhulpverlener',
					phone: null,
					workingDays: ['ma', 'di']
				})
				.onConflictDoNothing();
		}
		for (const [magnet, one] of spec.people.entries()) {
			await tx.insert(tables.person).values(personRow(one)).onConflictDoNothing();
			if (one.relation) {
				await tx.insert(tables.participant).values({
					id: newId(),
					familyId,
					personId: one.id as PersonId,
					relation: one.relation,
					relationWords: one.words ?? null,
					magnet,
					from: LONG_AGO,
					until: one.until ?? null
				});
			}
		}
		for (const one of spec.people) {
			for (const [child, kind] of Object.entries(one.gezagOver ?? {})) {
				await tx.insert(tables.gezag).values({
					id: newId(),
					familyId,
					childId: child as PersonId,
					holderId: one.id as PersonId,
					kind,
					from: LONG_AGO,
					until: null
				});
			}
		}
		for (const one of spec.regisseurs ?? []) {
			await tx.insert(tables.regisseurAssignment).values({
				id: newId(),
				familyId,
				personId: one.id as PersonId,
				from: one.from ?? LONG_AGO,
				until: one.until ?? null,
				reason: 'Nieuw team',
				standInId: (one.standIn as PersonId | undefined) ?? null,
				standInFrom: one.standInFrom ?? null,
				standInUntil: one.standInUntil ?? null
			});
		}
		for (const one of spec.kaders ?? []) {
			await tx.insert(tables.kader).values({
				id: newId(),
				familyId,
				childId: one.child as PersonId,
				kind: one.kind,
				from: LONG_AGO,
				until: null,
				decidedBy: 'de kinderrechter',
				decidedOn: null
			});
		}
		const planId = newId<typeof tables.plan.$inferSelect.id>();
		await tx.insert(tables.plan).values({
			id: planId,
			familyId,
			state: 'active',
			from: LONG_AGO,
			reviewOn: spec.review?.on ?? null,
			reviewWords: spec.review?.words ?? null
		});
		for (const [position, one] of (spec.situation ?? []).entries()) {
			await tx.insert(tables.situation).values({
				id: newId(),
				planId,
				position,
				ownWords: one.words,
				professionalWords: null,
				children: one.children as PersonId[]
			});
		}
		for (const [position, one] of (spec.goals ?? []).entries()) {
			const goalId = newId<typeof tables.goal.$inferSelect.id>();
			await tx.insert(tables.goal).values({
				id: goalId,
				planId,
				position,
				group: one.group ?? 'nu',
				ownWords: one.words,
				professionalWords: `vakwoorden bij ${one.words}`,
				resultWords: null,
				children: one.children as PersonId[]
			});
			for (const [order, step] of (one.steps ?? []).entries()) {
				await tx.insert(tables.step).values({
					id: newId(),
					goalId,
					position: order,
					title: step.title,
					ownerId: step.owner as PersonId,
					due: step.due ?? null,
					state: step.state ?? 'bezig'
				});
			}
		}
	});
}

const personRow = (one: PersonSpec) => ({
	id: one.id as PersonId,
	source: SOURCE,
	givenName: one.id,
	familyName: 'Achternaam',
	birthDate: one.born ?? null,
	language: 'nl'
});
