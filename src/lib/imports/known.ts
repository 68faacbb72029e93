import type { AssignmentId, FamilyId, OrganisationId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { checkGezagBeside } from './gezag.rules.ts';
import type { CaseMessage, MessageFamily } from './message.ts';
import type { Problem } from './model.ts';
import { overlaps, type OpenPeriod } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

type KnownPeriod = OpenPeriod & { readonly id: string; readonly familyId: FamilyId };

/** What the portal already holds about the things that a message names. */
export type Known = {
	/** The message with this id that was taken in before. */
	readonly message: { readonly source: OrganisationId; readonly fingerprint: string } | null;
	/** When the newest message of this source was sent. */
	readonly newestOfSource: Date | null;
	readonly families: ReadonlyMap<
		FamilyId,
		{ readonly source: OrganisationId; readonly knownUntil: Date }
	>;
	readonly people: ReadonlyMap<
		PersonId,
		{
			readonly source: OrganisationId;
			readonly professional: boolean;
			/** When the newest message about a family of this person was sent. */
			readonly knownUntil: Date | null;
		}
	>;
	readonly activePlans: ReadonlyMap<FamilyId, string>;
	/** In which family an id is in use, per kind of thing. */
	readonly places: Readonly<Record<PlacedThing, ReadonlyMap<string, FamilyId>>>;
	/** Every row of the families in the message. */
	readonly gezag: readonly (KnownPeriod & {
		readonly child: PersonId;
		readonly holder: PersonId;
		readonly kind: string;
	})[];
	readonly kaders: readonly (KnownPeriod & { readonly child: PersonId; readonly kind: string })[];
	readonly regisseurs: readonly (Omit<KnownPeriod, 'id'> & {
		readonly id: AssignmentId;
		readonly person: PersonId;
		readonly reason: string;
		/** A colleague said yes to this in the portal; and to following this one. */
		readonly begunHere: boolean;
		readonly endedHere: boolean;
	})[];
	readonly restrictions: readonly (KnownPeriod & {
		readonly child: PersonId;
		readonly parent: PersonId;
	})[];
	readonly incapacities: readonly (KnownPeriod & { readonly child: PersonId })[];
	readonly trajectories: readonly (KnownPeriod & {
		readonly child: PersonId;
		readonly provider: OrganisationId;
		readonly help: string;
	})[];
};

export type PlacedThing =
	| 'household'
	| 'gezag'
	| 'kader'
	| 'regisseur'
	| 'restriction'
	| 'incapacity'
	| 'trajectory'
	| 'plan'
	| 'situation'
	| 'goal'
	| 'step';

/** Whether the portal already knows something newer about this family. */
export const isOlder = (message: CaseMessage, family: MessageFamily, known: Known): boolean =>
	message.sentAt < (known.families.get(family.id)?.knownUntil ?? message.sentAt);

/** People about whom another of their families already brought something newer. */
export const newerPeople = (message: CaseMessage, known: Known): ReadonlySet<PersonId> =>
	new Set(
		[...known.people]
			.filter(([, { knownUntil }]) => knownUntil !== null && knownUntil > message.sentAt)
			.map(([id]) => id)
	);

/**
 * What a message may not say beside what the portal already knows: things of another source, ids in
 * use elsewhere, a second active plan, and a past that changes without anybody seeing it.
 * @returns every problem; families about which something newer is known are not looked at, because
 * nothing of them is written
 */
export function checkKnown(message: CaseMessage, known: Known, today: Day): Problem[] {
	const problems = [...checkSources(message, known)];
	for (const [place, family] of message.families.entries()) {
		if (isOlder(message, family, known)) continue;
		const way = ['families', place];
		problems.push(
			...checkMoment(message, family, known),
			...checkPlaces(family, known, way),
			...checkOnePlan(family, known, way),
			...checkHistory(family, known, today, way),
			...checkBeside(family, known, way)
		);
	}
	return problems;
}

function* checkSources({ source, professionals, families }: CaseMessage, known: Known): Found {
	for (const [index, { id }] of professionals.entries()) {
		const person = known.people.get(id);
		const way = ['professionals', index, 'id'];
		if (person && person.source !== source) yield problem(way, 'otherSource', { name: id });
		if (person?.source === source && !person.professional)
			yield problem(way, 'alsoFamily', { name: id });
	}
	for (const [place, { id, people }] of families.entries()) {
		const way = ['families', place];
		if ((known.families.get(id)?.source ?? source) !== source)
			yield problem([...way, 'id'], 'otherSource', { name: id });
		for (const [index, person] of people.entries()) {
			if (person.relation === 'professional') continue;
			const there = known.people.get(person.id);
			const personWay = [...way, 'people', index, 'id'];
			if (there && there.source !== source)
				yield problem(personWay, 'otherSource', { name: person.id });
			if (there?.source === source && there.professional)
				yield problem(personWay, 'alsoProfessional', { name: person.id });
		}
	}
}

/** Two messages of one moment have no order: which one holds would depend on which came first. */
function* checkMoment({ sentAt }: CaseMessage, { id }: MessageFamily, known: Known): Found {
	if (known.families.get(id)?.knownUntil.getTime() === sentAt.getTime())
		yield problem(['sentAt'], 'sameMoment', { name: id });
}

/** An id that is in use in another family would take that family's row away. */
function* checkPlaces(family: MessageFamily, known: Known, way: Way): Found {
	const elsewhere = function* (thing: PlacedThing, id: string, at: Way): Found {
		if ((known.places[thing].get(id) ?? family.id) !== family.id)
			yield problem([...at, 'id'], 'idElsewhere', { name: id });
	};
	const lists = [
		['household', 'households', family.households],
		['gezag', 'gezag', family.gezag],
		['kader', 'kaders', family.kaders],
		['regisseur', 'regisseurs', family.regisseurs],
		['restriction', 'restrictions', family.restrictions],
		['incapacity', 'incapacities', family.incapacities],
		['trajectory', 'trajectories', family.trajectories]
	] as const;
	for (const [thing, name, rows] of lists)
		for (const [index, { id }] of rows.entries())
			yield* elsewhere(thing, id, [...way, name, index]);
	const planWay = [...way, 'plan'];
	yield* elsewhere('plan', family.plan.id, planWay);
	for (const [index, { id }] of family.plan.situation.entries())
		yield* elsewhere('situation', id, [...planWay, 'situation', index]);
	for (const [index, goal] of family.plan.goals.entries()) {
		yield* elsewhere('goal', goal.id, [...planWay, 'goals', index]);
		for (const [s, { id }] of goal.steps.entries())
			yield* elsewhere('step', id, [...planWay, 'goals', index, 'steps', s]);
	}
}

/** A family has exactly one active plan (P1): the earlier one is closed first. */
function* checkOnePlan({ id, plan }: MessageFamily, known: Known, way: Way): Found {
	const active = known.activePlans.get(id);
	if (plan.state === 'active' && active !== undefined && active !== plan.id)
		yield problem([...way, 'plan', 'id'], 'secondPlan', { name: active });
}

/**
 * Gezag, kaders, regisseurs and restrictions that have begun keep who, what and since when; what has ended keeps
 * its end. Anything else would rewrite what the family has read and who could read along.
 */
function* checkHistory(family: MessageFamily, known: Known, today: Day, way: Way): Found {
	const past = function* <Field extends string>(
		name: string,
		rows: readonly Begun<Field>[],
		before: readonly Begun<Field>[],
		fixed: readonly Field[]
	): Found {
		for (const [index, row] of rows.entries())
			yield* checkPast(row, at(before, row.id), fixed, today, [...way, name, index]);
	};
	yield* past('gezag', family.gezag, known.gezag, ['child', 'holder', 'kind', 'from']);
	yield* past('kaders', family.kaders, known.kaders, ['child', 'kind', 'from']);
	yield* past('regisseurs', family.regisseurs, known.regisseurs, ['person', 'from']);
	const { restrictions, incapacities } = family;
	yield* past('restrictions', restrictions, known.restrictions, ['child', 'parent', 'from']);
	yield* past('incapacities', incapacities, known.incapacities, ['child', 'from']);
	const whatHelp = ['child', 'provider', 'help', 'from'] as const;
	yield* past('trajectories', family.trajectories, known.trajectories, whatHelp);
}

type Begun<Field extends string> = OpenPeriod & { readonly id: string } & Readonly<
		Record<Field, unknown>
	>;

const at = <Row extends { readonly id: string }>(rows: readonly Row[], id: string) =>
	rows.find((row) => row.id === id);

function* checkPast<Field extends string>(
	row: Begun<Field>,
	before: Begun<Field> | undefined,
	fixed: readonly Field[],
	today: Day,
	way: Way
): Found {
	if (!before || before.from > today) return;
	for (const field of fixed)
		if (row[field] !== before[field]) yield problem([...way, field], 'alreadyBegun');
	if (before.until && before.until <= today && row.until !== before.until)
		yield problem([...way, 'until'], 'alreadyEnded');
}

/** The rows that this message leaves out still hold: new ones must fit beside them. */
function* checkBeside(family: MessageFamily, known: Known, way: Way): Found {
	const leftOut = <Row extends KnownPeriod>(
		rows: readonly Row[],
		sent: readonly { readonly id: string }[]
	) => rows.filter((row) => row.familyId === family.id && !at(sent, row.id));
	const gezag = leftOut(known.gezag, family.gezag);
	for (const [index, row] of family.gezag.entries())
		yield* checkGezagBeside(row, gezag, [...way, 'gezag', index]);
	const regisseurs = leftOut(known.regisseurs, family.regisseurs);
	for (const [index, row] of family.regisseurs.entries()) {
		const other = regisseurs.find((earlier) => overlaps(earlier, row));
		if (other)
			yield problem([...way, 'regisseurs', index, 'from'], 'regisseursOverlap', { name: other.id });
	}
}
