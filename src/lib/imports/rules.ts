import { addMonths, ageOn, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { CaseMessage, MessageFamily, MessagePerson } from './message.ts';
import type { Problem } from './model.ts';
import { overlaps, type OpenPeriod } from './periods.ts';
import { problem, type Way } from './problems.ts';

/** Clocks of two computers differ a little. */
const CLOCK_MINUTES = 5;
const RESTRICTION_MONTHS = 3;
const REVIEW_MONTHS = 6;
const OWN_WEIGHT_AGE = 12;

type Found = Generator<Problem>;
type Professional = CaseMessage['professionals'][number];

/** Everyone whom one family's part of a message may name. */
type Cast = {
	readonly people: ReadonlyMap<PersonId, MessagePerson>;
	readonly professionals: ReadonlyMap<PersonId, Professional>;
	readonly guardianOrganisations: ReadonlySet<string>;
	readonly today: Day;
};

/**
 * What the fields of a well-formed message must say together: names that exist, ids that are used
 * once, periods that run forward, one regisseur at a time, and the limits of restrictions.
 * @returns every problem, in the order of the message; empty when all is well
 */
export const checkMessage = (message: CaseMessage, now: Date): Problem[] => [
	...checkHead(message, now),
	...checkIds(message),
	...checkProfessionals(message),
	...checkSamePeople(message),
	...message.families.flatMap((family, place) => [
		...checkFamily(family, castOf(message, family, now), ['families', place])
	])
];

function castOf(message: CaseMessage, family: MessageFamily, now: Date): Cast {
	return {
		people: new Map(family.people.map((person) => [person.id, person])),
		professionals: new Map(message.professionals.map((person) => [person.id, person])),
		guardianOrganisations: new Set(
			message.organisations.filter(({ kind }) => kind === 'gi').map(({ id }) => id)
		),
		today: dayInNetherlands(now)
	};
}

function* checkHead(message: CaseMessage, now: Date): Found {
	// A moment far ahead would make every later message look older.
	if (message.sentAt.getTime() > now.getTime() + CLOCK_MINUTES * 60_000)
		yield problem(['sentAt'], 'sentInFuture');
	if (!message.organisations.some(({ id }) => id === message.source))
		yield problem(['source'], 'unknownOrganisation', { name: message.source });
}

/** Each id stands once among things of its kind, in the whole message; people once in each family. */
function* checkIds(message: CaseMessage): Found {
	const { families } = message;
	const inEach = <Item extends { readonly id: string }>(
		list: (family: MessageFamily) => readonly Item[],
		name: string
	) =>
		families.flatMap((family, place) =>
			list(family).map(({ id }, index) => ({ id, way: ['families', place, name, index, 'id'] }))
		);
	yield* twice(message.organisations.map(({ id }, i) => ({ id, way: ['organisations', i, 'id'] })));
	yield* twice(message.professionals.map(({ id }, i) => ({ id, way: ['professionals', i, 'id'] })));
	yield* twice(families.map(({ id }, place) => ({ id, way: ['families', place, 'id'] })));
	for (const [place, family] of families.entries())
		yield* twice(
			family.people.map(({ id }, i) => ({ id, way: ['families', place, 'people', i, 'id'] }))
		);
	yield* twice(inEach((family) => family.households, 'households'));
	yield* twice(inEach((family) => family.gezag, 'gezag'));
	yield* twice(inEach((family) => family.kaders, 'kaders'));
	yield* twice(inEach((family) => family.regisseurs, 'regisseurs'));
	yield* twice(inEach((family) => family.restrictions, 'restrictions'));
	yield* twice(inEach((family) => family.incapacities, 'incapacities'));
	yield* checkPlanIds(families);
}

function* checkPlanIds(families: readonly MessageFamily[]): Found {
	const plans = families.map(({ plan }, place) => ({ plan, way: ['families', place, 'plan'] }));
	const goals = plans.flatMap(({ plan, way }) =>
		plan.goals.map((goal, index) => ({ goal, way: [...way, 'goals', index] }))
	);
	yield* twice(plans.map(({ plan, way }) => ({ id: plan.id, way: [...way, 'id'] })));
	yield* twice(
		plans.flatMap(({ plan, way }) =>
			plan.situation.map(({ id }, index) => ({ id, way: [...way, 'situation', index, 'id'] }))
		)
	);
	yield* twice(goals.map(({ goal, way }) => ({ id: goal.id, way: [...way, 'id'] })));
	yield* twice(
		goals.flatMap(({ goal, way }) =>
			goal.steps.map(({ id }, index) => ({ id, way: [...way, 'steps', index, 'id'] }))
		)
	);
}

function* twice(named: readonly { readonly id: string; readonly way: Way }[]): Found {
	const seen = new Set<string>();
	for (const { id, way } of named) {
		if (seen.has(id)) yield problem(way, 'duplicateId', { name: id });
		seen.add(id);
	}
}

function* checkProfessionals({ organisations, professionals }: CaseMessage): Found {
	const known = new Set(organisations.map(({ id }) => id));
	for (const [index, { organisation }] of professionals.entries())
		if (!known.has(organisation))
			yield problem(['professionals', index, 'organisation'], 'unknownOrganisation', {
				name: organisation
			});
}

/** Somebody in two families is one person: with one name, birth date and language. */
function* checkSamePeople({ families }: CaseMessage): Found {
	const first = new Map<PersonId, string>();
	for (const [place, { people }] of families.entries())
		for (const [index, person] of people.entries()) {
			if (person.relation === 'professional') continue;
			const { givenName, familyName, birthDate, language } = person;
			const written = JSON.stringify([givenName, familyName, birthDate, language]);
			if ((first.get(person.id) ?? written) !== written)
				yield problem(['families', place, 'people', index], 'personDiffers', { name: person.id });
			first.set(person.id, written);
		}
}

function* checkFamily(family: MessageFamily, cast: Cast, way: Way): Found {
	yield* checkPeople(family, cast, [...way, 'people']);
	yield* checkHouseholds(family, cast, [...way, 'households']);
	yield* checkGezag(family, cast, [...way, 'gezag']);
	yield* checkKaders(family, cast, [...way, 'kaders']);
	yield* checkRegisseurs(family, cast, [...way, 'regisseurs']);
	yield* checkRestrictions(family, cast, [...way, 'restrictions']);
	yield* checkIncapacities(family, cast, [...way, 'incapacities']);
	yield* checkPlan(family, cast, [...way, 'plan']);
}

function* checkPeople({ people }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, person] of people.entries()) {
		const way = [...list, index];
		const listed = cast.professionals.has(person.id);
		if (person.relation === 'professional' && !listed)
			yield problem([...way, 'id'], 'unknownProfessional', { name: person.id });
		if (person.relation !== 'professional' && listed)
			yield problem([...way, 'id'], 'alsoProfessional', { name: person.id });
		if (person.relation !== 'professional' && person.birthDate && person.birthDate > cast.today)
			yield problem([...way, 'birthDate'], 'birthInFuture');
		yield* checkPeriod(person, way);
	}
}

