import { magnetOf } from '#lib/kernel/magnet.ts';
import { withoutPictures } from '#lib/kernel/letters.ts';
import { INK, SOFT, taggedPdf, textIn, type Doc, type MadePdf } from '#lib/server/pdf.ts';
import { wordsOf } from '#lib/server/words.ts';
import type { FridgeSheet, SheetPerson } from '../model.ts';

/** Letter sizes in points, largest first: the first with which the sheet fits on one page is taken. */
const SIZES = [13, 12, 11, 10, 9];
const COLOURS = ['#c14f2c', '#16707a', '#9a6b05', '#7c4a8c', '#47752f', '#3b60aa'];

/**
 * The sheet as a tagged PDF. A4, one page unless the plan is too long for the smallest letter.
 * @returns the bytes of the file
 */
export async function fridgePdf(sheet: FridgeSheet, language: string): Promise<Buffer> {
	for (const size of SIZES) {
		const made = await draw(sheet, language, size);
		if (made.pages === 1 || size === SIZES.at(-1)) return made.bytes;
	}
	throw new RangeError('no letter size');
}

const draw = (sheet: FridgeSheet, language: string, size: number): Promise<MadePdf> =>
	taggedPdf({ title: wordsOf('fridge', language)('sheetTitle'), language }, (doc) =>
		write(doc, sheet, language, size)
	);

function write(doc: Doc, sheet: FridgeSheet, language: string, size: number): void {
	const say = wordsOf('fridge', language);
	const step = wordsOf('step', language);
	const longDay = (on: string) =>
		new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
			...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
		} as const).format(new Date(on));
	const root = doc.struct('Document');
	doc.addStructure(root);
	const text = textIn(doc, root, size);
	text('H1', say('sheetTitle'), { bold: true, scale: 1.8 });
	if (sheet.goals.length === 0) text('P', say('noGoals'));
	for (const goal of sheet.goals) {
		text('H2', goal.words ?? say('steps'), { bold: true, scale: 1.15 });
		const list = doc.struct('L');
		root.add(list);
		for (const one of goal.steps) {
			const when = one.due ? `, ${say('by', { day: longDay(one.due) })}` : '';
			const state = one.state === 'kan_nog_niet' ? ` (${step('blocked').toLowerCase()})` : '';
			const line = `${one.title}${state}: ${whoSays(one.who, say)}${when}`;
			list.add(item(doc, withoutPictures(line), one.who, size));
		}
		list.end();
	}
	doc.y += size * 0.6;
	if (sheet.reviewOn) text('P', say('review', { day: longDay(sheet.reviewOn) }));
	text('H2', say('callTitle'), { bold: true, scale: 1.15 });
	if (sheet.call) {
		const { word, name, phone } = sheet.call;
		text('P', [say('call', { word }), name ?? '', phone ?? ''].filter(Boolean).join(' '));
	}
	text('P', say('danger'), { bold: true });
	text('P', say('printed', { day: longDay(sheet.printedOn) }), { scale: 0.8, soft: true });
	root.end();
}

/** One step: an empty box to tick with a pen, the mark of who does it, and the words. */
function item(doc: Doc, line: string, who: SheetPerson, size: number) {
	const left = doc.page.margins.left;
	const indent = size * 3.2;
	const width = doc.page.width - left - doc.page.margins.right - indent;
	doc.font('regular').fontSize(size);
	if (doc.y + doc.heightOfString(line, { width }) > doc.page.height - doc.page.margins.bottom) {
		doc.addPage();
	}
	const top = doc.y;
	// Drawn outside the marked text: a screen reader has the words.
	doc.markContent('Artifact', { type: 'Layout' });
	doc
		.lineWidth(0.8)
		.rect(left, top + size * 0.3, size * 0.9, size * 0.9)
		.stroke(SOFT);
	if (who.magnet !== null) {
		const { shape, colour } = magnetOf(who.magnet);
		doc
			.save()
			.translate(left + size * 1.5, top + size * 0.25)
			.scale(size / 22);
		doc
			.path(shape)
			.fill(COLOURS[colour - 1] ?? INK)
			.restore();
	}
	doc.endMarkedContent();
	return doc.struct('LI', {}, [
		doc.struct('LBody', {}, () => {
			doc.fillColor(INK).text(line, left + indent, top, { width, paragraphGap: size * 0.25 });
			doc.x = left;
		})
	]);
}

/** By name, or by what somebody is in the family. */
function whoSays(who: SheetPerson, say: ReturnType<typeof wordsOf<'fridge'>>): string {
	if (who.name) return who.name;
	if (!who.relation) return say('unknownWho');
	const word = say(who.relation);
	return who.nth === null ? word : say('nth', { who: word, number: who.nth });
}
