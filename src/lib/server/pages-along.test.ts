import { expect, test } from 'vitest';
import { takenApart } from './pages-along.ts';

const words = { locale: 'nl', base: '', otherwise: '/zonder', kept: 'op {on}', overdue: 'oud' };
const page = (path: string, main: string, reviewBy: string | null = null) => ({
	path,
	html: `<html><nav></nav><main id="inhoud">${main}</main><a href="/en${path === '/' ? '' : path}"></a></html>`,
	policy: "default-src 'none'",
	reviewBy
});

test('what pages have in common is there once, and nothing of a page is lost', () => {
	const made = [page('/rechten', 'een'), page('/rechten/ouder/klacht', 'twee', '2027-05-22')];
	const { frames, pages } = takenApart(made, words);
	expect(frames).toHaveLength(1);
	expect(pages['/rechten/ouder/klacht']).toEqual([0, 'twee', '2027-05-22']);
	for (const { path, html } of made) {
		const [number, main] = pages[path] ?? [0, ''];
		const { before, after } = frames[number] ?? { before: '', after: '' };
		expect(before + main + after.replaceAll('/{path}', path)).toBe(html);
	}
});

test('the front page, whose path is in every other, keeps its own frame', () => {
	const { frames } = takenApart([page('/', 'een'), page('/rechten', 'twee')], words);
	expect(frames.map(({ after }) => after)).toEqual([
		'</main><a href="/en"></a></html>',
		'</main><a href="/en/{path}"></a></html>'
	]);
});
