import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';

export type OwnPlanId = Id<'OwnPlan'>;
export type PieceId = Id<'Piece'>;
export type InvitationToGroupId = Id<'InvitationToGroup'>;
export type OwnPlanEventId = Id<'OwnPlanEvent'>;

/** How far a family is with its own plan (familiegroepsplan, Jeugdwet 4.1.2). */
export const STATES = [
	'niet_aangeboden',
	'aangeboden',
	'bezig',
	'vrijgegeven',
	'beantwoord',
	'overgenomen',
	'niet_gewild',
	'niet_mogelijk'
] as const;
export type OwnPlanState = (typeof STATES)[number];

/** What people do with it; each act is kept, with who, when and in which words. */
export const ACTS = [
	'aanbieden',
	'beginnen',
	'niet_willen',
	'uitsluiten',
	'vrijgeven',
	'antwoorden',
	'overnemen'
] as const;
export type OwnPlanAct = (typeof ACTS)[number];

/**
 * Why no familiegroepsplan is made, when the parents do not say so themselves (Jeugdwet 4.1.2). The
 * third reason of the law, that parents do not want to, only a parent records.
 */
export const EXCLUSIONS = ['bedreiging', 'belang'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** What the group writes, in the four steps of a plan; a remark comes after the release. */
export const PIECE_KINDS = ['situatie', 'doel', 'stap', 'hulp', 'gelukt', 'opmerking'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export type PieceView = {
	readonly id: PieceId;
	readonly kind: PieceKind;
	/** The goal that a step belongs to. */
	readonly goalId: PieceId | null;
	readonly words: string;
	/** Null when it is someone whom the viewer may not know of here. */
	readonly author: PersonView | null;
	/** Who does the step, or gives the help. */
	readonly owner: PersonView | null;
	readonly due: Day | null;
	readonly on: Day;
	readonly changedOn: Day | null;
	/** The viewer may change it and take it away. */
	readonly mayChange: boolean;
};

export type EventView = {
	readonly act: OwnPlanAct;
	readonly by: PersonView | null;
	readonly on: Day;
	/** Words about all its children: only for who may see them all. */
	readonly words: string | null;
	readonly exclusion: Exclusion | null;
};

type Shown = {
	readonly familyId: FamilyId;
	readonly state: OwnPlanState;
	/** The children it is about, as far as the viewer may know of them. */
	readonly about: readonly PersonView[];
	/** Oldest first. */
	readonly events: readonly EventView[];
	readonly pieces: readonly PieceView[];
};

/** The page of the family and who it invited. */
export type GroupView = Shown & {
	readonly as: 'group';
	/** The viewer has gezag: begins, invites, releases. */
	readonly holder: boolean;
	readonly kinds: readonly PieceKind[];
	readonly group: readonly PersonView[];
	readonly invited: readonly PersonView[];
	readonly invitable: readonly PersonView[];
	/** The viewer takes part on invitation, and may leave. */
	readonly guest: boolean;
	readonly may: { readonly begin: boolean; readonly decline: boolean; readonly release: boolean };
};

/** The regisseur's page: to offer it, and after the release to read and answer. */
export type OfficeView = Shown & {
	readonly as: 'regisseur';
	readonly may: {
		readonly offer: boolean;
		readonly exclude: boolean;
		readonly answer: boolean;
		readonly takeOver: boolean;
	};
};

export type OwnPlanView = GroupView | OfficeView;

/** What the regisseur will read, or reads: exactly this. */
export type ReleaseView = {
	readonly familyId: FamilyId;
	readonly state: OwnPlanState;
	readonly pieces: readonly PieceView[];
	readonly mayRelease: boolean;
	/** Names this very text: a release of another text is refused. */
	readonly shown: string;
};

export const MOST_WORDS = 2000;

const key = z.uuid({ error: 'fout.formulier' });
const lines = z
	.string()
	.default('')
	.transform((text) => text.replaceAll('\r\n', '\n').trim());
const words = lines.pipe(
	z.string().min(1, { error: 'fout.woordenLeeg' }).max(MOST_WORDS, { error: 'fout.woordenLang' })
);
const maybeWords = lines.pipe(z.string().max(MOST_WORDS, { error: 'fout.woordenLang' }));
const maybeDay = z
	.string()
	.default('')
	.refine((text) => text === '' || isDay(text), { error: 'fout.dag' })
	.transform((text) => (text === '' ? null : (text as Day)));
const maybe = <Noun extends string>() =>
	z
		.union([z.literal('').transform(() => null), idOf<Noun>()], { error: 'fout.onbekend' })
		.default(null);

export const WithKey = z.object({ key });
export type WithKey = z.output<typeof WithKey>;

/** The regisseur's offer or answer. */
export const WithWords = z.object({ key, words });
export type WithWords = z.output<typeof WithWords>;

/** A parent who does not want it may say why, or not. */
export const Decline = z.object({ key, words: maybeWords });
export type Decline = z.output<typeof Decline>;

export const Exclude = z.object({
	key,
	words,
	reason: z.enum(EXCLUSIONS, { error: 'fout.keuze' })
});
export type Exclude = z.output<typeof Exclude>;

export const WithPerson = z.object({ key, person: idOf<'Person'>() });
export type WithPerson = z.output<typeof WithPerson>;

const content = { words, goal: maybe<'Piece'>(), owner: maybe<'Person'>(), due: maybeDay };

export const AddPiece = z.object({
	key,
	kind: z.enum(PIECE_KINDS),
	about: maybe<'Person'>(),
	...content
});
export type AddPiece = z.output<typeof AddPiece>;

export const ChangePiece = z.object({ key, piece: idOf<'Piece'>(), ...content });
export type ChangePiece = z.output<typeof ChangePiece>;

export const RemovePiece = z.object({ key, piece: idOf<'Piece'>() });
export type RemovePiece = z.output<typeof RemovePiece>;

export const Release = z.object({ key, shown: z.string().max(100) });
export type Release = z.output<typeof Release>;
