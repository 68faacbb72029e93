import { z } from 'zod';
import { REGISSEUR_WORDS } from '#lib/family/model.ts';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';

/** Kinds of organisation that a region's paper names. */
export const REGIE_HOLDERS = ['gemeente', 'lokaal_team', 'gi'] as const;
export type RegieHolder = (typeof REGIE_HOLDERS)[number];

/** What a region's paper says about one kader. */
const regieInKader = z.strictObject({
	/** Which kind of organisation has the regie. */
	holder: z.enum(REGIE_HOLDERS),
	/** What the one who has it is called here. */
	word: z.enum(REGISSEUR_WORDS),
	/** The paper says so only when there are risks for growing up safely. */
	onlyWithRisks: z.boolean(),
	/** Who stays finally responsible for what safety needs; null when the paper does not say. */
	safety: z.enum(REGIE_HOLDERS).nullable(),
	/** Who stays involved beside the holder. */
	involved: z.array(z.enum(REGIE_HOLDERS)),
	/** Where in the paper. */
	source: z.string().min(1)
});

/**
 * Who has the regie in which kader, in one region (feature P11, facts 1.14). Every kader is named; null
 * where the paper says nothing: then the portal says nothing either.
 */
export const RegionConfiguration = z.strictObject({
	/** The id of the region, as case messages send it. */
	id: z.string().regex(/^[a-z0-9-]{1,64}$/),
	/** The paper that this was read in, and the year it is of. */
	paper: z.strictObject({ name: z.string().min(1), year: z.int().min(2000).max(2100) }),
	kaders: z.record(z.enum(KADER_KINDS), regieInKader.nullable())
});
export type RegionConfiguration = z.output<typeof RegionConfiguration>;
export type RegieInKader = z.output<typeof regieInKader>;

/** What a page says about the regie of one child; without `regie` no more than that we do not know. */
export type RegieView = {
	readonly regie: RegieInKader;
	readonly paper: RegionConfiguration['paper'];
} | null;
