import { checkChain } from '#lib/audit/server/queries.ts';
import { EXIT, withPortal } from './portal.ts';

// npm run audit:check: walks the whole access log, and ends with 1 at a row that does not fit.
process.exitCode = await withPortal(async ({ config, db }) => {
	const chain = await checkChain(db.read);
	if (!chain.whole) {
		console.error(`Het toegangslogboek klopt niet: ${config.database.url}`);
		console.error(`Regel ${chain.brokenAt} is veranderd, of er ontbreekt een regel voor.`);
		return EXIT.refused;
	}
	console.log(`Het toegangslogboek is heel: ${config.database.url}`);
	console.log(`Aantal regels: ${chain.rows}. Waren het er eerder meer, dan zijn er regels weg.`);
	return EXIT.done;
});
