import { email } from '#lib/identity/model.ts';
import { inviteStaff } from '#lib/identity/server/staff.commands.ts';
import { organisationOf } from '#lib/identity/server/staff.queries.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { idOf } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { EXIT, withPortal } from './portal.ts';

const WRONG_USE = 'Gebruik: npm run staff -- invite persoon-id e-mailadres';

async function run([command, ...given]: readonly string[]): Promise<number> {
	const personId = idOf<'Person'>().safeParse(given[0]);
	const address = email.safeParse(given[1]);
	if (command !== 'invite' || given.length !== 2 || !personId.success) {
		console.error(WRONG_USE);
		return EXIT.wrongUse;
	}
	if (!address.success) {
		console.error(`${given[1]}: dit is geen e-mailadres.`);
		return EXIT.wrongUse;
	}
	return withPortal((ctx) => invite(ctx, personId.data, address.data));
}

/** Whoever may run commands on this machine speaks for every organisation. */
async function invite(ctx: Ctx, personId: PersonId, address: string): Promise<number> {
	const source = await organisationOf(ctx, personId);
	try {
		if (!source) return refuse(personId);
		const actor = { kind: 'machine', source } as const;
		const { personalCode } = await inviteStaff(ctx, actor, { personId, email: address });
		console.log(`${personId}: uitgenodigd. De link komt per e-mail en werkt zeven dagen.`);
		console.log(`Geef deze code persoonlijk, nooit per e-mail: ${personalCode}`);
		return EXIT.done;
	} catch (thrown) {
		if (thrown instanceof Denied) return refuse(personId);
		throw thrown;
	}
}

function refuse(personId: PersonId): number {
	console.error(`${personId}: geweigerd. Dit is geen professional, of het account is gesloten.`);
	console.error('Er is niets veranderd.');
	return EXIT.refused;
}

// npm run staff -- invite person-id address: a professional makes a first key, or one after a loss.
process.exitCode = await run(process.argv.slice(2));
