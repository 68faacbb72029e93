import type { RequestHandler } from '@sveltejs/kit';
import { returnAnswer } from '#lib/server/exit.ts';
import { splitPath } from '#lib/ui/locale.ts';

export const POST: RequestHandler = ({ url }) => returnAnswer(splitPath(url.pathname).locale);
