import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { CorrectTermEvent, RecordTermEvent, WithdrawTermEvent } from '#lib/terms/model.ts';
import {
	correctTermEvent,
	recordTermEvent,
	withdrawTermEvent
} from '#lib/terms/server/commands.ts';
import { getTermsPage } from '#lib/terms/server/queries.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getTermsPage(ctx, actor, familyOf(event))
);

export const actions = {
	record: privateAction(RecordTermEvent, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await recordTermEvent(ctx, actor, { ...input, family });
		goTo(event, `/plan/${family}/termijnen`);
	}),
	correct: privateAction(CorrectTermEvent, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await correctTermEvent(ctx, actor, { ...input, family });
		goTo(event, `/plan/${family}/termijnen`);
	}),
	withdraw: privateAction(WithdrawTermEvent, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await withdrawTermEvent(ctx, actor, { ...input, family });
		goTo(event, `/plan/${family}/termijnen`);
	})
} satisfies Actions;
