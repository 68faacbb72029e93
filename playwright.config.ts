import { defineConfig } from '@playwright/test';
import { launchOptions, phone } from './tests/support/browser.ts';

/** Another one, when two copies of the project are tested at once. */
const PORT = Number(process.env.E2E_PORT ?? 4317);

/** These try what only a script can do. Every other journey is walked without JavaScript as well. */
const NEED_SCRIPT = [
	'exit.spec.ts',
	'session-warning.spec.ts',
	'passkey.spec.ts',
	'read-aloud.spec.ts',
	'offline.spec.ts',
	'later-device.spec.ts'
];

/** These ask the server itself, or look at the same pages as drawn: once is enough. */
const ONCE = [
	'hidden-address.spec.ts',
	'access.spec.ts',
	'accessible.spec.ts',
	'later-access.spec.ts'
];

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '*.spec.ts',
	outputDir: 'test-results',
	workers: 2,
	timeout: 60_000,
	// A shared build machine can stall for seconds; who fails twice has failed.
	retries: process.env.CI ? 1 : 0,
	forbidOnly: true,
	use: {
		browserName: 'chromium',
		launchOptions,
		baseURL: `http://localhost:${PORT}`,
		locale: 'nl-NL',
		trace: 'off'
	},
	projects: [
		{ name: 'phone', use: phone, grepInvert: /@desktop/ },
		{
			name: 'phone-no-js',
			use: { ...phone, javaScriptEnabled: false },
			testIgnore: [...NEED_SCRIPT, ...ONCE],
			grepInvert: /@desktop/
		},
		{
			name: 'desktop',
			use: { viewport: { width: 1280, height: 800 } },
			grep: /@desktop|@everywhere/
		}
	],
	webServer: {
		command: `node tests/e2e/start.mjs ${PORT}`,
		url: `http://localhost:${PORT}/healthz`,
		timeout: 180_000,
		stdout: 'ignore',
		stderr: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});
