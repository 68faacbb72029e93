import { splitPath } from '#lib/ui/locale.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { LayoutServerLoad } from './$types';

// Stand-in with sample data.
export const load: LayoutServerLoad = ({ url }) => {
	const { locale, path } = splitPath(url.pathname);
	return {
		demo: true,
		signedIn: /^\/(thuis|plan)/.test(path),
		locale,
		path,
		today: day('2026-11-22')
	};
};
