import { unlink, writeFile } from 'node:fs/promises';
import type { OrganisationId } from '#lib/family/model.ts';
import { isQuarter } from '#lib/council/quarter.rules.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import { makeDelivery } from '#lib/feedback/server/delivery.commands.ts';
import { idOf } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { EXIT, withPortal } from './portal.ts';

async function run([id, quarter = '', ...more]: readonly string[]): Promise<number> {
	const provider = idOf<'Organisation'>().safeParse(id);
	if (!provider.success || !isQuarter(quarter) || more.length > 0) {
		console.error('Gebruik: npm run delivery -- organisatie-id 2026-Q3');
		return EXIT.wrongUse;
	}
	return withPortal((ctx) => deliver(ctx, provider.data, quarter));
}

/** Whoever may run commands on this machine speaks for every organisation. */
async function deliver(ctx: Ctx, provider: OrganisationId, quarter: Quarter): Promise<number> {
	const file = `levering-${provider}-${quarter}.jsonl`;
	let written = false;
	try {
		const sent = await makeDelivery(
			ctx,
			{ kind: 'machine', source: provider },
			{ provider, quarter },
			async (text) => {
				await writeFile(file, text, { flag: 'wx', mode: 0o600 });
				written = true;
			}
		);
		console.log(`${file}: ${sent} metingen. De cijfers staan nu alleen nog in dit bestand.`);
		console.log('Niet landelijk vergeleken, en niet voor een raad of voor inkoop.');
		return EXIT.done;
	} catch (thrown) {
		if (written) await unlink(file);
		const there = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
		if (!there && !(thrown instanceof Denied)) throw thrown;
		console.error(
			there
				? `${file}: dit bestand is er al. Zet het eerst ergens anders.`
				: `${provider} ${quarter}: geweigerd. De organisatie is er niet, of het kwartaal loopt nog.`
		);
		console.error('Er is niets veranderd.');
		return EXIT.refused;
	}
}

// npm run delivery: the measurements of one provider about records that ended in one quarter.
process.exitCode = await run(process.argv.slice(2));
