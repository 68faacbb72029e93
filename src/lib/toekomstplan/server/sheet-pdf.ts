import { textIn, taggedPdf } from '#lib/server/pdf.ts';
import type { Sheet, SheetLine } from '../sheet.ts';

/** Points: for reading at a table, not for a wall. */
const SIZE = 11;

const TAGS: Readonly<Record<SheetLine['is'], string>> = { heading: 'H3', item: 'H3', words: 'P' };

/** The picked parts as a tagged PDF, on as many pages as they need. */
export async function sheetPdf(sheet: Sheet, language: string): Promise<Buffer> {
	const { bytes } = await taggedPdf({ title: sheet.title, language }, (doc) => {
		const root = doc.struct('Document');
		doc.addStructure(root);
		const text = textIn(doc, root, SIZE);
		text('H1', sheet.title, { bold: true, scale: 1.8 });
		for (const part of sheet.parts) {
			text('H2', part.title, { bold: true, scale: 1.3 });
			for (const line of part.lines) text(TAGS[line.is], line.text, { bold: line.is !== 'words' });
		}
		text('P', sheet.made, { scale: 0.8, soft: true });
		root.end();
	});
	return bytes;
}
