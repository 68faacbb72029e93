import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { ArticleProblem } from '#lib/rights/build/blocks.ts';
import { hashesIn, reviewOf } from '#lib/rights/build/review.ts';
import { now } from '#lib/server/clock.ts';
import { EXIT } from './portal.ts';

const ROOT = new URL('../../', import.meta.url);
const CONTENT = fileURLToPath(new URL('src/lib/rights/content', ROOT));
/** What falls due within a month is better looked at now. */
const SOON = 30;

/** The list informs: only files that cannot be read at all are refused. */
function run(given: readonly string[]): number {
	if (given.length > 1 || (given.length === 1 && given[0] !== '--hashes')) {
		console.error('Gebruik: npm run rights:review [-- --hashes]');
		return EXIT.wrongUse;
	}
	if (given.length === 1) {
		for (const { path, mark } of hashesIn(CONTENT)) console.log(`${mark}  ${path}`);
		return EXIT.done;
	}
	try {
		list(dayInNetherlands(now()));
		return EXIT.done;
	} catch (thrown) {
		if (!(thrown instanceof ArticleProblem)) throw thrown;
		console.error(thrown.message);
		return EXIT.refused;
	}
}

function list(today: Day): void {
	const settings = readFileSync(new URL('messages/project.inlang/settings.json', ROOT), 'utf8');
	const { locales: catalogues } = JSON.parse(settings) as { locales: string[] };
	// Articles speak to parents and to youths in files of their own.
	const locales = catalogues.filter((one) => !one.includes('-x-'));
	const found = reviewOf(CONTENT, { today, soon: addDays(today, SOON), locales });
	const parts: [string, readonly string[]][] = [
		['Moet nu worden nagekeken', found.overdue],
		[`Moet binnen ${SOON} dagen worden nagekeken`, found.soon],
		['Ouder dan de Nederlandse tekst', found.stale],
		['Nog niet vertaald', found.missing]
	];
	for (const [title, lines] of parts) {
		console.log(`${title}: ${lines.length || 'niets'}`);
		for (const line of lines) console.log(`  ${line}`);
	}
}

// npm run rights:review: which texts about rights are due, stale or missing; -- --hashes: marks of the Dutch files.
process.exitCode = run(process.argv.slice(2));
