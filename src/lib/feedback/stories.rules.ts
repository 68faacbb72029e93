/** Below this a council could recognise somebody by the story alone (facts 6.6). */
export const FEWEST_AUTHORS = 10;

type Told = { readonly region: string; readonly author: string | null; readonly words: string };

/** The stories of a region that may be shown: all of them, or none while fewer than ten people told one. */
export function shownIn<Story extends Told>(region: string, stories: readonly Story[]): Story[] {
	const told = stories.filter((one) => one.region === region);
	const authors = new Set(told.flatMap(({ author }) => author ?? []));
	return authors.size >= FEWEST_AUTHORS ? told : [];
}
