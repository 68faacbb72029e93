import { taggedPdf, textIn } from '#lib/server/pdf.ts';
import type { Sheet, SheetLine } from '../page.model.ts';

/** The shown table with a heading line; each line says that it is not for purchasing (facts 6.3). */
export function tableCsv(sheet: Sheet): string {
	const rows = [
		[...sheet.columns, sheet.quarter, sheet.notForBuying],
		...sheet.lines.map((line) => [...textsOf(line), sheet.quarter, sheet.notForBuying])
	];
	// The mark tells spreadsheets that the letters are UTF-8.
	return `\uFEFF${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

const textsOf = ({ label, value, answers, response }: SheetLine) => [
	...[label, value, answers],
	...(response === null ? [] : [response])
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The same as a tagged PDF. */
export async function tablePdf(sheet: Sheet, language: string): Promise<Buffer> {
	const title = `${sheet.title} ${sheet.quarter}`;
	const { bytes } = await taggedPdf({ title, language }, (doc) => {
		const root = doc.struct('Document');
		doc.addStructure(root);
		const text = textIn(doc, root, 11);
		text('H1', sheet.title, { bold: true, scale: 1.6 });
		text('P', `${sheet.who}. ${sheet.split}. ${sheet.quarter}.`);
		for (const line of sheet.lines) {
			text('H2', line.label, { bold: true });
			const [, ...said] = textsOf(line);
			const sentences = said.map((part, at) => `${sheet.columns[at + 1]}: ${part}.`);
			text('P', sentences.slice(0, 2).join(' '));
			text('P', [...sentences.slice(2), `${sheet.notForBuying}.`].join(' '));
		}
		for (const sentence of sheet.says) text('P', sentence, { soft: true });
		root.end();
	});
	return bytes;
}
