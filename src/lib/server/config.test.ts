import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const production = {
	NODE_ENV: 'production',
	ORIGIN: 'https://portaal.example',
	SEAL_KEY: 'a secret of the test, of many signs',
	SMTP_URL: 'smtps://mail.portaal.example',
	MAIL_FROM: 'Samenspel <post@portaal.example>'
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
	try {
		readConfig(environment);
		return [];
	} catch (problem) {
		if (problem instanceof ConfigError) return problem.problems;
		throw problem;
	}
}

describe('production', () => {
	test('starts with an address, a mail server and a sender', () => {
		expect(problemsOf(production)).toEqual([]);
	});

	test.each([
		['ORIGIN', { ORIGIN: undefined }],
		['ORIGIN', { ORIGIN: '' }],
		['ORIGIN', { ORIGIN: 'http://portaal.example' }],
		['ORIGIN', { ORIGIN: 'https://portaal.example/' }],
		['ORIGIN', { ORIGIN: 'https://portaal.example/pad' }],
		['ORIGIN', { ORIGIN: 'portaal.example' }],
		['SEAL_KEY', { SEAL_KEY: undefined }],
		['SEAL_KEY', { SEAL_KEY: 'too short' }],
		['SEAL_KEY', { SEAL_KEY: 'known to everyone, for demo and development only' }],
		['SMTP_URL', { SMTP_URL: undefined }],
		['SMTP_URL', { SMTP_URL: 'mail.portaal.example' }],
		['MAIL_FROM', { MAIL_FROM: undefined }],
		['DATABASE_URL', { DATABASE_URL: 'ws://db.example', DATABASE_AUTH_TOKEN: 'x' }],
		['DATABASE_URL', { DATABASE_URL: 'postgres://db.example' }],
		['DATABASE_AUTH_TOKEN', { DATABASE_URL: 'wss://db.example' }],
		['DATABASE_ENCRYPTION_KEY', { DATABASE_ENCRYPTION_KEY: 'short' }],
		['EXIT_URL', { EXIT_URL: 'http://weer.example' }],
		['EXIT_URL', { EXIT_URL: 'javascript:alert(1)' }],
		['SECURITY_CONTACT', { SECURITY_CONTACT: 'post@portaal.example' }],
		['PORT', { PORT: '0' }],
		['PORT', { PORT: '70000' }],
		['DEMO', { DEMO: 'yes' }],
		['TRUST_PROXY', { TRUST_PROXY: 'true' }],
		['LOG_LEVEL', { LOG_LEVEL: 'debug' }]
	])('refuses %s: %o', (name, change) => {
		const problems = problemsOf({ ...production, ...change });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(new RegExp(`^${name}: [^\n]+$`));
	});

	test('names everything that is missing at once', () => {
		const named = problemsOf({ NODE_ENV: 'production' }).map((line) => line.split(':')[0]);
		expect(named).toEqual(['ORIGIN', 'SEAL_KEY', 'SMTP_URL', 'MAIL_FROM']);
	});
});

test('a demo needs nothing', () => {
	const config = readConfig({ NODE_ENV: 'production', DEMO: '1' });
	expect(config).toMatchObject({ demo: true, origin: 'http://localhost:3000', host: '127.0.0.1' });
});

test('development needs nothing, and believes no proxy', () => {
	expect(readConfig({})).toMatchObject({ production: false, demo: false, trustProxy: false });
});

test('values that nobody filled in count as absent', () => {
	expect(readConfig({ EXIT_URL: '', SECURITY_CONTACT: '' })).not.toHaveProperty('exitUrl');
});
