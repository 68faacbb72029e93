import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from './support/files.ts';
import { physicalDeclarations } from './support/physical-css.ts';

const styled = filesUnder('src', /\.(css|svelte)$/);

test.each(styled)('%s names no side of the screen', (file) => {
	const found = physicalDeclarations(
		readFileSync(join('src', file), 'utf8'),
		file.endsWith('.svelte')
	);
	expect(found).toEqual([]);
});

test('there are screens to look at', () => {
	expect(styled).toContain('app.css');
	expect(styled).toContain('routes/+layout.svelte');
});

test.each(filesUnder('src', /\.html$/))('%s has no inline style', (file) => {
	expect(readFileSync(join('src', file), 'utf8')).not.toMatch(/\sstyle=/);
});

test.each([
	'left: 0',
	'top: 0',
	'margin-left: 1px',
	'padding-right: 1px',
	'border-left: 1px solid',
	'border-right-color: red',
	'border-top-left-radius: 1px',
	'scroll-margin-top: 1px',
	'text-align: left',
	'float: right',
	'margin: 0 1px 0 2px',
	'padding: 0 calc(1px + (2px * 2)) 0 2px'
])('seeded: %s is refused, in a sheet, a component, a media query and a nested rule', (line) => {
	expect(physicalDeclarations(`a { ${line}; }`, false)).toEqual([line]);
	expect(physicalDeclarations(`<p>1</p><style>p { ${line}; }</style>`, true)).toEqual([line]);
	expect(physicalDeclarations(`@media print { a { b & { ${line}; } } }`, false)).toEqual([line]);
});

test.each([
	'margin-inline-start: 1px',
	'inset-block-start: 0',
	'border-start-start-radius: 1px',
	'text-align: start',
	'margin: 0 1px',
	'padding: 1px 2px 3px 2px',
	'--margin-left: 1px',
	'transition: left 1s'
])('%s is allowed', (line) => {
	expect(physicalDeclarations(`/* left: 0 */ a { ${line}; }`, false)).toEqual([]);
});
