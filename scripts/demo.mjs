import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, checkComplete } from './launch/clone.mjs';
import { ADMINISTRATORS, COUNCIL, FAMILIES, REGIONAL_HELP } from './launch/families.mjs';
import { checkPortFree, readPort } from './launch/port.mjs';
import { prepare } from './launch/prepare.mjs';
import { Problem, orExplain } from './launch/problem.mjs';
import { run } from './launch/run.mjs';
import { startServer, waitUntilHealthy } from './launch/server.mjs';
import { isBuilt, noteBuilt } from './launch/sources.mjs';

const INVENTED_TABLES = 'tests/support/publish-invented.ts';
const NEEDED = [
	'src/cli/migrate.ts',
	'src/cli/import.ts',
	'server.ts',
	INVENTED_TABLES,
	REGIONAL_HELP,
	...FAMILIES
];

const LOG = 'data/demo.log';

await orExplain(async () => {
	checkComplete(ROOT, NEEDED);
	const port = readPort(process.env.PORT);
	const host = process.env.HOST || '127.0.0.1';
	await checkPortFree(port, host, 'npm run demo');
	const { root, node, env } = await prepare();
	const demo = {
		...env,
		DEMO: '1',
		PORT: String(port),
		HOST: host,
		DATABASE_URL: env.DATABASE_URL || 'file:data/demo.db',
		LOG_LEVEL: env.LOG_LEVEL || 'warn'
	};

	/** @param {string} title @param {string[]} args */
	const step = async (title, args) => {
		const { code, output } = await run(node, args, { cwd: root, env: demo, title });
		if (code !== 0) throw new Problem(`${title}: failed.`, output.trim().split('\n').slice(-20));
	};
	mkdirSync(join(root, 'data'), { recursive: true });
	if (!isBuilt(root)) {
		await step('Building the pages', ['node_modules/vite/bin/vite.js', 'build']);
		noteBuilt(root);
	}
	await step('Preparing the database', ['src/cli/migrate.ts']);
	await step('Loading the demo families', ['src/cli/import.ts', ...FAMILIES]);
	await step('Loading the help of the demo regions', ['src/cli/regional-help.ts', REGIONAL_HELP]);
	for (const names of ADMINISTRATORS)
		await step(`Naming who keeps it: ${names[0]}`, ['src/cli/staff.ts', 'administer', ...names]);

	for (const seat of COUNCIL)
		await step(`Giving a seat in the council: ${seat[0]}`, ['src/cli/council.ts', 'seat', ...seat]);
	await step('Publishing invented tables for it', [INVENTED_TABLES]);

	const log = join(root, LOG);
	const { ended } = startServer(node, { cwd: root, env: demo, log });
	const local = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
	await waitUntilHealthy(local, { ended, log });
	console.log(invitation(`http://localhost:${port}`));
	process.exitCode = await ended;
});

/** @param {string} address */
function invitation(address) {
	return `
Samenspel draait. Alle gezinnen in deze demo zijn verzonnen.

  Open      ${address}
  Aanmelden ${address}/inloggen
            Kies daar een persoon: een ouder, een kind, familie of een regisseur.
            Een wachtwoord is niet nodig.
  Mail      staat in ${LOG}; de demo verstuurt niets.
  Stoppen   Ctrl-C

English: open ${address}/en, choose a person to sign in as, stop with Ctrl-C.
`;
}
