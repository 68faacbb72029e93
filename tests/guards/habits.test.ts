import { ESLint } from 'eslint';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { planted } from './support/planted.ts';

const screen = (markup: string) => `${markup}\n`;

/** The rule that must turn red, and one file that breaks it and nothing else. */
const VIOLATIONS: [rule: string, file: string, content: string][] = [
	[
		'@typescript-eslint/no-floating-promises',
		'src/lib/plan/server/floating.ts',
		'const work = async () => 1;\nexport function start() {\n\twork();\n}\n'
	],
	[
		'@typescript-eslint/no-misused-promises',
		'src/lib/plan/server/always.ts',
		'const work = async () => false;\nexport const always = () => (work() ? 1 : 2);\n'
	],
	[
		'@typescript-eslint/no-explicit-any',
		'src/lib/plan/anything.ts',
		'export const anything = (x: any): unknown => x;\n'
	],
	['eqeqeq', 'src/lib/plan/loose.ts', 'export const loose = (x: unknown) => x == 1;\n'],
	['no-restricted-syntax', 'src/lib/plan/date.ts', 'export const at = () => new Date();\n'],
	['no-restricted-syntax', 'src/lib/plan/now.ts', 'export const at = () => Date.now();\n'],
	['no-restricted-syntax', 'src/lib/kernel/clock.ts', 'export const at = () => new Date();\n'],
	[
		'no-restricted-syntax',
		'src/lib/plan/later.ts',
		'export const at = (now = Date.now) => now();\n'
	],
	['no-restricted-syntax', 'src/lib/plan/luck.ts', 'export const luck = () => Math.random();\n'],
	[
		'no-restricted-syntax',
		'src/lib/plan/server/forged.ts',
		"import type { Permit } from '#lib/kernel/policy.ts';\nexport const may = {} as unknown as Permit<'plan.read', string>;\n"
	],
	[
		'house/other-modules-by-name',
		'src/lib/plan/sibling.ts',
		"export { ground } from '../family/ground.ts';\n"
	],
	[
		'house/other-modules-by-name',
		'src/lib/plan/server/far.ts',
		"export { ground } from '../../family/ground.ts';\n"
	],
	[
		'house/other-modules-by-name',
		'src/routes/far/+page.server.ts',
		"export const load = () => import('../../lib/family/ground.ts');\n"
	],
	['svelte/no-at-html-tags', 'src/lib/ui/Raw.svelte', screen('<p>{@html 1}</p>')],
	['svelte/no-inline-styles', 'src/lib/ui/Inline.svelte', screen('<p style="color: red">1</p>')],
	['house/no-text-outside-catalogue', 'src/lib/ui/Text.svelte', screen('<p>Hallo</p>')],
	['house/no-text-outside-catalogue', 'src/lib/ui/Mustache.svelte', screen("<p>{1 + 'Hallo'}</p>")],
	[
		'house/no-text-outside-catalogue',
		'src/lib/ui/Choice.svelte',
		screen(
			'<script lang="ts">\n\tlet { a }: { a: boolean } = $props();\n</script>\n\n<p>{a ? 1 : `Nee ${a}`}</p>'
		)
	],
	...['aria-label', 'alt', 'title', 'placeholder'].map((name): [string, string, string] => [
		'house/no-text-outside-catalogue',
		`src/lib/ui/Read-${name}.svelte`,
		screen(`<input ${name}="Zoek" />`)
	]),
	[
		'house/no-text-outside-catalogue',
		'src/lib/ui/Prop.svelte',
		screen(
			'<script lang="ts">\n\timport Fine from \'./Fine.svelte\';\n</script>\n\n<Fine label="Stuur dit" kind="main" />'
		)
	],
	[
		'house/no-text-outside-catalogue',
		'src/lib/ui/Button.svelte',
		screen('<input type="submit" value="Verstuur" />')
	]
];

const ALLOWED: Record<string, string> = {
	'src/lib/family/ground.ts': 'export const ground = new Date(0);\n',
	'src/app.css': 'p { color: red; }\n',
	'messages/nl.json': '{}\n',
	'src/routes/outside.ts':
		"import '../app.css';\nexport { default } from '../../messages/nl.json' with { type: 'json' };\n",
	'src/routes/deep/down/near.ts': "export * from '../../outside.ts';\n",
	'src/lib/plan/own.ts': "export { other } from './server/other.ts';\n",
	'src/lib/plan/server/other.ts':
		"export const other = 1;\nexport { may } from '../forged.test.ts';\n",
	'src/lib/plan/forged.test.ts': 'export const may = new Date(Date.now() * Math.random());\n',
	'src/lib/kernel/policy.ts':
		'export type Permit<A, I> = { ability: A; id: I };\nexport const proof = {} as Permit<string, string>;\n',
	'src/lib/server/clock.ts': 'export const now = () => new Date();\n',
	'bench/speed.ts': 'export const start = Date.now();\n',
	'src/lib/ui/Fine.svelte': screen(
		'<script lang="ts">\n\timport { m } from \'#lib/paraglide/messages.js\';\n</script>\n\n<p class="large" title={m[\'app.name\']()}>{m[\'app.name\']()} · 3 %</p>\n<input type="radio" value="ja" />\n<button type="submit" value="nee">1</button>'
	)
};

test('each planted habit turns exactly its own rule red, and what is allowed none', async () => {
	const folder = planted({
		...ALLOWED,
		...Object.fromEntries(VIOLATIONS.map(([, file, content]) => [file, content]))
	});
	const eslint = new ESLint({ cwd: folder, overrideConfigFile: resolve('eslint.config.js') });
	const results = await eslint.lintFiles(['src', 'bench']);
	const found = results.flatMap(({ filePath, messages }) =>
		messages.map(({ ruleId }) => `${relative(folder, filePath)}: ${ruleId}`)
	);
	expect(results.map(({ filePath }) => filePath)).toContain(join(folder, 'src/lib/ui/Fine.svelte'));
	expect(found.sort()).toEqual(VIOLATIONS.map(([rule, file]) => `${file}: ${rule}`).sort());
}, 30_000);
