import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';

/** Plain text only: nothing is fetched, nothing is followed, nothing shows on a locked screen. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** The same id at every try, so that a mail program shows a mail that came twice only once. */
export type SendMail = (mail: Mail & { readonly messageId: string }) => Promise<void>;

/**
 * How mail leaves: by the mail server of the configuration. Without one, in a demo or while
 * developing, the whole mail is printed in the terminal.
 * @throws when there is no mail server and real people could be waiting for their mail
 */
export function mailTransport(config: Config): SendMail {
	if (config.smtpUrl) return overSmtp(config, config.smtpUrl);
	if (config.production && !config.demo) throw new Error('Without SMTP_URL no mail can be sent.');
	return ({ to, subject, text }) =>
		new Promise((resolve) =>
			process.stdout.write(`\n--- ${to}\n--- ${subject}\n\n${text}\n---\n`, () => resolve())
		);
}

function overSmtp(config: Config, url: string): SendMail {
	// Together shorter than the first wait of the outbox, so that no second process takes over.
	const transport = createTransport({
		url,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 20_000,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return async (mail) => {
		await transport.sendMail({
			...mail,
			from: config.mailFrom,
			headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
		});
	};
}
