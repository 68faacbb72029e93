import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type SunkMail = { readonly to: string; readonly text: string; readonly source: string };

export type MailSink = {
	/** For the portal's configuration. */
	readonly url: string;
	readonly mails: readonly SunkMail[];
	/** The newest mail to an address, as soon as there are this many. */
	readonly mailTo: (address: string, nth?: number) => Promise<SunkMail>;
	readonly close: () => Promise<void>;
};

/** Lines that the mail protocol broke, put together again. */
function textOf(source: string): string {
	const [, ...body] = source.split('\r\n\r\n');
	const text = body.join('\n\n');
	if (!/quoted-printable/i.test(source)) return text;
	const bytes = text
		.replace(/=\r?\n/g, '')
		.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A mail server that keeps everything it gets. */
export async function mailSink(): Promise<MailSink> {
	const mails: SunkMail[] = [];
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		onData(stream, { envelope }, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const source = Buffer.concat(parts).toString('utf8');
				for (const { address } of envelope.rcptTo) {
					mails.push({ to: address, text: textOf(source), source });
				}
				done();
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		mails,
		mailTo: async (address, nth = 1) => {
			for (let tries = 0; tries < 100; tries++) {
				const sent = mails.filter(({ to }) => to === address);
				const [mail] = sent.slice(nth - 1, nth);
				if (mail) return mail;
				await new Promise((later) => setTimeout(later, 100));
			}
			throw new Error(`No mail ${nth} to ${address}`);
		},
		close: () => new Promise((closed) => server.close(() => closed()))
	};
}
