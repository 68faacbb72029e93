import { readFile } from 'node:fs/promises';
import { Denied } from '#lib/kernel/policy.ts';
import { RegionalHelpFile } from '#lib/rights/regional-help.model.ts';
import { takeInRegionalHelp } from '#lib/rights/server/regional-help.commands.ts';
import { speakerFor } from '#lib/rights/server/regional-help.queries.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { EXIT, withPortal } from './portal.ts';

const WRONG_USE = 'Gebruik: npm run regional-help -- hulp.json';

async function run([path, ...more]: readonly string[]): Promise<number> {
	if (!path || path.startsWith('-') || more.length > 0) {
		console.error(WRONG_USE);
		return EXIT.wrongUse;
	}
	const text = await readFile(path, 'utf8').catch(() => null);
	const file = RegionalHelpFile.safeParse(text === null ? null : jsonOf(text));
	if (!file.success) {
		console.error(`${path}: dit is geen lijst met hulp in een regio.`);
		for (const { path: place, message } of file.error.issues)
			console.error(`  ${place.join('.')}: ${message}`);
		return EXIT.wrongUse;
	}
	return withPortal(async (ctx) => {
		let worst: number = EXIT.done;
		for (const region of file.data) worst = Math.max(worst, await takeIn(ctx, region));
		return worst;
	});
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Whoever may run commands on this machine speaks for every organisation. */
async function takeIn(ctx: Ctx, { region, help }: RegionalHelpFile[number]): Promise<number> {
	try {
		const added = await takeInRegionalHelp(ctx, await speakerFor(ctx, region), region, help);
		console.log(`${region}: ${added} nieuw, ${help.length - added} stond er al.`);
		return EXIT.done;
	} catch (thrown) {
		if (!(thrown instanceof Denied || thrown instanceof Refused)) throw thrown;
		console.error(`${region}: geweigerd. Deze regio is er niet, of een regel klopt niet.`);
		console.error('Er is niets veranderd.');
		return EXIT.refused;
	}
}

// npm run regional-help -- file: what a region starts with; its administrator keeps it from then on.
process.exitCode = await run(process.argv.slice(2));
