import { say } from '#lib/ui/say.ts';
import type { ActsFor, ItemId, Question } from '../timeline.ts';

/** What changes, in one line. */
export const itemTitle = (id: ItemId): string => say(`laterItem.${id}`);

/** What to do about it. */
export const itemWhat = (id: ItemId): string => say(`laterDo.${id}`);

export const whoWords = (who: ActsFor): string => say(`laterWho.${who}`);

export const questionWords = (question: Question): string => say(`laterAsk.${question}`);
