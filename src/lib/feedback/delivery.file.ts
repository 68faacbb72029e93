import { z } from 'zod';
import type { Day } from '#lib/kernel/calendar.ts';
import type { WantedDelivery } from './delivery.model.ts';
import { QUESTIONS } from './questionnaires.ts';
import { SCALES } from './scales.ts';

const NOTICE =
	'Not compared nationally: the official option lists were not checked. Own format, not one of CBS. Not for a council, not for purchasing.';

const scale = (steps: number) => z.number().int().min(1).max(steps).nullable();
const scaleNote = z.strictObject({ steps: z.number(), source: z.string().min(1) });

const header = z.strictObject({
	format: z.literal('samenspel-delivery'),
	version: z.literal(1),
	provider: z.string().min(1),
	quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
	madeOn: z.iso.date(),
	questions: z.number().int(),
	comparedNationally: z.literal(false),
	notice: z.literal(NOTICE),
	/** Criterion 2 and criterion 3.1. */
	scales: z.strictObject({ use: scaleNote, independent: scaleNote })
});

const measurement = z
	.strictObject({
		record: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
		informant: z.enum(['youth', 'parent']),
		use: scale(SCALES.grade.steps),
		independent: scale(SCALES.sure.steps)
	})
	.refine(({ use, independent }) => use !== null || independent !== null, 'nothing in it');
export type Measurement = z.output<typeof measurement>;

const noteOf = ({ steps, source }: { steps: number; source: string }) => ({ steps, source });

/** The file: a line about it, then one line for each measurement (JSON Lines). */
export function deliveryFile(
	{ provider, quarter }: WantedDelivery,
	madeOn: Day,
	measurements: readonly Measurement[]
): string {
	const about: z.output<typeof header> = {
		...{ format: 'samenspel-delivery', version: 1, provider, quarter, madeOn },
		...{ questions: QUESTIONS.version, comparedNationally: false, notice: NOTICE },
		scales: { use: noteOf(SCALES.grade), independent: noteOf(SCALES.sure) }
	};
	return [about, ...measurements].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Looks at a file as it would leave.
 * @returns what is wrong with it, by line; nothing when it is in order
 */
export function deliveryProblems(text: string): string[] {
	const [about = '', ...lines] = text.split('\n').slice(0, -1);
	const first = header.safeParse(jsonOf(about)).success ? [] : ['line 1: no header'];
	const seen = new Set<string>();
	const others = lines.flatMap((line, at) => {
		const read = measurement.safeParse(jsonOf(line));
		if (!read.success) return [`line ${at + 2}: no measurement`];
		const side = `${read.data.record} ${read.data.informant}`;
		if (seen.has(side)) return [`line ${at + 2}: a second measurement`];
		seen.add(side);
		return [];
	});
	return [...(text.endsWith('\n') ? [] : ['the last line is cut off']), ...first, ...others];
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
