import { fileURLToPath } from 'node:url';
import { withoutPictures } from '#lib/kernel/letters.ts';

export type Doc = PDFKit.PDFDocument;
export type MadePdf = { readonly pages: number; readonly bytes: Buffer };

const font = (name: string) =>
	fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}.ttf`));

const MARGIN = 42;
export const INK = '#10282a';
export const SOFT = '#47595a';

/**
 * A tagged PDF (PDF/UA-1) on A4: title, language, headings and lists are marked, so that a screen
 * reader reads it as the page.
 * @param title a neutral one: it stands in the tab, the print queue and the list of files
 * @param write fills the pages; every text goes through {@link textIn} or a mark of its own
 */
export async function taggedPdf(
	{ title, language }: { readonly title: string; readonly language: string },
	write: (doc: Doc) => void
): Promise<MadePdf> {
	// Loaded when asked: nobody waits for it at the start.
	const { default: PDFDocument } = await import('pdfkit');
	const doc = new PDFDocument({
		...{ size: 'A4', margin: MARGIN, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/UA' },
		...{ tagged: true, lang: language, displayTitle: true },
		// The types of the library lag behind it: they do not know PDF/UA.
		font: font('400Regular/NotoSans_400Regular'),
		info: { Title: title, Producer: 'Samenspel', Creator: 'Samenspel' }
	} as unknown as PDFKit.PDFDocumentOptions);
	const parts: Buffer[] = [];
	const done = new Promise<Buffer>((resolve, reject) => {
		doc.on('data', (part: Buffer) => parts.push(part));
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
	doc.registerFont('bold', font('700Bold/NotoSans_700Bold'));
	doc.registerFont('regular', font('400Regular/NotoSans_400Regular'));
	write(doc);
	const pages = doc.bufferedPageRange().count;
	doc.end();
	return { pages, bytes: await done };
}

type Looks = { readonly bold?: boolean; readonly scale?: number; readonly soft?: boolean };

/** Writes marked text into a part of the document, in letters of this size. */
export const textIn =
	(doc: Doc, root: PDFKit.PDFStructureElement, size: number) =>
	(tag: string, words: string, { bold = false, scale = 1, soft = false }: Looks = {}): void => {
		if (tag === 'H2') doc.y += size * 0.8;
		root.add(
			doc.struct(tag, {}, () => {
				doc.font(bold ? 'bold' : 'regular').fontSize(size * scale);
				doc.fillColor(soft ? SOFT : INK).text(withoutPictures(words), { paragraphGap: size * 0.3 });
			})
		);
	};
