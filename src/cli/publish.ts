import { isQuarter, newestToPublish } from '#lib/council/quarter.rules.ts';
import {
	publishDue,
	publishQuarter,
	type Published
} from '#lib/council/server/publish.commands.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { EXIT, withPortal } from './portal.ts';

async function run([asked, ...more]: readonly string[]): Promise<number> {
	if (asked === '--due' && more.length === 0) return withPortal(publishForSchedule);
	if (more.length > 0 || (asked && !isQuarter(asked))) {
		console.error('Gebruik: npm run publish-tables [-- 2026-Q3]');
		return EXIT.wrongUse;
	}
	return withPortal((ctx) => publish(ctx, asked));
}

/** Called by the running portal: quiet when nothing is due, and what was done stands in its log, in counts. */
async function publishForSchedule(ctx: Ctx): Promise<number> {
	const done = await publishDue(ctx);
	if (!done) return EXIT.done;
	ctx.log[done.outcome === 'stopped' ? 'warn' : 'info']({ event: 'tables', ...done });
	return done.outcome === 'stopped' ? EXIT.refused : EXIT.done;
}

async function publish(ctx: Ctx, asked: string | undefined): Promise<number> {
	const quarter = asked && isQuarter(asked) ? asked : newestToPublish(ctx.now());
	try {
		const done = await publishQuarter(ctx, quarter);
		for (const line of linesOf(done)) console.log(line);
		return done.outcome === 'published' ? EXIT.done : EXIT.refused;
	} catch (thrown) {
		if (!(thrown instanceof Denied)) throw thrown;
		console.error(`${quarter}: geweigerd. Nog geen vier weken voorbij, of al bekendgemaakt.`);
		console.error('Er is niets veranderd.');
		return EXIT.refused;
	}
}

const linesOf = ({ quarter, outcome, shown, reasons, problems }: Published): string[] => [
	outcome === 'published'
		? `${quarter}: bekendgemaakt en vastgezet.`
		: `${quarter}: niet bekendgemaakt. De controle vond: ${problems.join(', ')}.`,
	`  getoond: ${shown}`,
	`  verborgen, te weinig antwoorden: ${reasons.tooFew}`,
	`  verborgen, het geheel is verborgen: ${reasons.wholeHidden}`,
	`  verborgen, anders is een ander getal uit te rekenen: ${reasons.complementary}`
];

// npm run publish-tables: the newest quarter that is due, or one that is named; counts only.
process.exitCode = await run(process.argv.slice(2));
