import { GUARDS, runChecks } from './launch/checks.mjs';
import { prepare } from './launch/prepare.mjs';
import { orExplain } from './launch/problem.mjs';

await orExplain(async () => {
	const seconds = await runChecks(GUARDS, await prepare());
	console.log(`\nAll guards and unit tests passed in ${seconds.toFixed(0)} s.`);
});
