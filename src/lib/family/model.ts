import type { Day, Period } from '#lib/kernel/calendar.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';

export type FamilyId = Id<'Family'>;
export type RegionId = Id<'Region'>;
export type OrganisationId = Id<'Organisation'>;
export type ParticipantId = Id<'Participant'>;
export type HouseholdId = Id<'Household'>;
export type GezagId = Id<'Gezag'>;
export type AssignmentId = Id<'Assignment'>;

/**
 * What someone is to a family. `netwerk` is own network: grandmother, aunt, neighbour. `steun` is
 * somebody whom a parent brought along through the portal; no case message knows this person.
 */
export const RELATIONS = [
	'kind',
	'ouder',
	'voogd',
	'pleegouder',
	'gezinshuisouder',
	'netwerk',
	'steun',
	'professional'
] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * Kinds of gezag (feature A2). The last two never open anything by themselves.
 * `voogdij` is held by a guardian: a person, or the worker a GI names.
 */
export const GEZAG_KINDS = [
	'tweehoofdig',
	'eenhoofdig',
	'gezamenlijk',
	'voogdij',
	'tijdelijk_geen',
	'niet_te_bepalen'
] as const;
export type GezagKind = (typeof GEZAG_KINDS)[number];

export const ORGANISATION_KINDS = [
	'gemeente',
	'lokaal_team',
	'gi',
	'aanbieder',
	'raad',
	'veilig_thuis'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/**
 * The source of people whom the portal itself came to know. No organisation can have this id (it is
 * no id), so no case message can name such a person, change them or take them over.
 */
export const PORTAL_SOURCE = '@portaal' as OrganisationId;

export const WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const REGISSEUR_WORDS = ['regisseur', 'casusregisseur', 'procesregisseur'] as const;
export type RegisseurWord = (typeof REGISSEUR_WORDS)[number];

export type GezagFacts = Period & {
	readonly childId: PersonId;
	readonly holderId: PersonId;
	readonly kind: GezagKind;
};

export type AssignmentFacts = Period & {
	readonly id: AssignmentId;
	readonly personId: PersonId;
	readonly standInId: PersonId | null;
	readonly standInFrom: Day | null;
	readonly standInUntil: Day | null;
};

export type ParticipantFacts = Period & {
	readonly personId: PersonId;
	readonly relation: Relation;
	readonly birthDate: Day | null;
};

/** Everything about who belongs to a family that a rule may need. Day is the day of asking. */
export type FamilyFacts = {
	readonly id: FamilyId;
	readonly today: Day;
	readonly participants: readonly ParticipantFacts[];
	readonly gezag: readonly GezagFacts[];
	readonly assignments: readonly AssignmentFacts[];
};

/** A person as a page names them. The magnet tells people apart at a glance, by shape and colour. */
export type PersonView = {
	readonly id: PersonId;
	/** Given name for family and network, full name for professionals. */
	readonly name: string;
	/** Which magnet stands for this person: a shape and a colour together, never colour alone. */
	readonly magnet: number;
	readonly relation: Relation;
	/** In the family's words, such as "oma van vaders kant". */
	readonly words: string | null;
	/** This is the person who looks. */
	readonly self: boolean;
};

/** As {@link PersonView}, and a JIM: who takes part in no family, and is named to the youth alone. */
export type ShownPerson = Omit<PersonView, 'relation'> & { readonly relation: Relation | 'jim' };

/** The card that stands first on a family's phone: who is your regisseur (feature P2). */
export type RegisseurCard = {
	/** The word this region uses. */
	readonly word: RegisseurWord;
	readonly name: string;
	readonly initials: string;
	readonly role: string;
	readonly organisation: string;
	readonly phone: string | null;
	readonly workingDays: readonly Weekday[];
	readonly since: Day;
	/** Who stands in today, when the regisseur is away. */
	readonly standIn: {
		readonly name: string;
		readonly phone: string | null;
		readonly until: Day | null;
	} | null;
	/** A change that is known but has not happened yet (feature P3). */
	readonly coming: { readonly name: string; readonly from: Day; readonly reason: string } | null;
};

export type EarlierRegisseur = {
	readonly name: string;
	readonly organisation: string;
	readonly from: Day;
	readonly until: Day;
};

/** The page about the regisseur: the card, why this person came, and who came before. */
export type RegisseurView = {
	readonly familyId: FamilyId;
	readonly card: RegisseurCard | null;
	readonly reason: string | null;
	readonly earlier: readonly EarlierRegisseur[];
	/** How many regisseurs this family has had, this one included: shown honestly. */
	readonly count: number;
};
