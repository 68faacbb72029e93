import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readyPage, withScriptNonce } from './nonce.ts';

test.each([
	[
		"default-src 'none'; script-src 'strict-dynamic'",
		"default-src 'none'; script-src 'strict-dynamic' 'nonce-a'"
	],
	["script-src 'strict-dynamic' 'nonce-a'", "script-src 'strict-dynamic' 'nonce-a'"],
	["script-src-elem 'self'", "script-src-elem 'self'"]
])('%s', (policy, expected) => {
	expect(withScriptNonce(policy, 'a')).toBe(expected);
});

describe('scripts of the template', () => {
	const template = readFileSync('src/app.html', 'utf8');
	const scriptsOn = (body: string) =>
		[...readyPage(template + body, {}).matchAll(/src="\/(\w+\.js)/g)].map(([, name]) => name);

	test.each([
		[
			'<form method="post" action="?/make" data-passkey="create"></form>',
			['page.js', 'sleutel.js']
		],
		['<template data-read-aloud></template>', ['page.js', 'voorlezen.js']],
		['<svg data-circle></svg>', ['page.js', 'kring.js']],
		['<p data-device="/later/toestel/sleutel"></p>', ['page.js', 'toestel.js']],
		['<form class="stack" data-saves="/later/bewaar"></form>', ['page.js', 'bewaar.js']],
		[
			'<i data-passkey="get"></i><template data-read-aloud>',
			['page.js', 'sleutel.js', 'voorlezen.js']
		],
		['<form></form>', ['page.js']],
		['<form data-passkey-options="{}"></form>', ['page.js']]
	])('%s gets %j', (body, scripts) => {
		expect(scriptsOn(body)).toEqual(scripts);
	});

	test('no words of a person bring a script, and no mark stays behind', () => {
		expect(scriptsOn('<p>&lt;form data-passkey="get"> data-read-aloud </p>')).toEqual(['page.js']);
		expect(readyPage(template, {})).not.toContain('<!--');
	});

	test('what the template leaves open is filled in, in its head and nowhere else', () => {
		const ready = readyPage(`${template}<p>%portal.lang%</p><!--[-->`, { lang: 'nl', dir: 'ltr' });
		expect(ready).toContain('<html lang="nl" dir="ltr"');
		expect(ready).toContain('<p>%portal.lang%</p>');
		expect(ready).not.toContain('<!--');
	});
});
