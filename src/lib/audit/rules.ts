/** The fields that a row's hash covers, in this order. */
export type ChainedFields = {
	readonly sequence: number;
	readonly at: number;
	readonly actorId: string | null;
	readonly actorKind: string;
	readonly relation: string;
	readonly ability: string;
	readonly action: string;
	readonly thing: string;
	readonly thingId: string;
	readonly familyId: string | null;
	readonly outcome: string;
	readonly requestId: string;
	readonly previousHash: string;
};

/** What stands before the first row. */
export const CHAIN_START = '0'.repeat(64);

/** The text that is hashed: every field, so that an edited row no longer fits its own hash. */
export const chainText = (row: ChainedFields): string =>
	JSON.stringify([
		row.sequence,
		row.at,
		row.actorId,
		row.actorKind,
		row.relation,
		row.ability,
		row.action,
		row.thing,
		row.thingId,
		row.familyId,
		row.outcome,
		row.requestId,
		row.previousHash
	]);
