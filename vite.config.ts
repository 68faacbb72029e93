import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { withSmallScripts } from './scripts/small-scripts.ts';
import { rightsArticles } from './src/lib/rights/build/plugin.ts';

// Kit 3 refuses to build beside a svelte.config.js: all of its configuration is here.
export default defineConfig({
	plugins: [
		rightsArticles(),
		sveltekit({
			compilerOptions: { runes: true },
			adapter: withSmallScripts(adapter({ precompress: true })),
			inlineStyleThreshold: 16_384,
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['strict-dynamic'],
					'style-src': ['self'],
					'img-src': ['self'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'object-src': ['none'],
					'frame-ancestors': ['none'],
					'require-trusted-types-for': ['script'],
					'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'own-worker']
				}
			}
		}),
		paraglideVitePlugin({
			project: './messages/project.inlang',
			outdir: './src/lib/paraglide',
			emitTsDeclarations: true,
			strategy: ['baseLocale']
		})
	],
	test: {
		expect: { requireAssertions: true },
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
		environment: 'node',
		pool: 'forks',
		// One less than there are cores would leave one of two idle.
		maxWorkers: '100%',
		// Speed is measured in the bench; a busy machine starts a process in seconds.
		testTimeout: 30_000,
		hookTimeout: 30_000
	}
});
