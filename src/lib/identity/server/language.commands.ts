import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once } from '#lib/server/receipt.ts';
import { canChooseLanguage } from '../policy.ts';
import { saveLanguage } from './language.store.ts';

/** The language in which the portal speaks and writes to this person. */
export async function chooseLanguage(
	ctx: Ctx,
	actor: Actor,
	{ language, key }: { language: string; key: string }
): Promise<void> {
	const facts = actor.kind === 'person' ? { id: actor.id } : null;
	const may = authorize(canChooseLanguage, actor, facts);
	await once(ctx, `language ${may.id} ${key}`, async (tx) => {
		await saveLanguage(tx, may, language);
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'person' });
		return language;
	});
}
