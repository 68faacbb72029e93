import { recordAudit } from '#lib/audit/server/commands.ts';
import { invite } from '#lib/identity/server/invitations.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { takeInPlan } from '#lib/plan/server/take-in.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { checkKnown, isOlder, newerPeople, type Known } from '../known.ts';
import { checkMessage } from '../message.rules.ts';
import type { CaseMessage, MessageFamily } from '../message.ts';
import type { ImportOutcome, Invited } from '../model.ts';
import { itemsIn } from '../plan-items.ts';
import { mayBeInvited } from '../people.rules.ts';
import { canDeliver, canImport } from '../policy.ts';
import { parseMessage, problem } from '../problems.ts';
import { saveFamily } from './family.store.ts';
import { besideSuccessions } from '../successions.rules.ts';
import { loadKnown } from './known.store.ts';
import { saveMessage, saveSurroundings } from './message.store.ts';
import { peoplePerAddress } from './people.store.ts';

/**
 * Takes in one case message (feature I1), whole or not at all. The same message again changes
 * nothing; a family about which something newer is known is left as it is; what a message leaves out
 * stays as it was. Invites people of twelve and older whose e-mail address is in the message.
 * @param json the parsed text of the message, not yet checked
 * @returns every problem with its path when refused; nothing in the database changed then
 * @throws {Denied} when the actor is not the case system that the message says it comes from
 */
export async function importMessage(ctx: Ctx, actor: Actor, json: unknown): Promise<ImportOutcome> {
	const parsed = parseMessage(json);
	if ('problems' in parsed) return { state: 'refused', problems: parsed.problems };
	const { message: sent } = parsed;
	const may = authorize(canDeliver, actor, { id: sent.messageId, source: sent.source });
	const problems = checkMessage(sent, ctx.now());
	if (problems.length > 0) return { state: 'refused', problems };
	return ctx.db.write(async (tx) => {
		const known = await loadKnown(tx, sent);
		const fingerprint = fingerprintOf(sent);
		const message = besideSuccessions(sent, known);
		const answer = answerFromKnown(ctx, message, known, fingerprint);
		if (answer) return answer;
		const { source, sentAt } = message;
		await saveSurroundings(tx, may, message, sentAt >= (known.newestOfSource ?? sentAt));
		await saveMessage(tx, may, { source, sentAt, receivedAt: ctx.now(), fingerprint });
		const families = [];
		for (const family of message.families)
			families.push(await takeInFamily(ctx, tx, actor, message, family, known));
		const taken = message.families.filter((family) => !isOlder(message, family, known));
		return { state: 'taken-in', families, invited: await inviteAll(ctx, tx, taken) };
	});
}

/** The outcomes that write nothing: the message is known, wrong beside what is known, or older. */
function answerFromKnown(
	ctx: Ctx,
	message: CaseMessage,
	known: Known,
	fingerprint: string
): ImportOutcome | null {
	if (known.message) {
		const same =
			known.message.source === message.source && known.message.fingerprint === fingerprint;
		if (same) return { state: 'already-known' };
		return { state: 'refused', problems: [problem(['messageId'], 'messageIdUsed')] };
	}
	const problems = checkKnown(message, known, dayInNetherlands(ctx.now()));
	if (problems.length > 0) return { state: 'refused', problems };
	if (message.families.every((family) => isOlder(message, family, known)))
		return { state: 'older' };
	return null;
}

async function takeInFamily(
	ctx: Ctx,
	tx: Tx,
	actor: Actor,
	message: CaseMessage,
	family: MessageFamily,
	known: Known
) {
	if (isOlder(message, family, known)) return { id: family.id, change: 'older' as const };
	const before = known.families.get(family.id);
	const change = before ? ('update' as const) : ('create' as const);
	const source = before?.source ?? message.source;
	const may = authorize(canImport, actor, { id: family.id, source });
	await saveFamily(tx, may, message, family, {
		newerPeople: newerPeople(message, known),
		today: dayInNetherlands(ctx.now())
	});
	await takeInPlan(ctx, tx, may, {
		familyId: family.id,
		planId: family.plan.id,
		sent: itemsIn(family.plan)
	});
	await recordAudit(ctx, tx, may, { action: change, thing: 'family', familyId: family.id });
	return { id: family.id, change };
}

/** Invites everyone who may be invited, once, at the first address the message has for them. */
async function inviteAll(ctx: Ctx, tx: Tx, families: readonly MessageFamily[]): Promise<Invited[]> {
	const people = new Map<PersonId, { name: string; email: string }>();
	for (const family of families) addReachable(people, family, dayInNetherlands(ctx.now()));
	const invited: Omit<Invited, 'sharesAddress'>[] = [];
	for (const [personId, { name, email }] of people) {
		const made = await invite(ctx, tx, { personId, email });
		if (made) invited.push({ person: personId, name, email, personalCode: made.personalCode });
	}
	const sharing = await peoplePerAddress(
		tx,
		invited.map(({ email }) => email)
	);
	return invited.map((one) => ({ ...one, sharesAddress: (sharing.get(one.email) ?? 1) > 1 }));
}

function addReachable(
	people: Map<PersonId, { name: string; email: string }>,
	{ people: cast, households, plan }: MessageFamily,
	today: Day
): void {
	if (plan.state === 'closed') return;
	for (const person of cast) {
		if (person.relation === 'professional' || !mayBeInvited(person, today)) continue;
		const email = households
			.flatMap(({ members }) => members)
			.find((member) => member.person === person.id && member.email)?.email;
		if (!email || people.has(person.id)) continue;
		people.set(person.id, { name: `${person.givenName} ${person.familyName}`, email });
	}
}

/** The same for two texts that say the same: reading puts the fields of a message in one order. */
const fingerprintOf = (message: CaseMessage): string => hashToken(JSON.stringify(message));
