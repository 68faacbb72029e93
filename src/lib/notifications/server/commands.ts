import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type { Mail, SendMail } from '#lib/server/mail.ts';
import { kindOf } from '#lib/server/running.ts';
import { dueAfter, MOST_ATTEMPTS } from '../rules.ts';
import { claimRow, deleteDone, dueRows, finishRow, insertRow, type OutboxRow } from './store.ts';

/**
 * Who writes the mail of a kind. Asked at the moment of sending, so it looks again whether there is
 * still something to send: null when the right to it has ended.
 */
export type Senders = Readonly<Record<string, (ctx: Ctx, about: string) => Promise<Mail | null>>>;

/** Puts a mail in the outbox, in the transaction of the act that it is about. */
export async function enqueue(
	ctx: Ctx,
	tx: Tx,
	{ kind, about }: { kind: string; about: string }
): Promise<void> {
	const at = ctx.now();
	await insertRow(tx, {
		id: newId(),
		kind,
		about,
		state: 'waiting',
		attempts: 0,
		dueAt: at,
		createdAt: at,
		doneAt: null
	});
}

const MOST_AT_ONCE = 20;
const underWay = new Set<string>();

/** Sends what is due. A mail that cannot be sent now comes back later, or is dead in the end. */
export async function deliver(ctx: Ctx, senders: Senders, send: SendMail): Promise<void> {
	for (const row of await dueRows(ctx.db.read, ctx.now(), MOST_AT_ONCE)) {
		if (underWay.has(row.id)) continue;
		underWay.add(row.id);
		try {
			await deliverRow(ctx, senders, send, row);
		} finally {
			underWay.delete(row.id);
		}
	}
}

async function deliverRow(ctx: Ctx, senders: Senders, send: SendMail, row: OutboxRow) {
	// A process stopped in the middle of the last try.
	if (row.attempts >= MOST_ATTEMPTS) return finish(ctx, row, 'dead');
	const attempt = row.attempts + 1;
	const claimed = await ctx.db.write((tx) => claimRow(tx, row, dueAfter(attempt, ctx.now())));
	if (!claimed) return;
	try {
		const mail = await writeMail(ctx, senders, row);
		if (!mail) return await finish(ctx, row, 'dropped');
		await send({ ...mail, messageId: `<${row.id}@${new URL(ctx.config.origin).hostname}>` });
	} catch (thrown) {
		const event = attempt < MOST_ATTEMPTS ? 'mail-failed' : 'mail-dead';
		ctx.log.warn({ event, id: row.id, kind: row.kind, attempt, why: kindOf(thrown) });
		if (attempt >= MOST_ATTEMPTS) await finish(ctx, row, 'dead');
		return;
	}
	await finish(ctx, row, 'sent');
}

function writeMail(ctx: Ctx, senders: Senders, row: OutboxRow): Promise<Mail | null> {
	const sender = Object.hasOwn(senders, row.kind) ? senders[row.kind] : undefined;
	if (!sender) throw new TypeError(`nobody writes mail of kind ${row.kind}`);
	return sender(ctx, row.about);
}

const finish = async (ctx: Ctx, row: OutboxRow, state: 'sent' | 'dropped' | 'dead') => {
	await ctx.db.write((tx) => finishRow(tx, row.id, state, ctx.now()));
};

const KEEP_DAYS = 30;

/** Mail that was dealt with is not kept: who got how many mails says something about a family. */
export async function forgetOldMail(ctx: Ctx): Promise<void> {
	const before = new Date(ctx.now().getTime() - KEEP_DAYS * 24 * 60 * 60_000);
	await ctx.db.write((tx) => deleteDone(tx, before));
}
