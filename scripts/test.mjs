import { BROWSER_TESTS, GUARDS, runChecks } from './launch/checks.mjs';
import { needChromium, quickChromium } from './launch/find-chromium.mjs';
import { prepare } from './launch/prepare.mjs';
import { orExplain } from './launch/problem.mjs';
import { noteBuilt } from './launch/sources.mjs';

await orExplain(async () => {
	const place = await prepare();
	const whole = await needChromium(place);
	const quick = place.env.CHROMIUM_PATH ? whole : await quickChromium(place, whole);
	const env = { ...place.env, CHROMIUM_PATH: quick, CHROMIUM_WHOLE_PATH: whole };
	const guards = await runChecks(GUARDS, { ...place, env });
	const seconds = guards + (await runChecks(BROWSER_TESTS, { ...place, env }));
	noteBuilt(place.root);
	console.log(`\nAll guards, unit tests and browser tests passed in ${seconds.toFixed(0)} s.`);
});
