import type { PersonId } from '#lib/kernel/id.ts';
import { checkChild, checkPerson, type Cast } from './cast.ts';
import type { MessageFamily } from './message.ts';
import { checkPeriod, overlaps, type OpenPeriod } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

export function* checkGezag({ gezag }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of gezag.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkPerson(row.holder, cast, [...way, 'holder']);
		if (cast.people.has(row.holder) && !mayHold(row, cast))
			yield problem([...way, 'holder'], 'mayNotHoldGezag', { name: row.holder });
		yield* checkPeriod(row, way);
		yield* checkGezagBeside(row, gezag.slice(0, index), way);
	}
}

/** Gezag lies with a parent or a guardian; a GI names one of its workers to be the guardian. */
function mayHold({ holder, kind }: { holder: PersonId; kind: string }, cast: Cast): boolean {
	const relation = cast.people.get(holder)?.relation;
	if (relation === 'ouder' || relation === 'voogd') return true;
	const organisation = cast.professionals.get(holder)?.organisation;
	return kind === 'voogdij' && cast.guardianOrganisations.has(organisation ?? '');
}

type GezagRow = OpenPeriod & {
	readonly id: string;
	readonly child: PersonId;
	readonly holder: PersonId;
	readonly kind: string;
};

/** What gezag of one child cannot say at the same time as other gezag of that child. */
export function* checkGezagBeside(row: GezagRow, others: readonly GezagRow[], way: Way): Found {
	const beside = others.filter(
		(other) => other.id !== row.id && other.child === row.child && overlaps(row, other)
	);
	const own = beside.find(({ holder }) => holder === row.holder);
	if (own) yield problem([...way, 'from'], 'gezagTwice', { name: own.id });
	const opening = (kind: string) => kind !== 'tijdelijk_geen' && kind !== 'niet_te_bepalen';
	const alone = beside.find(
		({ holder, kind }) =>
			holder !== row.holder &&
			opening(kind) &&
			opening(row.kind) &&
			(kind === 'eenhoofdig' || row.kind === 'eenhoofdig')
	);
	if (alone) yield problem([...way, 'kind'], 'gezagAlone', { name: alone.id });
}
