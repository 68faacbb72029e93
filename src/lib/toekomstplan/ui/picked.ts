import type { z } from 'zod';
import { say } from '#lib/ui/say.ts';
import { ideasOf, type SaveDomainFields, type SaveDomainForm } from '../model.ts';
import { withPicked } from '../words.rules.ts';

/** The form with the ideas that were ticked under the wish, in the language of the page. */
export function pickIdeas(input: z.output<typeof SaveDomainForm>): SaveDomainFields {
	const ideas = ideasOf(input.domain);
	const picked = input.picks.flatMap((number) => ideas.slice(number - 1, number).map(say));
	return picked.length > 0 ? { ...input, wens: withPicked(input.wens ?? '', picked) } : input;
}
