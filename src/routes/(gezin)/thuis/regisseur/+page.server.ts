import { error } from '@sveltejs/kit';
import * as sample from '#lib/sample/sample.ts';
import { OnServer } from '#lib/ui/on-server.ts';
import type { PageServerLoad } from './$types';

// Stand-in with sample data; ?v= shows other states.
export const load: PageServerLoad = ({ url }) => {
	const v = url.searchParams.get('v') ?? '';
	if (v === '403') error(403, 'x', { reason: 'geen_plan' });
	if (v === '429') error(429, 'x');
	if (v === '500') error(500, 'x', { reference: 'K7Q2-M4' });
	return { page: new OnServer(variant(v)) };
};

function variant(v: string) {
	return v === 'leeg'
		? { ...sample.regisseur, card: null, earlier: [], count: 0 }
		: sample.regisseur;
}
