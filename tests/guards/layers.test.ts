import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MODULES } from '../../layers.config.js';
import { outputOf, planted } from './support/planted.ts';

/** What each violation imports; these files themselves break nothing. */
const GROUND = {
	'src/lib/kernel/id.ts': 'export const id = 1;',
	'src/lib/ui/Button.svelte':
		"<script>import { id } from '#lib/kernel/id.ts';</script><button>{id}</button>",
	'src/lib/server/ctx.ts': 'export type Ctx = { now: () => Date };',
	'src/lib/server/db/index.ts': 'export const open = 1;',
	'src/lib/server/db/schema/plan.ts':
		"import type { Plan } from '#lib/plan/model.ts'; export const plan = {} as Plan;",
	'src/lib/family/model.ts': 'export type Family = 1;',
	'src/lib/plan/model.ts':
		"import { id } from '#lib/kernel/id.ts'; import { z } from 'zod'; import type { Family } from '#lib/family/model.ts'; export type Plan = Family; export const s = [z, id];",
	'src/lib/feedback/server/rows.ts': 'export const rows = 1;',
	'src/lib/feedback/server/indicators.ts': 'export const indicators = 1;',
	'src/lib/feedback/server/totals.ts':
		"import { indicators } from './indicators.ts'; export const totals = indicators;",
	'src/lib/council/server/publish.ts':
		"import { totals } from '#lib/feedback/server/totals.ts'; export const published = totals;",
	'src/lib/plan/rules.ts':
		"import type { Plan } from './model.ts'; export const rule = (p: Plan) => p;",
	'src/lib/plan/ui/Goal.svelte':
		"<script lang=\"ts\">import Button from '#lib/ui/Button.svelte'; import { rule } from '../rules.ts'; rule(1);</script><Button />",
	'src/lib/plan/server/store.ts':
		"import { eq } from 'drizzle-orm'; import { plan } from '#lib/server/db/schema/plan.ts'; export const row = [eq, plan];",
	'src/lib/plan/server/goal.store.ts': "import { row } from './store.ts'; export const goal = row;",
	'src/lib/plan/server/queries.ts':
		"import type { Ctx } from '#lib/server/ctx.ts'; import { row } from './store.ts'; export const get = (c: Ctx) => [c, row];",
	'src/cli/show.ts': "import { get } from '#lib/plan/server/queries.ts'; export const shown = get;",
	'src/routes/plan/+page.server.ts':
		"import { get } from '#lib/plan/server/queries.ts'; import { error } from '@sveltejs/kit'; export const load = [get, error];",
	'src/routes/plan/+page.svelte':
		"<script>import Goal from '#lib/plan/ui/Goal.svelte';</script><Goal />"
};

const from = (source: string) => `import * as it from '${source}'; export const kept = it;`;
const inSvelte = (source: string) => `<script>import * as it from '${source}'; it;</script>`;

