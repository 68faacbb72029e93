import { hashToken } from '#lib/server/crypto.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { CHAIN_START, chainText } from '../rules.ts';
import { allEntries } from './store.ts';

export type ChainState =
	| { readonly whole: true; readonly rows: number }
	| { readonly whole: false; readonly brokenAt: number };

/** Walks the access log and names the first row that was edited, or before which a row is missing. */
export async function checkChain(read: Reader): Promise<ChainState> {
	let previousHash = CHAIN_START;
	let rows = 0;
	for await (const row of allEntries(read)) {
		const fits =
			row.sequence === rows + 1 &&
			row.previousHash === previousHash &&
			row.hash === hashToken(chainText({ ...row, at: row.at.getTime() }));
		if (!fits) return { whole: false, brokenAt: row.sequence };
		previousHash = row.hash;
		rows += 1;
	}
	return { whole: true, rows };
}
