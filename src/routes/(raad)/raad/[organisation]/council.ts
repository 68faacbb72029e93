import type { OrganisationId } from '#lib/family/model.ts';
import { error } from '@sveltejs/kit';

type WithParams = {
	readonly params: Readonly<Record<string, string | undefined>>;
	readonly url: URL;
	readonly locals: App.Locals;
};

export const organisationOf = ({ params }: Pick<WithParams, 'params'>) =>
	(params.organisation ?? '') as OrganisationId;

/** Quarter and table, and nothing else: any other wish is not found (D9). */
export function tableAsked({ params, url, locals }: WithParams) {
	if (url.search) error(404, 'not found');
	return {
		quarter: params.quarter ?? '',
		table: params.table ?? '',
		language: locals.locale
	};
}
