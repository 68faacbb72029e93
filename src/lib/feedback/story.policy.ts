import type { RegionId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';

export type StoryFacts = { readonly id: string; readonly authorId: PersonId };

/** Words of one's own are agreed to, or taken back, by their author alone. */
export const canDecideStory = policy('story.decide', (actor, facts: StoryFacts) =>
	actor.kind === 'person' && actor.id === facts.authorId ? allow('schrijver') : hide('niet_van_u')
);

export type StoryDeskFacts = {
	readonly id: RegionId;
	readonly administrators: readonly PersonId[];
};

/** The desk of a region: its administrators of today, with a second factor. */
export const canEditStories = policy('story.edit', (actor, region: StoryDeskFacts) => {
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return hide('tweede_factor');
	return region.administrators.includes(actor.id) ? allow('beheerder') : hide('niet_van_u');
});
