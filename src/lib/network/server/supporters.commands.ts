import { startSupport } from '#lib/consent/server/support.commands.ts';
import { parentSupports } from '#lib/consent/server/support.queries.ts';
import { canStartSupport } from '#lib/consent/policy.ts';
import { holdsOn } from '#lib/consent/rules.ts';
import { addSupporter } from '#lib/family/server/people.commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { email as emailSchema } from '#lib/identity/model.ts';
import { invite, isReachedAt } from '#lib/identity/server/invitations.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once } from '#lib/server/receipt.ts';
import { tickedChildren } from '../rules.ts';
import type { SupporterFields } from '../supporter.ts';
import { supportersFacts } from './supporters.queries.ts';

/** With this many people reading along at once, one has to stop before another begins. */
const MOST_AT_ONCE = 5;

/** Who was brought along. The code is told in person and kept nowhere: it is shown this once. */
export type Brought = { readonly name: string; readonly personalCode: string | null };

type MayStart = Permit<'support.start', PersonId>;

/**
 * A parent lets somebody read along (feature J11): somebody of the own network, or somebody new who
 * gets an invitation by mail.
 * @param language in which somebody new is written to
 * @returns null for a form that was handled before: the code cannot be shown twice
 * @throws {Denied} for anyone but a parent with something to see, and about children not seen
 * @throws {Refused} when the form cannot be taken
 */
export async function bringSupporter(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	input: SupporterFields,
	language: string
): Promise<Brought | null> {
	let brought: Brought | null = null;
	const parent = actor.kind === 'person' ? actor.id : '';
	await once(ctx, `supporter:${parent}:${input.key}`, async (tx) => {
		const { facts, viewer } = await supportersFacts(
			tx,
			actor,
			familyId,
			dayInNetherlands(ctx.now())
		);
		const ticked = tickedChildren(input);
		const children = ticked.length > 0 || facts?.open.length !== 1 ? ticked : [...facts.open];
		const asked = facts && { ...facts, children, supporterId: input.person };
		const may = authorize(canStartSupport, actor, asked);
		if (children.length === 0) throw new Refused({ children: 'support.childrenEmpty' });
		const today = dayInNetherlands(ctx.now());
		if (input.until !== null && input.until <= today)
			throw new Refused({ until: 'support.untilPast' });
		const running = (await parentSupports(tx, may.id, familyId)).filter(
			(one) => one.endedAt === null && holdsOn(one, today)
		);
		if (running.length >= MOST_AT_ONCE) throw new Refused({ person: 'support.tooMany' });
		const isRunning = (who: PersonId) => running.some((one) => one.supporterId === who);
		const { kind, why, until, person } = input;
		if (person !== null) {
			if (isRunning(person)) throw new Refused({ person: 'support.already' });
			await startSupport(ctx, tx, may, {
				familyId,
				supporterId: person,
				kind,
				children,
				why,
				until
			});
			brought = { name: viewer?.named(person)?.name ?? '', personalCode: null };
			return '';
		}
		const { email, ...names } = newcomer(input);
		if (!(await withinLimit(tx, LIMITS.supporterInvitation, may.id, ctx.now())))
			throw new Refused({ email: 'support.tooOften' });
		const known = await earlier(tx, may, familyId, email);
		if (known && isRunning(known)) throw new Refused({ email: 'support.already' });
		const supporterId =
			known ??
			(await addSupporter(tx, may, {
				...{ ...names, familyId, language, until },
				from: dayInNetherlands(ctx.now())
			}));
		await startSupport(ctx, tx, may, { familyId, supporterId, kind, children, why, until });
		const invited = await invite(ctx, tx, { personId: supporterId, email });
		brought = { name: names.givenName, personalCode: invited?.personalCode ?? null };
		return '';
	});
	return brought;
}

/** A name and an address, for somebody whom the portal does not know. */
function newcomer({ givenName, familyName, email }: SupporterFields) {
	const address = emailSchema.safeParse(email);
	const errors = {
		...(givenName ? {} : { givenName: 'support.nameEmpty' }),
		...(familyName ? {} : { familyName: 'support.nameEmpty' }),
		...(address.success ? {} : { email: 'fout.email' })
	};
	if (!address.success || Object.keys(errors).length > 0) throw new Refused(errors);
	return { givenName, familyName, email: address.data };
}

/** Whom this parent brought along before at this address: one person, not a second one. */
async function earlier(
	tx: Tx,
	may: MayStart,
	familyId: FamilyId,
	email: string
): Promise<PersonId | null> {
	for (const { supporterId } of await parentSupports(tx, may.id, familyId)) {
		if (await isReachedAt(tx, supporterId, email)) return supporterId;
	}
	return null;
}
