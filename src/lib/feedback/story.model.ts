import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Marked } from './marks.rules.ts';

export type StoryId = Id<'Story'>;

/** Written by the author; or edited at the desk, and waiting for the author's yes. */
export type StoryState = 'geschreven' | 'bewerkt';

export const MOST_SIGNS = 2000;

const words = z
	.string()
	.trim()
	.min(1, { error: 'story.empty' })
	.max(MOST_SIGNS, { error: 'story.long' });

/** With `seen`, help was shown beside words that point to danger, and the author sends it all the same. */
export const WriteStory = z.object({ key: formKey, words, seen: z.string().optional() });
export const StoryAct = z.object({ story: idOf<'Story'>() });
export const EditStory = StoryAct.extend({ words });

/** Where somebody tells a story, with those of their own that are under way. */
export type StoryView = {
	readonly familyId: FamilyId;
	readonly audience: 'youth' | 'parent';
	readonly child: boolean;
	readonly own: readonly {
		readonly id: StoryId;
		readonly words: string;
		readonly state: StoryState;
	}[];
};

/** What the desk of a region still has to look at. It never learns who wrote it. */
export type StoryDesk = {
	readonly region: { readonly id: string; readonly name: string };
	readonly stories: readonly {
		readonly id: StoryId;
		readonly words: string;
		readonly marked: readonly Marked[];
	}[];
};
