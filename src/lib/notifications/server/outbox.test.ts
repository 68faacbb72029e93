import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { outbox } from '#lib/server/db/schema/notifications.ts';
import { mailTransport, type SendMail } from '#lib/server/mail.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { deliver, enqueue, forgetOldMail, type Senders } from './commands.ts';
import { countOutbox } from './queries.ts';
import { claimRow, dueRows } from './store.ts';

const put = (ctx: Ctx, kind = 'hello', about = 'row-1') =>
	ctx.db.write((tx) => enqueue(ctx, tx, { kind, about }));

const senders: Senders = {
	hello: async (_, about) => ({ to: 'a@b.nl', subject: 'Er staat iets', text: about }),
	ended: async () => null
};

function aSink(fail = false) {
	const ids: string[] = [];
	const send: SendMail = async ({ messageId }) => {
		ids.push(messageId);
		if (fail) throw new Error('450 try later');
	};
	return { ids, send };
}

test('a mail is sent once', async () => {
	const { ctx } = await aContext();
	const { ids, send } = aSink();
	await put(ctx);
	await deliver(ctx, senders, send);
	await deliver(ctx, senders, send);
	expect(ids).toHaveLength(1);
	expect(await countOutbox(ctx.db.read)).toEqual({ waiting: 0, sent: 1, dropped: 0, dead: 0 });
});

test('a right that has ended sends nothing', async () => {
	const { ctx } = await aContext();
	const { ids, send } = aSink();
	await put(ctx, 'ended');
	await deliver(ctx, senders, send);
	expect(ids).toEqual([]);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 0, dropped: 1 });
});

test('a mail that fails comes back on schedule under the same id, and is dead in the end', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const { ids, send } = aSink(true);
	await put(ctx);
	const tries = [
		['12:00:00', 1],
		['12:00:59', 1],
		['12:01:00', 2],
		['12:05:59', 2],
		['12:06:00', 3],
		['12:36:00', 4],
		['14:35:59', 4],
		['14:36:00', 5]
	] as const;
	for (const [time, count] of tries) {
		moveTo(`2026-11-22T${time}Z`);
		await deliver(ctx, senders, send);
		expect(ids, time).toHaveLength(count);
	}
	moveTo('2026-11-23T02:36:00Z');
	await deliver(ctx, senders, send);
	expect(ids).toHaveLength(6);
	expect(new Set(ids).size).toBe(1);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 0, dead: 1 });
	moveTo('2027-01-01T00:00:00Z');
	await deliver(ctx, senders, send);
	expect(ids).toHaveLength(6);
});

test('two deliveries at once send one mail', async () => {
	const { ctx } = await aContext();
	const { ids, send } = aSink();
	for (let i = 0; i < 5; i++) await put(ctx, 'hello', `row-${i}`);
	await Promise.all([
		deliver(ctx, senders, send),
		deliver(ctx, senders, send),
		deliver(ctx, senders, send)
	]);
	expect(new Set(ids).size).toBe(5);
	expect(ids).toHaveLength(5);
});

test('of two processes that saw the same row, one gets it', async () => {
	const { ctx } = await aContext();
	await put(ctx);
	const [row] = await dueRows(ctx.db.read, ctx.now(), 1);
	if (!row) throw new Error('nothing is due');
	const claim = () => ctx.db.write((tx) => claimRow(tx, row, ctx.now()));
	expect(await Promise.all([claim(), claim()])).toEqual([true, false]);
});

test('a kind that nobody writes waits, and does not keep others waiting', async () => {
	const { ctx } = await aContext();
	const { ids, send } = aSink();
	await put(ctx, 'constructor');
	await put(ctx);
	await deliver(ctx, senders, send);
	expect(ids).toHaveLength(1);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 1, sent: 1 });
});

test('the outbox keeps no words', async () => {
	const { ctx, folder } = await aContext();
	const secret = 'kersenboom-in-de-tuin';
	await put(ctx);
	await deliver(
		ctx,
		{ hello: async () => ({ to: secret, subject: secret, text: secret }) },
		aSink().send
	);
	expect(Object.keys((await ctx.db.read.select().from(outbox))[0] ?? {}).sort()).toEqual(
		['about', 'attempts', 'createdAt', 'doneAt', 'dueAt', 'id', 'kind', 'state'].sort()
	);
	for (const file of ['test.db', 'test.db-wal']) {
		expect(readFileSync(`${folder}/${file}`).includes(secret), file).toBe(false);
	}
});

test('what was sent is forgotten after thirty days, what waits is not', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await put(ctx);
	await deliver(ctx, senders, aSink().send);
	await put(ctx);
	moveTo('2026-12-22T12:00:00Z');
	await forgetOldMail(ctx);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 1, sent: 1 });
	moveTo('2026-12-22T12:00:01Z');
	await forgetOldMail(ctx);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 1, sent: 0 });
});

test('over SMTP: plain text, one id, and nothing of the portal in the headers', async () => {
	const letters: string[] = [];
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, _, done) {
			let letter = '';
			stream.on('data', (part: Buffer) => (letter += part.toString()));
			stream.on('end', () => (letters.push(letter), done()));
		}
	});
	const port = await new Promise<number>((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () => {
			const address = listening.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
	const { ctx } = await aContext();
	const config = { ...ctx.config, smtpUrl: `smtp://127.0.0.1:${port}` };
	await put(ctx);
	await deliver({ ...ctx, config }, senders, mailTransport(config));
	expect(letters).toHaveLength(1);
	expect(letters[0]).toMatch(/^Message-ID: <[a-z0-9]+@localhost>\r$/m);
	expect(letters[0]).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
	expect(letters[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});

test('without a mail server nothing goes to the terminal in production', async () => {
	const { ctx } = await aContext();
	expect(() => mailTransport({ ...ctx.config, production: true })).toThrow('SMTP_URL');
});
