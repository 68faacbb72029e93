import { privatePage } from '#lib/server/http.ts';
import { getFeedbackPage } from '#lib/feedback/server/queries.ts';

export const load = privatePage(({ ctx, actor }) => getFeedbackPage(ctx, actor));
