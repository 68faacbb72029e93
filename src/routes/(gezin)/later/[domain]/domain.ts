import { error } from '@sveltejs/kit';
import { isDomain, type Domain } from '#lib/toekomstplan/model.ts';

/** The domain of the address; what is none is as unknown as a plan that does not exist. */
export function domainOf({ params }: { readonly params: { readonly domain?: string } }): Domain {
	const { domain = '' } = params;
	return isDomain(domain) ? domain : error(404, 'not found');
}
