import { expect, test } from 'vitest';
import { usedCss } from './used-css.ts';

const html =
	'<html data-text="large"><body><p class="lead small">a</p><template><b class="read"></b></template></body></html>';

test.each([
	['a rule for a class that is there', '.lead{color:red}'],
	['a rule for a class in a template', '.read{color:red}'],
	['an element', 'p{color:red}'],
	['everything', '*{color:red}'],
	['an attribute, which a script may set', '[data-reading]{color:red}'],
	['something that must not be there', 'p:not(.card){color:red}'],
	['one of several', ':is(.lead,.card)>*+*{color:red}'],
	['a pseudo-element', '.lead::before{color:red}'],
	['order of layers', '@layer basis,base;'],
	['a medium', '@media print{p{color:red}}'],
	['an attribute that is there', 'p[class]{color:red}'],
	['what is opened', '[open]{color:red}']
])('keeps %s', (_, css) => {
	expect(usedCss(css, html)).toBe(css);
});

test.each([
	['a class that is not there', '.card{color:red}'],
	['a part of a class', '.lea{color:red}'],
	['an element that is not there', 'table{color:red}'],
	['what is inside one', 'table p{color:red}'],
	['none of several', ':is(.card,.notice)>p{color:red}'],
	['an attribute that nothing has', '[aria-invalid=true]{color:red}'],
	['a medium of nothing', '@media print{.card{color:red}}'],
	['a token that nothing uses', ':root{--a:red}'],
	['a token of a rule that goes', ':root{--a:red}.card{color:var(--a)}']
])('leaves out %s', (_, css) => {
	expect(usedCss(css, html).replace(/:root\{\}/, '')).toBe('');
});

test('of a list of selectors only what can be there stays', () => {
	expect(usedCss('.card,.lead,table{color:red}', html)).toBe('.lead{color:red}');
});

test('tokens that are used get short names', () => {
	const css = ':root{--long:red;--longer:var(--long);--not:1}p{color:var(--longer)}';
	expect(usedCss(css, html)).toBe(':root{--t0:red;--t1:var(--t0)}p{color:var(--t1)}');
});

test.each(['<link rel="stylesheet" href="/gemeente.css">', '<p style="color:var(--long)">'])(
	'tokens keep their names where %s can name them',
	(more) => {
		const css = ':root{--long:red}p{color:var(--long)}';
		expect(usedCss(css, html + more)).toBe(css);
	}
);
