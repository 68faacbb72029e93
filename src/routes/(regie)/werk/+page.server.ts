import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { getDeskPage } from '#lib/desk/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';

export const load = privatePage(async ({ ctx, actor }) => ({
	families: await getDeskPage(ctx, actor),
	today: dayInNetherlands(ctx.now())
}));
