import type { DeliveryInformant, DeliveryRow } from './delivery.model.ts';
import type { Measurement } from './delivery.file.ts';

/**
 * The measurements that go along: of each record one by the youth and one by a parent or carer (facts
 * 6.1). When two parents said yes a lot decides, so that neither learns of the other; once one was sent,
 * nothing more goes. By the name of the record: no order says who was first.
 */
export function toDeliver(
	rows: readonly DeliveryRow[],
	lot: (row: DeliveryRow) => string
): Measurement[] {
	const sides = Map.groupBy(rows, sideOf);
	return [...sides]
		.toSorted(([one], [other]) => one.localeCompare(other))
		.flatMap(([, side]) => {
			if (side.some(({ deliveredIn }) => deliveredIn !== null)) return [];
			const [drawn] = side.toSorted((one, other) => lot(one).localeCompare(lot(other)));
			if (!drawn) return [];
			const { trajectoryId: record, informant, use, independent } = drawn;
			return [{ record, informant, use, independent }];
		});
}

const sideOf = (row: {
	readonly trajectoryId: string;
	readonly informant: DeliveryInformant;
}): string => `${row.trajectoryId} ${row.informant}`;