function* checkHouseholds({ households }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, { members }] of households.entries()) {
		const way = [...list, index, 'members'];
		yield* twice(members.map(({ person }, m) => ({ id: person, way: [...way, m, 'person'] })));
		for (const [m, { person }] of members.entries())
			yield* checkKnown(person, cast, [...way, m, 'person']);
	}
}

function* checkGezag({ gezag }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of gezag.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkKnown(row.holder, cast, [...way, 'holder']);
		if (cast.people.has(row.holder) && !mayHold(row, cast))
			yield problem([...way, 'holder'], 'mayNotHoldGezag', { name: row.holder });
		yield* checkPeriod(row, way);
		yield* checkGezagBeside(row, gezag.slice(0, index), way);
	}
}

/** Gezag lies with a parent or a guardian; a GI names one of its workers to be the guardian. */
function mayHold({ holder, kind }: { holder: PersonId; kind: string }, cast: Cast): boolean {
	const relation = cast.people.get(holder)?.relation;
	if (relation === 'ouder' || relation === 'voogd') return true;
	const organisation = cast.professionals.get(holder)?.organisation;
	return kind === 'voogdij' && cast.guardianOrganisations.has(organisation ?? '');
}

type GezagRow = OpenPeriod & {
	readonly id: string;
	readonly child: PersonId;
	readonly holder: PersonId;
	readonly kind: string;
};

/** What gezag of one child cannot say at the same time as other gezag of that child. */
export function* checkGezagBeside(row: GezagRow, others: readonly GezagRow[], way: Way): Found {
	const beside = others.filter(
		(other) => other.id !== row.id && other.child === row.child && overlaps(row, other)
	);
	const own = beside.find(({ holder }) => holder === row.holder);
	if (own) yield problem([...way, 'from'], 'gezagTwice', { name: own.id });
	const opening = (kind: string) => kind !== 'tijdelijk_geen' && kind !== 'niet_te_bepalen';
	const alone = beside.find(
		({ holder, kind }) =>
			holder !== row.holder &&
			opening(kind) &&
			opening(row.kind) &&
			(kind === 'eenhoofdig' || row.kind === 'eenhoofdig')
	);
	if (alone) yield problem([...way, 'kind'], 'gezagAlone', { name: alone.id });
}

