import { SEATS } from '#lib/council/model.ts';
import { appointSeat, endSeat } from '#lib/council/server/seats.commands.ts';
import { email } from '#lib/identity/model.ts';
import { inviteStaff } from '#lib/identity/server/staff.commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { idOf } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { EXIT, withPortal } from './portal.ts';

const WRONG_USE = `Gebruik: npm run council -- seat persoon-id organisatie-id ${SEATS.join('|')} voornaam achternaam
         npm run council -- invite persoon-id organisatie-id e-mailadres
         npm run council -- end persoon-id organisatie-id`;

async function run([command, ...given]: readonly string[]): Promise<number> {
	const [person, organisation] = [idOf<'Person'>(), idOf<'Organisation'>()].map((id, at) =>
		id.safeParse(given[at])
	);
	const seat = SEATS.find((one) => one === given[2]);
	if (!person?.success || !organisation?.success) return wrongUse();
	const [personId, id] = [idOf<'Person'>().parse(given[0]), idOf<'Organisation'>().parse(given[1])];
	// Whoever may run commands on this machine speaks for every organisation.
	const actor: Actor = { kind: 'machine', source: id };
	return withPortal(async (ctx) => {
		try {
			if (command === 'seat' && seat && given.length === 5) {
				const name = { given: given[3] ?? '', family: given[4] ?? '' };
				const done = await appointSeat(ctx, actor, { organisation: id, personId, seat, name });
				return done ? say(`${personId}: ${seat} bij ${id}.`) : refuse(personId);
			}
			const address = email.safeParse(given[2]);
			if (command === 'invite' && address.success && given.length === 3) {
				const { personalCode } = await inviteStaff(ctx, actor, { personId, email: address.data });
				return say(`${personId}: uitgenodigd. Geef deze code persoonlijk: ${personalCode}`);
			}
			if (command !== 'end' || given.length !== 2) return wrongUse();
			const ended = await endSeat(ctx, actor, { organisation: id, personId });
			return say(`${personId}: ${ended ? 'geen lid meer' : 'was geen lid'} bij ${id}.`);
		} catch (thrown) {
			if (thrown instanceof Denied) return refuse(personId);
			throw thrown;
		}
	});
}

function say(line: string): number {
	console.log(line);
	return EXIT.done;
}

function refuse(id: string): number {
	console.error(`${id}: geweigerd. De organisatie is er niet, of dit is al iemand anders.`);
	console.error('Er is niets veranderd.');
	return EXIT.refused;
}

function wrongUse(): number {
	console.error(WRONG_USE);
	return EXIT.wrongUse;
}

// seat: in the council of an organisation, or who answers it. invite: a first key. end: from today.
process.exitCode = await run(process.argv.slice(2));
