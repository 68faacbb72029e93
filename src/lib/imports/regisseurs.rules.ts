import { checkProfessional, type Cast } from './cast.ts';
import type { MessageFamily } from './message.ts';
import { checkPeriod, overlaps } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

export function* checkRegisseurs({ regisseurs }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of regisseurs.entries()) {
		const way = [...list, index];
		yield* checkProfessional(row.person, cast, [...way, 'person']);
		yield* checkPeriod(row, way);
		const other = regisseurs.slice(0, index).find((earlier) => overlaps(earlier, row));
		if (other) yield problem([...way, 'from'], 'regisseursOverlap', { name: other.id });
		if (!row.standIn) continue;
		yield* checkProfessional(row.standIn.person, cast, [...way, 'standIn', 'person']);
		yield* checkPeriod(row.standIn, [...way, 'standIn']);
		if (row.standIn.person === row.person)
			yield problem([...way, 'standIn', 'person'], 'standInSelf');
	}
}
