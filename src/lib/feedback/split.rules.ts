import type { FamilyFacts, OrganisationId, RegionId } from '#lib/family/model.ts';
import { ageOf, currentAssignment } from '#lib/family/rules.ts';
import { isCurrent, type Day, type Period } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { strictest } from '#lib/plan/rules.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { AgeBand, HelpKind, Split } from './model.ts';
import type { EndReason, TrajectoryId } from './trajectory.model.ts';

export type TrajectoryFacts = Period & {
	readonly id: TrajectoryId;
	readonly childId: PersonId;
	readonly providerId: OrganisationId;
	readonly help: HelpKind;
	readonly reason: EndReason | null;
};

/** A family with the help around it, on one day. */
export type Around = {
	readonly family: FamilyFacts;
	readonly region: RegionId;
	readonly kaders: readonly (Period & { readonly childId: PersonId; readonly kind: KaderKind })[];
	readonly trajectories: readonly TrajectoryFacts[];
};

/** What an answer is counted under. The organisation is no dimension of a table: it says whose council sees it. */
export type Placed = Split & { readonly organisation: OrganisationId | null };

export const ageBandOf = (age: number | null): AgeBand | null => {
	if (age === null || age < 12 || age > 23) return null;
	if (age < 16) return '12-15';
	return age < 18 ? '16-17' : '18-23';
};

/**
 * Where an answer about these children counts. What differs between them stays empty: it then counts in
 * totals only, and nobody's answer is put under a child that it was not about.
 */
export function placeOf(around: Around, children: readonly PersonId[]): Placed {
	const { family, region, kaders } = around;
	const help = children.flatMap((child) => latestOf(around, child));
	return {
		region,
		ageBand: only(children.map((child) => ageBandOf(ageOf(family, child)))),
		help: only(help.map((one) => one.help)),
		kader: only(
			children.map((child) =>
				strictest(
					kaders
						.filter((one) => one.childId === child && isCurrent(one, family.today))
						.map(({ kind }) => kind)
				)
			)
		),
		organisation: only(help.map((one) => one.providerId))
	};
}

/** The children that an answer of this person is about: the youth's own, or all of the family. */
export function aboutChildren({ family }: Around, person: PersonId): PersonId[] {
	const children = family.participants.filter((one) => one.relation === 'kind');
	const own = children.find((one) => one.personId === person);
	if (own) return [person];
	const current = children.filter((one) => isCurrent(one, family.today));
	return (current.length > 0 ? current : children).map((one) => one.personId);
}

/** Help that a child gets today; without any, the help that ended last. */
export function latestOf({ trajectories, family }: Around, child: PersonId): TrajectoryFacts[] {
	const begun = trajectories.filter((one) => one.childId === child && one.from <= family.today);
	const current = begun.filter((one) => isCurrent(one, family.today));
	if (current.length > 0) return current;
	const last = begun.toSorted((a, b) => endOf(b).localeCompare(endOf(a))).at(0);
	return last ? [last] : [];
}

/** Who had the regie today. */
export const regisseurOf = ({ family }: Around): PersonId | null =>
	currentAssignment(family)?.personId ?? null;

const endOf = ({ until, from }: Period): Day => until ?? from;

/** The one value that all have; null when there is none, or more than one. */
function only<T>(values: readonly (T | null)[]): T | null {
	const [first, ...others] = new Set(values);
	return first !== undefined && others.length === 0 ? first : null;
}