function* checkKaders({ kaders }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, kader] of kaders.entries()) {
		yield* checkChild(kader.child, cast, [...list, index, 'child']);
		yield* checkPeriod(kader, [...list, index]);
	}
}

function* checkRegisseurs({ regisseurs }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of regisseurs.entries()) {
		const way = [...list, index];
		yield* checkProfessional(row.person, cast, [...way, 'person']);
		yield* checkPeriod(row, way);
		const other = regisseurs.slice(0, index).find((earlier) => overlaps(earlier, row));
		if (other) yield problem([...way, 'from'], 'regisseursOverlap', { name: other.id });
		if (!row.standIn) continue;
		yield* checkProfessional(row.standIn.person, cast, [...way, 'standIn', 'person']);
		yield* checkPeriod(row.standIn, [...way, 'standIn']);
		if (row.standIn.person === row.person)
			yield problem([...way, 'standIn', 'person'], 'standInSelf');
	}
}

function* checkRestrictions({ restrictions }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of restrictions.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkKnown(row.parent, cast, [...way, 'parent']);
		const relation = cast.people.get(row.parent)?.relation;
		if (relation && relation !== 'ouder' && relation !== 'voogd')
			yield problem([...way, 'parent'], 'mayNotBeRestricted', { name: row.parent });
		yield* checkProfessional(row.professional, cast, [...way, 'professional']);
		yield* checkProfessional(row.secondProfessional, cast, [...way, 'secondProfessional']);
		if (row.secondProfessional === row.professional)
			yield problem([...way, 'secondProfessional'], 'secondSame');
		yield* checkPeriod(row, way);
		if (row.until > addMonths(row.from, RESTRICTION_MONTHS))
			yield problem([...way, 'until'], 'restrictionTooLong');
	}
}

function* checkIncapacities({ incapacities }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of incapacities.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkProfessional(row.professional, cast, [...way, 'professional']);
		const birthDate = birthDateOf(cast.people.get(row.child));
		if (birthDate && ageOn(birthDate, row.from) < OWN_WEIGHT_AGE)
			yield problem([...way, 'from'], 'underTwelve');
		if (row.reviewBy <= row.from) yield problem([...way, 'reviewBy'], 'periodTurned');
		if (row.reviewBy > addMonths(row.from, REVIEW_MONTHS))
			yield problem([...way, 'reviewBy'], 'reviewTooLate');
	}
}

function* checkPlan({ plan }: MessageFamily, cast: Cast, way: Way): Found {
	for (const [index, part] of plan.situation.entries())
		yield* checkAbout(part.children, cast, [...way, 'situation', index, 'children']);
	for (const [index, goal] of plan.goals.entries()) {
		yield* checkAbout(goal.children, cast, [...way, 'goals', index, 'children']);
		for (const [s, { owner }] of goal.steps.entries())
			yield* checkKnown(owner, cast, [...way, 'goals', index, 'steps', s, 'owner']);
	}
}

function* checkAbout(children: readonly PersonId[], cast: Cast, list: Way): Found {
	yield* twice(children.map((id, index) => ({ id, way: [...list, index] })));
	for (const [index, child] of children.entries()) yield* checkChild(child, cast, [...list, index]);
}

function* checkPeriod({ from, until }: OpenPeriod, way: Way): Found {
	if (until && until <= from) yield problem([...way, 'until'], 'periodTurned');
}

function* checkKnown(person: PersonId, { people }: Cast, way: Way): Found {
	if (!people.has(person)) yield problem(way, 'unknownPerson', { name: person });
}

function* checkChild(child: PersonId, cast: Cast, way: Way): Found {
	yield* checkKnown(child, cast, way);
	const relation = cast.people.get(child)?.relation;
	if (relation && relation !== 'kind') yield problem(way, 'notChild', { name: child });
}

function* checkProfessional(person: PersonId, { professionals }: Cast, way: Way): Found {
	if (!professionals.has(person)) yield problem(way, 'unknownProfessional', { name: person });
}

const birthDateOf = (person: MessagePerson | undefined): Day | undefined =>
	person && person.relation !== 'professional' ? person.birthDate : undefined;

/**
 * Who may be invited on a day: people of the family who are adults, and from twelve on also
 * children; never professionals, and nobody whose place in the family has ended or is still to come.
 */
export function mayBeInvited(person: MessagePerson, today: Day): boolean {
	if (person.relation === 'professional') return false;
	if (person.from > today || (person.until && person.until <= today)) return false;
	if (!person.birthDate) return true;
	return ageOn(person.birthDate, today) >= OWN_WEIGHT_AGE;
}