/** The rule that must turn red, and one file that breaks it and nothing else. */
const VIOLATIONS: [rule: string, file: string, content: string][] = [
	['everything-resolves', 'src/lib/plan/lost.ts', from('./no-such-file.ts')],
	['kernel-imports-only-zod', 'src/lib/kernel/business.ts', from('#lib/plan/model.ts')],
	['kernel-imports-only-zod', 'src/lib/kernel/machine.ts', from('node:fs')],
	['pure-stays-pure', 'src/lib/plan/drizzle.ts', from('drizzle-orm')],
	['pure-stays-pure', 'src/lib/plan/kit.ts', from('@sveltejs/kit')],
	['pure-stays-pure', 'src/lib/plan/app.ts', from('$app/state')],
	['pure-stays-pure', 'src/lib/plan/server-code.ts', from('./server/queries.ts')],
	[
		'pure-stays-pure',
		'src/lib/plan/server-type.ts',
		"import type { Ctx } from '#lib/server/ctx.ts'; export type Kept = Ctx;"
	],
	['pure-stays-pure', 'src/lib/plan/handed-on.ts', "export * from './server/queries.ts';"],
	[
		'pure-stays-pure',
		'src/lib/plan/later.ts',
		"export const later = () => import('./server/queries.ts');"
	],
	['pure-stays-pure', 'src/lib/plan/screen.ts', from('./ui/Goal.svelte')],
	['pure-needs-no-machine', 'src/lib/plan/disk.ts', from('node:fs')],
	['use-cases-are-framework-free', 'src/lib/plan/server/kit.ts', from('@sveltejs/kit')],
	['use-cases-are-framework-free', 'src/lib/plan/server/app.ts', from('$app/server')],
	['use-cases-are-framework-free', 'src/lib/plan/server/screen.ts', from('../ui/Goal.svelte')],
	['store-is-private', 'src/lib/imports/server/other.ts', from('#lib/plan/server/store.ts')],
	['store-is-private', 'src/lib/imports/server/noun.ts', from('#lib/plan/server/goal.store.ts')],
	['store-is-private', 'src/lib/imports/server/dots.ts', from('../../plan/server/store.ts')],
	['routes-are-thin', 'src/routes/store/+page.server.ts', from('#lib/plan/server/store.ts')],
	['routes-are-thin', 'src/routes/noun/+page.server.ts', from('#lib/plan/server/goal.store.ts')],
	['routes-are-thin', 'src/routes/schema/+page.server.ts', from('#lib/server/db/schema/plan.ts')],
	['routes-are-thin', 'src/routes/drizzle/+page.server.ts', from('drizzle-orm')],
	['cli-calls-use-cases', 'src/cli/store.ts', from('#lib/plan/server/store.ts')],
	['cli-calls-use-cases', 'src/cli/noun.ts', from('#lib/plan/server/goal.store.ts')],
	['cli-calls-use-cases', 'src/cli/drizzle.ts', from('drizzle-orm')],
	['ui-kit-knows-no-business', 'src/lib/ui/Plan.svelte', inSvelte('#lib/plan/model.ts')],
	['screens-never-run-server-code', 'src/lib/plan/ui/Row.svelte', inSvelte('../server/queries.ts')],
	['screens-never-run-server-code', 'src/lib/plan/ui/row.ts', from('../server/queries.ts')],
	['screens-never-run-server-code', 'src/routes/x/+page.svelte', inSvelte('#lib/server/ctx.ts')],
	[
		'lib-knows-no-routes',
		'src/lib/plan/server/up.ts',
		from('../../../routes/plan/+page.server.ts')
	],
	['platform-knows-no-module', 'src/lib/server/jobs.ts', from('#lib/plan/model.ts')],
	[
		'schema-takes-only-types-of-models',
		'src/lib/server/db/schema/rules.ts',
		from('#lib/plan/rules.ts')
	],
	['council-reads-totals', 'src/lib/council/server/rows.ts', from('#lib/feedback/server/rows.ts')],
	['indicators-only-in-totals', 'src/lib/feedback/server/queries.ts', from('./indicators.ts')],
	['only-http-knows-kit', 'src/lib/server/mail.ts', from('@sveltejs/kit')],
	...MODULES.slice(0, -1).map((module): [string, string, string] => [
		`rank: ${module}`,
		`src/lib/${module}/up.ts`,
		from(`#lib/${MODULES.at(-1)}/model.ts`)
	])
];

const CYCLE = {
	'src/lib/rights/one.ts': "import { two } from './two.ts'; export const one = () => two;",
	'src/lib/rights/two.ts': "import { one } from './one.ts'; export const two = () => one;"
};

type Violation = { from: string; rule: { name: string } };

async function cruise(folder: string): Promise<Record<string, string[]>> {
	const args = ['src', '--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json'];
	const program = resolve('node_modules/.bin/depcruise');
	const { stdout, stderr } = await outputOf(process.execPath, [program, ...args], folder);
	if (!stdout) throw new Error(stderr);
	const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
	const found: Record<string, string[]> = {};
	for (const { from, rule } of summary.violations) (found[from] ??= []).push(rule.name);
	return found;
}

test('each planted import turns exactly its own rule red, and the ground under them none', async () => {
	const folder = planted({
		...GROUND,
		'src/lib/imports/model.ts': 'export type Message = 1;',
		...Object.fromEntries(VIOLATIONS.map(([, file, content]) => [file, content])),
		...CYCLE
	});
	const found = await cruise(folder);
	expect(found).toEqual({
		...Object.fromEntries(VIOLATIONS.map(([rule, file]) => [file, [rule]])),
		'src/lib/rights/one.ts': ['no-cycles']
	});
}, 20_000);

test('every rule is seeded', async () => {
	const { default: config } = (await import('../../.dependency-cruiser.mjs')) as {
		default: { forbidden: { name: string }[] };
	};
	const rules = config.forbidden.map(({ name }) => name).sort();
	expect([...new Set([...VIOLATIONS.map(([rule]) => rule), 'no-cycles'])].sort()).toEqual(rules);
});

test('every folder of src/lib has a place in the order of modules', () => {
	const known = [...MODULES, 'kernel', 'paraglide', 'server', 'ui'];
	const folders = readdirSync('src/lib').filter((name) => !known.includes(name));
	expect(folders).toEqual([]);
});
