import type { Id } from '#lib/kernel/id.ts';

export type MessageId = Id<'Message'>;

/** Everything that can be wrong with a message. Each has a sentence in every language: `importer.…`. */
export const PROBLEMS = [
	// One field at a time.
	'required',
	'wrongType',
	'unknownField',
	'notOneOf',
	'empty',
	'tooLong',
	'tooMany',
	'tooFew',
	'notId',
	'notDay',
	'notMoment',
	'notEmail',
	'notPhone',
	'notLanguage',
	'strangeSigns',
	'citizenNumber',
	// Fields together.
	'sentInFuture',
	'duplicateId',
	'unknownPerson',
	'unknownProfessional',
	'unknownOrganisation',
	'alsoProfessional',
	'alsoFamily',
	'personDiffers',
	'notChild',
	'birthInFuture',
	'periodTurned',
	'mayNotHoldGezag',
	'gezagTwice',
	'gezagAlone',
	'regisseursOverlap',
	'standInSelf',
	'mayNotBeRestricted',
	'secondSame',
	'restrictionTooLong',
	'underTwelve',
	'reviewTooLate',
	'endWithoutReason',
	'reasonWithoutEnd',
	// Together with what the portal already knows.
	'messageIdUsed',
	'sameMoment',
	'otherSource',
	'idElsewhere',
	'secondPlan',
	'alreadyBegun',
	'alreadyEnded'
] as const;
export type ProblemKey = (typeof PROBLEMS)[number];

/** One thing that is wrong, and where: `families[0].plan.goals[1].steps[0].owner`. */
export type Problem = {
	readonly path: string;
	readonly key: ProblemKey;
	readonly values: { readonly name?: string; readonly max?: number; readonly options?: string };
};

/** Someone who was invited by a message, as the person who sent it needs to know it. */
export type Invited = {
	readonly person: string;
	readonly name: string;
	readonly email: string;
	/** More people use this address: they need the code, told in person, to be told apart. */
	readonly sharesAddress: boolean;
	readonly personalCode: string;
};

/** What became of a message. Refused means: nothing in the database changed. */
export type ImportOutcome =
	| { readonly state: 'refused'; readonly problems: readonly Problem[] }
	| { readonly state: 'already-known' }
	| { readonly state: 'older' }
	| {
			readonly state: 'taken-in';
			readonly families: readonly {
				readonly id: string;
				readonly change: 'create' | 'update' | 'older';
			}[];
			readonly invited: readonly Invited[];
	  };
