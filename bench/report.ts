import { mkdirSync, writeFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string | number>>;

/** Prints a part's figures as a table and keeps them as JSON. No figure is a pass mark. */
export function report(part: string, notes: readonly string[], rows: readonly Row[]): void {
	const names = Object.keys(rows[0] ?? {});
	const width = (name: string) =>
		Math.max(name.length, ...rows.map((row) => String(row[name] ?? '').length));
	const line = (cells: readonly string[]) =>
		cells.map((cell, index) => cell.padEnd(width(names[index] ?? ''))).join('  ');
	console.log(`\n${part}\n`);
	console.log(line(names));
	for (const row of rows) console.log(line(names.map((name) => String(row[name] ?? ''))));
	for (const note of notes) console.log(`\n${note}`);
	mkdirSync('data/bench', { recursive: true });
	writeFileSync(
		`data/bench/${part}.json`,
		`${JSON.stringify({ part, notes, rows }, null, '\t')}\n`
	);
	console.log(`\ndata/bench/${part}.json`);
}

export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
