import type { RegionId } from '#lib/family/model.ts';
import { email } from '#lib/identity/model.ts';
import {
	appointAdministrator,
	dismissAdministrator
} from '#lib/identity/server/administrators.commands.ts';
import { inviteStaff } from '#lib/identity/server/staff.commands.ts';
import { organisationOf } from '#lib/identity/server/staff.queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { idOf } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { EXIT, withPortal } from './portal.ts';

const WRONG_USE = `Gebruik: npm run staff -- invite persoon-id e-mailadres
         npm run staff -- administer persoon-id regio-id [tot-en-zonder-dag]
         npm run staff -- dismiss persoon-id regio-id`;

async function run([command, ...given]: readonly string[]): Promise<number> {
	const personId = idOf<'Person'>().safeParse(given[0]);
	if (!personId.success) return wrongUse();
	if (command === 'invite' && given.length === 2) return runInvite(personId.data, given[1] ?? '');
	const regionId = idOf<'Region'>().safeParse(given[1]);
	if (!regionId.success) return wrongUse();
	const who = { personId: personId.data, regionId: regionId.data };
	if (command === 'dismiss' && given.length === 2) return withPortal((ctx) => dismiss(ctx, who));
	const [, , until = null, ...more] = given;
	if (command !== 'administer' || more.length > 0) return wrongUse();
	if (until !== null && !isDay(until)) return wrongUse();
	return withPortal((ctx) => administer(ctx, { ...who, until }));
}

function wrongUse(): number {
	console.error(WRONG_USE);
	return EXIT.wrongUse;
}

function runInvite(personId: PersonId, given: string): number | Promise<number> {
	const address = email.safeParse(given);
	if (address.success) return withPortal((ctx) => invite(ctx, personId, address.data));
	console.error(`${given}: dit is geen e-mailadres.`);
	return EXIT.wrongUse;
}

type Who = { readonly personId: PersonId; readonly regionId: RegionId };

/** From today this professional keeps the texts of the region; more is not given by it. */
const administer = (ctx: Ctx, who: Who & { readonly until: Day | null }) =>
	speaking(ctx, who.personId, async (actor) => {
		await appointAdministrator(ctx, actor, who);
		console.log(`${who.personId}: beheerder van ${who.regionId}.`);
	});

const dismiss = (ctx: Ctx, who: Who) =>
	speaking(ctx, who.personId, async (actor) => {
		const was = await dismissAdministrator(ctx, actor, who);
		const now = was ? 'geen beheerder meer' : 'was geen beheerder';
		console.log(`${who.personId}: ${now} van ${who.regionId}.`);
	});

const invite = (ctx: Ctx, personId: PersonId, address: string) =>
	speaking(ctx, personId, async (actor) => {
		const { personalCode } = await inviteStaff(ctx, actor, { personId, email: address });
		console.log(`${personId}: uitgenodigd. De link komt per e-mail en werkt zeven dagen.`);
		console.log(`Geef deze code persoonlijk, nooit per e-mail: ${personalCode}`);
	});

/** Whoever may run commands on this machine speaks for every organisation. */
async function speaking(
	ctx: Ctx,
	personId: PersonId,
	act: (actor: Actor) => Promise<void>
): Promise<number> {
	const source = await organisationOf(ctx, personId);
	try {
		if (!source) return refuse(personId);
		await act({ kind: 'machine', source });
		return EXIT.done;
	} catch (thrown) {
		if (thrown instanceof Denied) return refuse(personId);
		throw thrown;
	}
}

function refuse(personId: PersonId): number {
	console.error(
		`${personId}: geweigerd. Dit is geen professional (van die regio), of het account is gesloten.`
	);
	console.error('Er is niets veranderd.');
	return EXIT.refused;
}

// invite: a professional makes a first key, or one after a loss. administer: keeps the texts of a region.
process.exitCode = await run(process.argv.slice(2));
