import { render } from 'svelte/server';
import { directionOf, type Locale } from '#lib/ui/locale.ts';
import type { Sheet } from '../sheet.ts';
import SheetFile from './SheetFile.svelte';

/** Marks for a script that takes over: in a file there is none. */
const MARKS = /<!--.*?-->/g;

/** The picked parts as one page that asks nothing of any site: it can be read without a line. */
export function sheetHtml(sheet: Sheet, language: Locale): string {
	const { head, body } = render(SheetFile, { props: { sheet } });
	const page = `<html lang="${language}" dir="${directionOf(language)}"><head>${head}</head><body>${body}</body></html>`;
	return `<!doctype html>${page.replace(MARKS, '')}\n`;
}
