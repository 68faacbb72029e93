import { recordAudit } from '#lib/audit/server/commands.ts';
import { addOutsider } from '#lib/family/server/people.commands.ts';
import { email as emailSchema } from '#lib/identity/model.ts';
import { invite } from '#lib/identity/server/invitations.ts';
import { codeFits } from '#lib/identity/server/people-at.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, may as says } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { CODE_TRIES, type AnswerFields, type QuestionView } from '../model.ts';
import { canAnswerJim, canSayAsParent } from '../policy.ts';
import { isOpen, nextState } from '../state.rules.ts';
import { withFacts, type LoadedJim } from './load.ts';
import { PARENT_MAIL, parentMail } from './mail.ts';
import { countWrongCode, jimByToken, saveAnswer, saveWish } from './store.ts';

const mayLook = (ctx: Ctx, network: string) =>
	ctx.db.write((tx) => withinLimit(tx, LIMITS.questionLookUp, network, ctx.now()));

/**
 * What the link leads to. Looking uses nothing up, however often a scanner looks.
 * @returns null after too many looks
 */
export async function lookUpQuestion(
	ctx: Ctx,
	actor: Actor,
	token: string,
	network: string
): Promise<QuestionView | null> {
	if (!(await mayLook(ctx, network))) return null;
	const loaded = await withFacts(ctx, ctx.db.read, await jimByToken(ctx.db.read, hashToken(token)));
	const signedIn = actor.kind === 'person';
	if (!loaded || !says(canAnswerJim, actor, loaded.facts)) {
		const used = loaded?.facts.state === 'actief' || loaded?.facts.state === 'gestopt';
		return { state: used ? 'used' : 'gone', signedIn };
	}
	return { state: 'open', signedIn };
}

/**
 * How answering ended. `mailed`: somebody new said yes, and finishes with the link in a mail;
 * `beside`: somebody with an account said yes.
 */
export type Answered = 'mailed' | 'beside' | 'talkFirst' | 'refused' | 'wrong' | 'gone';

/**
 * Answers the question of a youth. A yes, and "I want to talk first", ask the code that was told in
 * person; a no asks nothing. Of many at once, one is the JIM.
 * @throws {Refused} for a yes without what it needs @throws {Denied} for who cannot be a JIM here
 */
export async function answerQuestion(
	ctx: Ctx,
	actor: Actor,
	asked: { token: string; language: string; answer: AnswerFields }
): Promise<Answered> {
	const { token, answer } = asked;
	const who = newcomer(actor, answer);
	const tokenHash = hashToken(token);
	const by = actor.kind === 'person' ? actor.id : 'link';
	const ended = await once(ctx, `jim:answer:${tokenHash}:${by}:${answer.key}`, async (tx) => {
		const loaded = await withFacts(ctx, tx, await jimByToken(tx, tokenHash));
		if (!loaded || !isOpen(loaded.facts.state)) return 'gone';
		if (answer.says !== 'nee' && !codeFits(answer.code, loaded.row.codeHash)) {
			// From however many addresses they come: the tries belong to the question.
			const blocked = nextState(loaded.row.state, 'block', 'klok') ?? loaded.row.state;
			await countWrongCode(tx, loaded.row.id, CODE_TRIES, blocked);
			return loaded.row.codeTries + 1 < CODE_TRIES ? 'wrong' : 'gone';
		}
		return taken(ctx, tx, actor, loaded, who, asked);
	});
	if (ended === 'refused') await ctx.db.wipe();
	return ended as Answered;
}

/** The address and name of somebody new who says yes; checked before a try is counted. */
function newcomer(actor: Actor, { says: said, role, name, email }: AnswerFields) {
	if (said !== 'ja') return null;
	const address = emailSchema.safeParse(email);
	const isNew = actor.kind !== 'person';
	const errors = {
		...(role ? {} : { role: 'mentor.roleEmpty' }),
		...(isNew && !name ? { name: 'beside.nameEmpty' } : {}),
		...(isNew && !address.success ? { email: 'fout.email' } : {})
	};
	if (Object.keys(errors).length > 0) throw new Refused(errors);
	return address.success ? { name, email: address.data } : null;
}

async function taken(
	ctx: Ctx,
	tx: Tx,
	actor: Actor,
	{ row, facts, family }: LoadedJim,
	who: { name: string; email: string } | null,
	{ answer, language }: { answer: AnswerFields; language: string }
): Promise<Answered> {
	const may = authorize(canAnswerJim, actor, facts);
	if (answer.says === 'nee') {
		// The name that was declined, and its key, are not kept.
		const state = nextState(row.state, 'refuse', 'link') ?? row.state;
		await saveAnswer(tx, may, { state, sealedName: null, sealedKey: null });
		return 'refused';
	}
	if (answer.says === 'praat_eerst') {
		await saveAnswer(tx, may, { state: nextState(row.state, 'talkFirst', 'link') ?? row.state });
		return 'talkFirst';
	}
	const at = ctx.now();
	const jimId =
		actor.kind === 'person'
			? actor.id
			: await addOutsider(tx, may, { givenName: who?.name ?? '', language });
	const state = nextState(row.state, 'accept', 'link') ?? row.state;
	await saveAnswer(tx, may, { state, jimId, startedAt: at });
	await saveWish(tx, may, row.youthId, 'ja', dayInNetherlands(at));
	await recordAudit(ctx, tx, may, { action: 'create', thing: 'jim' });
	const told = { ...facts, state, jimId };
	for (const parentId of holdersOf(family.facts.gezag, row.youthId)) {
		const parent = { kind: 'person', id: parentId, assurance: 'link' } as const;
		if (!says(canSayAsParent, parent, told)) continue;
		await enqueue(ctx, tx, { kind: PARENT_MAIL, about: parentMail(row.id, parentId) });
	}
	if (actor.kind === 'person' || !who) return 'beside';
	// The mailbox has to be theirs, and the code shows that it is who was asked.
	await invite(ctx, tx, { personId: jimId, email: who.email, told: { codeHash: row.codeHash } });
	return 'mailed';
}

const holdersOf = (
	gezag: readonly { readonly childId: PersonId; readonly holderId: PersonId }[],
	child: PersonId
): Set<PersonId> =>
	new Set(gezag.filter(({ childId }) => childId === child).map(({ holderId }) => holderId));
