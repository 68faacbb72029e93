import type { Id } from '#lib/kernel/id.ts';

export type StoryId = Id<'Story'>;

/** Written by the author; or edited at the desk, and waiting for the author's yes. */
export type StoryState = 'geschreven' | 'bewerkt';
