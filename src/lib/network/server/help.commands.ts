import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type { HelpFields, NetworkHelpId } from '../model.ts';
import { canEndHelp, canWriteHelp } from '../policy.ts';
import { tickedChildren } from '../rules.ts';
import { endHelpRow, insertHelp, updateHelp } from './help.store.ts';
import { loadNetwork } from './queries.ts';

/**
 * Writes down who helps, with what, since when.
 * @throws {Denied} for who may not write about these children
 * @throws {Refused} when nobody or two people are named, or a day is wrong
 */
export async function addHelp(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	input: HelpFields
): Promise<void> {
	await change(ctx, actor, familyId, input.key, async (tx, { facts, person }) => {
		const id = newId<NetworkHelpId>();
		const children = childrenIn(actor, facts, input);
		mustChoose(actor, facts, children);
		const permit = authorize(
			canWriteHelp,
			actor,
			facts && { ...facts, id, about: [children], addedBy: null }
		);
		const row = checked(input, facts);
		await insertHelp(tx, permit, { ...row, familyId, children, addedBy: person });
		await recordAudit(ctx, tx, permit, { action: 'create', thing: 'network-help', familyId });
	});
}

/**
 * Changes a line, in every field.
 * @throws {Denied} for who may not write about the children it was or will be about
 * @throws {Refused} as {@link addHelp}
 */
export async function changeHelp(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	input: HelpFields & { readonly line: NetworkHelpId }
): Promise<void> {
	await change(ctx, actor, familyId, input.key, async (tx, { facts, rows }) => {
		const found = rows.find(({ id }) => id === input.line);
		const line = facts && found ? { ...found, ...facts } : null;
		const children = childrenIn(actor, facts, input);
		// First the line as it is: who may not write in it does not learn that it is there.
		authorize(canWriteHelp, actor, line && { ...line, about: [line.children] });
		mustChoose(actor, facts, children);
		const permit = authorize(
			canWriteHelp,
			actor,
			line && { ...line, about: [line.children, children] }
		);
		await updateHelp(tx, permit, { ...checked(input, facts), children });
		await recordAudit(ctx, tx, permit, { action: 'update', thing: 'network-help', familyId });
	});
}

/**
 * Somebody no longer helps, from today.
 * @throws {Denied} for anyone but who may change the line, and the one who helps
 */
export async function endHelp(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	input: { readonly key: string; readonly line: NetworkHelpId }
): Promise<void> {
	await change(ctx, actor, familyId, input.key, async (tx, { facts, rows }) => {
		const found = rows.find(({ id }) => id === input.line);
		const permit = authorize(canEndHelp, actor, facts && found ? { ...found, ...facts } : null);
		const { today } = facts?.family ?? { today: dayInNetherlands(ctx.now()) };
		// What is over keeps the day on which it ended.
		if (found?.until && found.until <= today) return;
		await endHelpRow(tx, permit, today);
		await recordAudit(ctx, tx, permit, { action: 'update', thing: 'network-help', familyId });
	});
}

type Found = Awaited<ReturnType<typeof loadNetwork>>;
type Facts = Pick<NonNullable<Found['loaded']>, 'consent'> & {
	readonly family: NonNullable<Found['loaded']>['family']['facts'];
};

/** Facts, act and access log in one transaction, so that nothing changes in between. */
async function change(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	key: string,
	work: (
		tx: Tx,
		found: { facts: Facts | null; rows: Found['rows']; person: PersonId }
	) => Promise<void>
): Promise<void> {
	const person = actor.kind === 'person' ? actor.id : ('' as PersonId);
	await once(ctx, `network:${person}:${key}`, async (tx) => {
		const { loaded, rows } = await loadNetwork(tx, familyId, dayInNetherlands(ctx.now()));
		const facts = loaded && { family: loaded.family.facts, consent: loaded.consent };
		await work(tx, { facts, rows, person });
		return '';
	});
}

/** A child writes about itself; everyone else chooses, and none means the whole family. */
function childrenIn(actor: Actor, facts: Facts | null, input: HelpFields): PersonId[] {
	if (!facts || actor.kind !== 'person') return [];
	const me = participationOf(facts.family, actor.id);
	return me?.relation === 'kind' ? [actor.id] : tickedChildren(input);
}

/** Who sees only some of the children says about which; who may write nothing learns nothing here. */
function mustChoose(actor: Actor, facts: Facts | null, chosen: readonly PersonId[]): void {
	if (!facts || chosen.length > 0) return;
	const mayWrite = (children: readonly PersonId[]) =>
		may(canWriteHelp, actor, { ...facts, id: 'new', about: [children], addedBy: null });
	if (mayWrite([])) return;
	if (childrenOf(facts.family).some((child) => mayWrite([child])))
		throw new Refused({ children: 'network.childrenEmpty' });
}

function checked(input: HelpFields, facts: Facts | null) {
	const { person, name, help, since, until } = input;
	if (person === null && name === null) throw new Refused({ person: 'network.whoEmpty' });
	if (person !== null && name !== null) throw new Refused({ name: 'network.whoTwice' });
	const known = person === null || (facts && participationOf(facts.family, person));
	if (!known || (known !== true && known.relation !== 'netwerk')) {
		throw new Refused({ person: 'network.whoUnknown' });
	}
	if (until !== null && until <= since) throw new Refused({ until: 'network.untilBefore' });
	return { personId: person, name, help, from: since satisfies Day, until };
}
