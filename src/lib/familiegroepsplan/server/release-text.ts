import { hashToken } from '#lib/server/crypto.ts';
import { readsPiece, textOf, type Member } from '../rules.ts';
import type { PieceRow } from './pieces.store.ts';

/** What this member can give to the regisseur: what they read themselves, and nothing else. */
export const toRelease = (rows: readonly PieceRow[], member: Member): PieceRow[] =>
	rows.filter((row) => readsPiece(member, row));

/** Names what is shown, so that what is released is exactly what was read before. */
export const shownIn = (rows: readonly PieceRow[]): string => hashToken(textOf(rows));
