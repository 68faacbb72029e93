import { privateScript } from '#lib/server/http.ts';
import { SaveDomain } from '#lib/toekomstplan/model.ts';
import { saveWords } from '#lib/toekomstplan/server/commands.ts';

/** What is typed, while it is typed. The other text of a conflict is shown by the form, not sent here. */
export const POST = privateScript(SaveDomain, async ({ ctx, actor, input }) => {
	const { revisions, conflicts } = await saveWords(ctx, actor, input);
	return { revisions, conflicts: Object.keys(conflicts) };
});
