import { MODULES } from './layers.config.js';

const modules = MODULES.join('|');
/**
 * @param {string} name
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

const STORE = '/server/[^/]*store[.]ts$';
const KIT = 'node_modules/@sveltejs/|^@sveltejs/|^[$](app|env)/';
const DRIZZLE = 'node_modules/drizzle-orm';

/** Who may import what: see "Layers" in README.md. Each rule is seeded in tests/guards/layers.test.ts. */
export default {
	forbidden: [
		forbid('no-cycles', {}, { circular: true }),
		forbid(
			'everything-resolves',
			{},
			{ couldNotResolve: true, pathNot: '^[$](app|env)/|^[.]/[$]types' }
		),
		forbid(
			'kernel-imports-only-zod',
			{ path: '^src/lib/kernel/' },
			{ pathNot: '^src/lib/kernel/|node_modules/zod/' }
		),
		forbid(
			'pure-stays-pure',
			{ path: `^src/lib/(${modules})/[^/]+[.]ts$` },
			{
				path: `/server/|/ui/|[.]svelte$|^src/routes/|${KIT}|node_modules/(?!zod/|@sveltejs/)`
			}
		),
		forbid(
			'pure-needs-no-machine',
			{ path: `^src/lib/(${modules})/[^/]+[.]ts$` },
			{ dependencyTypes: ['core'] }
		),
		forbid(
			'use-cases-are-framework-free',
			{ path: `^src/lib/(${modules})/server/` },
			{ path: `${KIT}|/ui/|[.]svelte$` }
		),
		forbid(
			'store-is-private',
			{ path: '^src/lib/([^/]+)/' },
			{ path: STORE, pathNot: '^src/lib/$1/server/' }
		),
		forbid(
			'routes-are-thin',
			{ path: '^src/(routes|hooks)' },
			{ path: `${STORE}|^src/lib/server/db/|${DRIZZLE}` }
		),
		forbid(
			'cli-calls-use-cases',
			{ path: '^src/cli/' },
			{ path: `${STORE}|${DRIZZLE}|^src/lib/server/db/schema/` }
		),
		forbid(
			'ui-kit-knows-no-business',
			{ path: '^src/lib/ui/' },
			{ path: '^src/(routes|cli)/|^src/lib/(?!ui/|kernel/|paraglide/)', pathNot: '/server/' }
		),
		forbid(
			'screens-never-run-server-code',
			{ path: '[.]svelte$|^src/lib/(ui|[^/]+/ui)/' },
			{ path: `/server/|${DRIZZLE}` }
		),
		forbid('lib-knows-no-routes', { path: '^src/lib/' }, { path: '^src/(routes|cli)/' }),
		forbid(
			'platform-knows-no-module',
			{ path: '^src/lib/server/', pathNot: '^src/lib/server/db/schema/' },
			{ path: `^src/lib/(${modules})/` }
		),
		forbid(
			'schema-takes-only-types-of-models',
			{ path: '^src/lib/server/db/schema/' },
			{ path: `^src/lib/(${modules})/`, pathNot: `^src/lib/(${modules})/[^/]*model[.]ts$` }
		),
		forbid(
			'only-http-knows-kit',
			{ path: '^src/lib/server/', pathNot: '^src/lib/server/http[.]ts$' },
			{ path: KIT }
		),
		forbid(
			'council-reads-totals',
			{ path: '^src/lib/council/' },
			{
				path: '^src/lib/feedback/',
				pathNot: '^src/lib/feedback/(model|marks[.]rules|server/totals)[.]ts$'
			}
		),
		forbid(
			'indicators-only-in-totals',
			{ path: '^src/', pathNot: '^src/lib/feedback/server/(totals|indicators)[.]ts$' },
			{ path: '^src/lib/feedback/server/indicator(s|[.]store)[.]ts$' }
		),
		...MODULES.slice(0, -1).map((module, place) =>
			forbid(
				`rank: ${module}`,
				{ path: `^src/lib/${module}/` },
				{ path: `^src/lib/(${MODULES.slice(place + 1).join('|')})/` }
			)
		)
	],
	options: {
		exclude: { path: '[.]test[.]ts$' },
		doNotFollow: { path: 'node_modules|^src/lib/paraglide/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			extensions: ['.ts', '.js', '.svelte']
		}
	}
};
