import type { OrganisationId } from '#lib/family/model.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { CouncilFacts } from '../model.ts';
import { organisationRow, seatsIn } from './seats.store.ts';

/** What the rules about a council ask; null for an organisation that is not there. */
export async function councilFacts(
	ctx: Ctx,
	read: Reader,
	id: OrganisationId
): Promise<(CouncilFacts & { readonly name: string; readonly regionId: string }) | null> {
	const there = await organisationRow(read, id);
	return there
		? { ...there, today: dayInNetherlands(ctx.now()), seats: await seatsIn(read, id) }
		: null;
}
