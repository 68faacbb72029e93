import { caseMessageJsonSchema } from '#lib/imports/json-schema.ts';
import type { RequestHandler } from './$types';

const text = `${JSON.stringify(caseMessageJsonSchema(), null, '\t')}\n`;

/** The format of case messages: public, because it holds nothing about anybody. */
export const GET: RequestHandler = () =>
	new Response(text, {
		headers: {
			'content-type': 'application/schema+json; charset=utf-8',
			'cache-control': 'public, max-age=3600'
		}
	});
