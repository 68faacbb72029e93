import { error } from '@sveltejs/kit';
import { AUDIENCES, type Audience } from '#lib/rights/article.model.ts';

/**
 * To whom the page of an address speaks. Asked here and not by a matcher of the router: those are loaded
 * anew for every request of the whole portal.
 * @throws 404 when the articles speak to nobody of that name
 */
export const audienceOf = ({ audience }: { readonly audience?: string }): Audience =>
	AUDIENCES.find((one) => one === audience) ?? error(404, 'not found');
