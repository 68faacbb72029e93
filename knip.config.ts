import type { KnipConfig } from 'knip';

const config: KnipConfig = {
	entry: [
		'src/{app.d,hooks,hooks.server}.ts',
		'src/routes/**/+*.{ts,svelte}',
		'src/routes/.well-known/**/+*.ts',
		'src/cli/{audit,import,migrate,staff}.ts',
		'static/{bewaar,kring,offline,page,sleutel,voorlezen}.js',
		'scripts/*.mjs',
		'bench/*.ts',
		'bench/parts/feedback-sender.ts',
		'tests/support/{clock,publish-invented}.ts'
	],
	project: [
		'src/**/*.{ts,svelte}',
		'tests/**/*.{ts,mjs}',
		'scripts/**/*.mjs',
		'bench/*.ts',
		'*.{ts,js}'
	],
	// Named in messages/project.inlang, run by scripts/launch/checks.mjs, and found by path in src/lib/server/pdf.ts.
	ignoreDependencies: [
		'@inlang/plugin-i18next',
		'dependency-cruiser',
		'svelte-check',
		'@expo-google-fonts/noto-sans'
	],
	ignoreExportsUsedInFile: true,
	// An exported type describes a function's arguments: it may be there for readers only.
	exclude: ['types']
};

export default config;
