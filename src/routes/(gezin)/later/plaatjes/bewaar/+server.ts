import { privateScript } from '#lib/server/http.ts';
import { answersTo, SavePicture } from '#lib/toekomstplan/pictures.ts';
import { savePicture } from '#lib/toekomstplan/server/pictures.ts';
import { say } from '#lib/ui/say.ts';

/** What is tapped and typed on one screen, while it is. */
export const POST = privateScript(SavePicture, async ({ ctx, actor, input }) => {
	const { revisions, conflicts } = await savePicture(ctx, actor, input, answersTo(input).map(say));
	return { revisions, conflicts: Object.keys(conflicts) };
});
