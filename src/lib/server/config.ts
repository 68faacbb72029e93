import { z } from 'zod';

const text = z.string().trim().min(1);
const origin = z
	.url({ protocol: /^https?$/ })
	.refine((url) => !URL.canParse(url) || new URL(url).origin === url, {
		message: 'moet alleen protocol, naam en poort zijn, zonder pad of streep aan het eind'
	});

/** Every environment variable the portal reads, with its default for the embedded case. */
const variables = z.object({
	NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
	PORT: z.coerce.number().int().min(1).max(65535).default(3000),
	HOST: text.default('127.0.0.1'),
	ORIGIN: origin.optional(),
	DATABASE_URL: text.regex(/^(file:|wss?:|https?:|libsql:)/).default('file:data/samenspel.db'),
	DATABASE_AUTH_TOKEN: text.optional(),
	DATABASE_ENCRYPTION_KEY: z.string().min(16).optional(),
	SEAL_KEY: z.string().min(32).optional(),
	SMTP_URL: text.regex(/^smtps?:\/\//).optional(),
	MAIL_FROM: text.default('Samenspel <geen-antwoord@localhost>'),
	DEMO: z.enum(['0', '1']).default('0'),
	TZ: text.default('Europe/Amsterdam'),
	TRUST_PROXY: z.enum(['0', '1']).default('0'),
	EXIT_URL: z.url({ protocol: /^https$/ }).optional(),
	SECURITY_CONTACT: z.url({ protocol: /^(https|mailto)$/ }).optional(),
	LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info']).default('info')
});

export type Config = {
	readonly production: boolean;
	readonly port: number;
	readonly host: string;
	/** The public address, without a path: every link in a mail starts with it. */
	readonly origin: string;
	readonly database: {
		readonly url: string;
		readonly authToken?: string;
		readonly encryptionKey?: string;
	};
	/** Closes the keys of what nobody else may read: a youth's own circle, notes between two people. */
	readonly sealKey: string;
	readonly smtpUrl?: string;
	readonly mailFrom: string;
	/** Demo sign-in by choosing a person; a banner says so on every page. */
	readonly demo: boolean;
	/** Whether `X-Forwarded-For` may be believed. */
	readonly trustProxy: boolean;
	/** Where the quick exit ends; without it, at a calendar page of our own. */
	readonly exitUrl?: string;
	/** Where someone reports a weak spot; without it there is no `security.txt`. */
	readonly securityContact?: string;
	readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
};

/** Where nothing is real: production refuses to start with it. */
const DEMO_SEAL_KEY = 'known to everyone, for demo and development only';

/** Thrown with one readable line for each thing that is missing or unsafe. */
export class ConfigError extends Error {
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(problems.join('\n'));
		this.problems = problems;
	}
}

/**
 * Reads and checks the environment. In production without `DEMO=1` a public `https` origin and a
 * mail server are required: there, nothing may fall back to the terminal.
 * @throws {ConfigError}
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const filled = Object.fromEntries(
		Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
	);
	const parsed = variables.safeParse(filled);
	if (!parsed.success) {
		throw new ConfigError(
			parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
		);
	}
	const env = parsed.data;
	const production = env.NODE_ENV === 'production';
	const demo = env.DEMO === '1';
	const address = env.ORIGIN ?? `http://localhost:${env.PORT}`;
	const problems = production && !demo ? productionProblems(env, address) : [];
	if (problems.length > 0) throw new ConfigError(problems);
	return {
		production,
		port: env.PORT,
		host: env.HOST,
		origin: address,
		database: {
			url: env.DATABASE_URL,
			...(env.DATABASE_AUTH_TOKEN && { authToken: env.DATABASE_AUTH_TOKEN }),
			...(env.DATABASE_ENCRYPTION_KEY && { encryptionKey: env.DATABASE_ENCRYPTION_KEY })
		},
		sealKey: env.SEAL_KEY ?? DEMO_SEAL_KEY,
		...(env.SMTP_URL && { smtpUrl: env.SMTP_URL }),
		mailFrom: env.MAIL_FROM,
		demo,
		trustProxy: env.TRUST_PROXY === '1',
		...(env.EXIT_URL && { exitUrl: env.EXIT_URL }),
		...(env.SECURITY_CONTACT && { securityContact: env.SECURITY_CONTACT }),
		logLevel: env.LOG_LEVEL
	};
}

function productionProblems(env: z.infer<typeof variables>, address: string): string[] {
	const problems: string[] = [];
	const { protocol, hostname } = new URL(address);
	if (!env.ORIGIN)
		problems.push(
			'ORIGIN: ontbreekt. Geef het openbare adres, bijvoorbeeld https://portaal.example.'
		);
	if (env.ORIGIN && protocol !== 'https:' && hostname !== 'localhost')
		problems.push('ORIGIN: moet met https:// beginnen.');
	if (!env.SEAL_KEY || env.SEAL_KEY === DEMO_SEAL_KEY)
		problems.push('SEAL_KEY: ontbreekt. Geef een eigen geheim van 32 tekens of meer.');
	if (!env.SMTP_URL)
		problems.push('SMTP_URL: ontbreekt. Zonder mailserver kan niemand zich aanmelden.');
	if (env.MAIL_FROM.includes('@localhost'))
		problems.push('MAIL_FROM: ontbreekt. Geef het adres waar mail vandaan komt.');
	if (/^(ws|http):/.test(env.DATABASE_URL) && !isLoopback(env.DATABASE_URL))
		problems.push('DATABASE_URL: een server op afstand vraagt wss:// of https://.');
	if (
		!env.DATABASE_URL.startsWith('file:') &&
		!env.DATABASE_AUTH_TOKEN &&
		!isLoopback(env.DATABASE_URL)
	)
		problems.push('DATABASE_AUTH_TOKEN: ontbreekt voor de databaseserver.');
	return problems;
}

const isLoopback = (url: string) =>
	['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
