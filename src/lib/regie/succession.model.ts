import { z } from 'zod';
import type { FamilyId } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';

export type SuccessionId = Id<'Succession'>;

/** Asked of a colleague; only that colleague's yes makes it hold. */
export type SuccessionState = 'asked' | 'accepted' | 'declined' | 'withdrawn';

const key = z.uuid({ error: 'fout.formulier' });
const aDay = z
	.string({ error: 'fout.dag' })
	.refine(isDay, { error: 'fout.dag' })
	.transform((text) => text as Day);
const colleague = z
	.string({ error: 'fout.collega' })
	.min(1, { error: 'fout.collega' })
	.pipe(idOf<'Person'>());

export const AskSuccessor = z.object({
	key,
	to: colleague,
	from: aDay,
	reason: z
		.string({ error: 'fout.reden' })
		.trim()
		.min(1, { error: 'fout.reden' })
		.max(500, { error: 'fout.woordenLang' })
});

export const AnswerSuccession = z.object({
	key,
	succession: idOf<'Succession'>(),
	says: z.enum(['ja', 'nee'], { error: 'fout.keuze' })
});

export const WithdrawSuccession = z.object({ key, succession: idOf<'Succession'>() });

export const SetStandIn = z.object({
	key,
	standIn: colleague,
	standInFrom: aDay,
	standInUntil: aDay,
	/** For all families of the own caseload at once. */
	everywhere: z
		.literal('ja')
		.optional()
		.transform((tick) => tick === 'ja')
});

export const EndStandIn = z.object({ key });

export type StandInPeriod = { readonly id: PersonId; readonly from: Day; readonly until: Day };

export type Colleague = {
	readonly id: PersonId;
	readonly name: string;
	readonly organisation: string;
};

/** The regisseur's page of one family: who stands in, and who comes next. */
export type AssignmentView = {
	readonly familyId: FamilyId;
	readonly familyName: string;
	readonly since: Day;
	readonly standIn: {
		readonly name: string;
		readonly from: Day;
		readonly until: Day | null;
	} | null;
	readonly asked: {
		readonly id: SuccessionId;
		readonly name: string;
		readonly from: Day;
		readonly reason: string;
	} | null;
	/** The last one who was asked, when nothing came of it. */
	readonly refused: { readonly name: string; readonly why: 'declined' | 'late' } | null;
	readonly coming: { readonly name: string; readonly from: Day } | null;
	readonly colleagues: readonly Colleague[];
	readonly tomorrow: Day;
};

/** A colleague asks whether this professional takes over a family. */
export type AskedOfMe = {
	readonly id: SuccessionId;
	readonly by: string;
	readonly familyName: string;
	readonly from: Day;
	readonly reason: string;
};
