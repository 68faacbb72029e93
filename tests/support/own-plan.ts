import type { FamilyId } from '#lib/family/model.ts';
import {
	AddPiece,
	Decline,
	Exclude,
	Release,
	WithKey,
	WithPerson,
	WithWords,
	type PieceKind
} from '#lib/familiegroepsplan/model.ts';
import { inviteToGroup, releaseOwnPlan } from '#lib/familiegroepsplan/server/group.commands.ts';
import { answerOwnPlan, beginOwnPlan } from '#lib/familiegroepsplan/server/offer.commands.ts';
import { addPiece } from '#lib/familiegroepsplan/server/pieces.commands.ts';
import { getReleasePage } from '#lib/familiegroepsplan/server/queries.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { restriction } from '#lib/server/db/schema/index.ts';
import { aContext } from './database.ts';
import { aPerson, personId } from './facts.ts';
import { aFamilyInDatabase, type FamilySpec } from './family.ts';

export const FAMILY = 'gezin' as FamilyId;

/** A mother of two half-siblings, the father of one, and everyone who must read nothing. */
export const OWN_PLAN_FAMILY: FamilySpec = {
	id: FAMILY,
	people: [
		{ id: 'Kim', relation: 'kind', born: day('2013-01-01') },
		{ id: 'Bo', relation: 'kind', born: day('2017-01-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Kim: 'tweehoofdig', Bo: 'eenhoofdig' } },
		{ id: 'vader', relation: 'ouder', gezagOver: { Kim: 'tweehoofdig' } },
		{ id: 'beperkt', relation: 'ouder', gezagOver: { Kim: 'gezamenlijk' } },
		{ id: 'zonder', relation: 'ouder', gezagOver: { Bo: 'tijdelijk_geen' } },
		{ id: 'stief', relation: 'ouder' },
		{ id: 'pleeg', relation: 'pleegouder' },
		{ id: 'oma', relation: 'netwerk' },
		{ id: 'buurvrouw', relation: 'netwerk' },
		{ id: 'tante', relation: 'netwerk' },
		{ id: 'werker', relation: 'professional' }
	],
	regisseurs: [{ id: 'Anna', standIn: 'Bert', standInFrom: day('2026-11-01') }],
	kaders: [
		{ child: 'Kim', kind: 'ots' },
		{ child: 'Bo', kind: 'vrijwillig' }
	],
	goals: [{ words: 'Er staat al iets', children: ['Kim'] }]
};

export const who = (name: string) => aPerson(personId(name));
export const staff = (name: string) => aPerson(personId(name), 'second-factor');

const key = () => crypto.randomUUID();
export const withKey = () => WithKey.parse({ key: key() });
export const withWords = (words: string) => WithWords.parse({ key: key(), words });
export const decline = (words = '') => Decline.parse({ key: key(), words });
export const exclude = (reason: string, words: string) =>
	Exclude.parse({ key: key(), reason, words });
export const person = (name: string) => WithPerson.parse({ key: key(), person: name });
export const piece = (kind: PieceKind, words: string, more: Record<string, string> = {}) =>
	AddPiece.parse({ key: key(), kind, words, ...more });
export const release = (shown: string) => Release.parse({ key: key(), shown });

/** The family in a database, with one father whose view is restricted. */
export async function anOwnPlanWorld(spec: FamilySpec = OWN_PLAN_FAMILY) {
	const world = await aContext();
	const { ctx } = world;
	await aFamilyInDatabase(ctx, spec);
	await ctx.db.write((tx) =>
		tx.insert(restriction).values({
			id: 'beperking' as never,
			familyId: FAMILY,
			childId: 'Kim' as PersonId,
			parentId: 'beperkt' as PersonId,
			reason: 'Even niet.',
			professionalId: 'Anna' as PersonId,
			secondProfessionalId: 'Bert' as PersonId,
			from: day('2026-11-01'),
			until: day('2027-02-01')
		})
	);
	return world;
}

type World = Awaited<ReturnType<typeof anOwnPlanWorld>>;

/** The mother began and asked grandmother along; grandmother wrote, and the mother too. */
export async function aBusyWorld(canary: string): Promise<World> {
	const world = await anOwnPlanWorld();
	const { ctx } = world;
	await beginOwnPlan(ctx, who('moeder'), FAMILY, withKey());
	await inviteToGroup(ctx, who('moeder'), FAMILY, person('oma'));
	await addPiece(ctx, who('oma'), FAMILY, piece('situatie', `${canary} oma`));
	await addPiece(ctx, who('moeder'), FAMILY, piece('doel', `${canary} doel`));
	return world;
}

/** The same, after this parent released what they were shown. */
export async function releasedBy({ ctx }: World, name: string): Promise<void> {
	const { shown } = await getReleasePage(ctx, who(name), FAMILY);
	await releaseOwnPlan(ctx, who(name), FAMILY, release(shown));
}

export const answered = ({ ctx }: World) =>
	answerOwnPlan(ctx, staff('Anna'), FAMILY, withWords('Dank u wel.'));
