import type { ConsentFacts, SupportId } from '#lib/consent/model.ts';
import type {
	AssignmentId,
	FamilyFacts,
	FamilyId,
	GezagKind,
	Relation
} from '#lib/family/model.ts';
import type { Actor, Assurance } from '#lib/kernel/actor.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';

export const TODAY = day('2026-11-22');

export const personId = (text: string) => text as PersonId;
export const CHILD = personId('kind');
export const VIEWER = personId('kijker');
export const PARENT = personId('ouder');

export const aPerson = (id: PersonId = VIEWER, assurance: Assurance = 'link'): Actor => ({
	kind: 'person',
	id,
	assurance
});

/** Birth dates that give the ages at which something changes, seen from TODAY. */
export const BORN = {
	'11 years 364 days': day('2014-11-23'),
	'12': day('2014-11-22'),
	'15 years 364 days': day('2010-11-23'),
	'16': day('2010-11-22'),
	'17 years 364 days': day('2008-11-23'),
	'18': day('2008-11-22')
} as const;
export type BornAge = keyof typeof BORN;
/** In order of age; the keys of an object would put whole numbers first. */
export const AGES: readonly BornAge[] = [
	'11 years 364 days',
	'12',
	'15 years 364 days',
	'16',
	'17 years 364 days',
	'18'
];

/** How the one who looks stands to the family. */
export type Viewer = {
	readonly relation?: Relation;
	readonly gezag?: GezagKind;
	readonly gezagUntil?: Day;
	readonly regisseur?: 'now' | 'ended' | 'stand-in' | 'stand-in later';
	readonly until?: Day;
	/** The viewer is the child itself. */
	readonly self?: true;
	/** The parent with whom the viewer reads along, when there is one. */
	readonly parent?: Pick<Viewer, 'relation' | 'gezag' | 'gezagUntil' | 'until'>;
};

const LONG_AGO = day('2020-01-01');

/** A family of one child and one person who looks. */
export function aFamily(birthDate: Day, viewer: Viewer, today = TODAY): FamilyFacts {
	const me = viewer.self ? CHILD : VIEWER;
	return {
		id: 'gezin' as FamilyId,
		today,
		participants: [
			{ personId: CHILD, relation: 'kind', birthDate, from: LONG_AGO, until: null },
			...(viewer.relation && !viewer.self
				? [
						{
							personId: me,
							relation: viewer.relation,
							birthDate: null,
							from: LONG_AGO,
							until: viewer.until ?? null
						}
					]
				: []),
			...(viewer.parent?.relation
				? [
						{
							personId: PARENT,
							relation: viewer.parent.relation,
							birthDate: null,
							from: LONG_AGO,
							until: viewer.parent.until ?? null
						}
					]
				: [])
		],
		gezag: [...gezagOf(me, viewer), ...gezagOf(PARENT, viewer.parent ?? {})],
		assignments: viewer.regisseur ? [assignment(viewer.regisseur, me)] : []
	};
}

const gezagOf = (holderId: PersonId, { gezag, gezagUntil }: Viewer) =>
	gezag
		? [{ childId: CHILD, holderId, kind: gezag, from: LONG_AGO, until: gezagUntil ?? null }]
		: [];

function assignment(how: NonNullable<Viewer['regisseur']>, me: PersonId) {
	const base = {
		id: 'toewijzing' as AssignmentId,
		personId: personId('iemand-anders'),
		from: LONG_AGO,
		until: null,
		standInId: null,
		standInFrom: null,
		standInUntil: null
	};
	switch (how) {
		case 'now':
			return { ...base, personId: me };
		case 'ended':
			return { ...base, personId: me, until: TODAY };
		case 'stand-in':
			return { ...base, standInId: me, standInFrom: TODAY };
		case 'stand-in later':
			return { ...base, standInId: me, standInFrom: day('2026-11-23') };
	}
}

export const noConsent: ConsentFacts = {
	shares: [],
	supports: [],
	restrictions: [],
	incapacities: []
};

/** The parent lets the viewer read along about the child. */
export const supported: ConsentFacts = {
	...noConsent,
	supports: [
		{
			id: 'steun' as SupportId,
			parentId: PARENT,
			supporterId: VIEWER,
			children: [CHILD],
			until: null,
			home: []
		}
	]
};

export const shared: ConsentFacts = {
	...noConsent,
	shares: [{ childId: CHILD, withId: VIEWER }]
};

export const restricted: ConsentFacts = {
	...noConsent,
	restrictions: [
		{ childId: CHILD, parentId: VIEWER, from: day('2026-11-01'), until: day('2027-02-01') }
	]
};

export const unable: ConsentFacts = {
	...noConsent,
	incapacities: [{ childId: CHILD, from: day('2026-11-01'), until: day('2027-05-01') }]
};
