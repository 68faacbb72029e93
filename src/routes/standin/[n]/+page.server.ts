import { redirect } from '@sveltejs/kit';
export const load = ({ locals, params }) => {
	if (locals.actor.kind === 'visitor') redirect(303, `/?naar=${params.n}`);
	return { n: params.n };
};
