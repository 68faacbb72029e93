import { error, type RequestHandler } from '@sveltejs/kit';
import { securityTxt } from '#lib/server/security-txt.ts';

export const GET: RequestHandler = ({ locals }) => {
	const { securityContact, origin } = locals.ctx.config;
	if (!securityContact) error(404, 'not found');
	return new Response(securityTxt(securityContact, origin), {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'public, max-age=3600'
		}
	});
};
