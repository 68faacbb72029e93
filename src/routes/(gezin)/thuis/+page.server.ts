import { error } from '@sveltejs/kit';
import { day } from '#lib/kernel/calendar.ts';
import * as sample from '#lib/sample/sample.ts';
import { OnServer } from '#lib/ui/on-server.ts';
import type { HomeView } from '#lib/plan/model.ts';
import type { PageServerLoad } from './$types';

// Stand-in with sample data; ?v= shows other states.
export const load: PageServerLoad = ({ url }) => {
	const v = url.searchParams.get('v') ?? '';
	if (v === '403') error(403, 'x', { reason: 'geen_plan' });
	if (v === '429') error(429, 'x');
	if (v === '500') error(500, 'x', { reference: 'K7Q2-M4' });
	return { page: new OnServer(variant(v)) };
};

function variant(v: string): HomeView {
	const empty = { ...sample.home, waiting: [], next: null };
	if (v === 'standin')
		return {
			...sample.home,
			card: {
				...sample.card,
				standIn: { name: 'Joost van der Meer', phone: '070 555 04 56', until: day('2026-12-05') }
			}
		};
	if (v === 'leeg') return { ...empty, kader: null };
	if (v === 'dicht') return { ...empty, card: null, closed: 'geen_gezag' };
	if (v === 'jong') return { ...empty, card: null, closed: 'jonger_dan_12' };
	if (v === 'deelt') return { ...empty, card: null, closed: 'gezin_deelt_niet' };
	if (v === 'geenplan') return { ...empty, closed: 'geen_plan' };
	return sample.home;
}
