/** A line of docs/data-register.md. */
export type RegisterLine = {
	/** `table.column` */
	readonly column: string;
	readonly purpose: string;
	readonly class: string;
	readonly readers: string;
	readonly kept: string;
	readonly export: string;
};

export function readRegister(markdown: string): RegisterLine[] {
	const lines: RegisterLine[] = [];
	let table = '';
	for (const line of markdown.split('\n')) {
		table = /^## (\w+)$/.exec(line)?.[1] ?? table;
		const cells = line.split('|').map((cell) => cell.trim());
		const column = /^`(\w+)`$/.exec(cells[1] ?? '')?.[1];
		if (!column) continue;
		const [purpose = '', kind = '', readers = '', kept = '', inExport = ''] = cells.slice(2);
		lines.push({
			column: `${table}.${column}`,
			purpose,
			class: kind,
			readers,
			kept,
			export: inExport
		});
	}
	return lines;
}

const CLASSES = ['none', 'ordinary', 'special', 'secret'];

/** What is wrong between the columns of the schema and the register, one readable line each. */
export function registerProblems(
	columns: readonly string[],
	lines: readonly RegisterLine[]
): string[] {
	const written = lines.map(({ column }) => column);
	return [
		...columns.filter((it) => !written.includes(it)).map((it) => `${it}: no line in the register`),
		...written.filter((it) => !columns.includes(it)).map((it) => `${it}: no such column`),
		...written.filter((it, at) => written.indexOf(it) !== at).map((it) => `${it}: two lines`),
		...lines.flatMap(problemsOfLine)
	];
}

function problemsOfLine(line: RegisterLine): string[] {
	const empty = Object.values(line).some((cell) => cell === '');
	return [
		...(empty ? [`${line.column}: an empty cell`] : []),
		...(CLASSES.includes(line.class) ? [] : [`${line.column}: no class "${line.class}"`]),
		...(/^(yes|no)\b/.test(line.export) ? [] : [`${line.column}: in the own export, yes or no?`]),
		...(line.class === 'secret' && line.export !== 'no'
			? [`${line.column}: a secret is never exported`]
			: [])
	];
}
