import type { Actions } from './$types';
import { ClaimInput, CorrectionInput, DecisionInput } from '#lib/voice/claim.model.ts';
import { askCorrection, decideCorrection, writeClaim } from '#lib/voice/server/claims.commands.ts';
import { getClaimsPage } from '#lib/voice/server/claims.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getClaimsPage(ctx, actor, familyOf(event))
);

export const actions = {
	write: privateAction(ClaimInput, async ({ ctx, actor, event, input }) => {
		await writeClaim(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	ask: privateAction(CorrectionInput, async ({ ctx, actor, event, input }) => {
		await askCorrection(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	decide: privateAction(DecisionInput, async ({ ctx, actor, event, input }) => {
		await decideCorrection(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
