import { script } from '#lib/server/http.ts';
import { SaveDomain } from '#lib/toekomstplan/model.ts';
import { saveGuestWords } from '#lib/toekomstplan/server/guest.commands.ts';
import { guestToken } from '../guest.ts';

/** What is typed without an account, while it is typed. */
export const POST = script(SaveDomain, async ({ ctx, actor, event, input }) => {
	const { revisions, conflicts } = await saveGuestWords(ctx, actor, guestToken(event), input);
	return { revisions, conflicts: Object.keys(conflicts) };
});
