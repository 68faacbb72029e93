import { expect, test } from 'vitest';
import { look } from './search.ts';

const found = (locale: string, asked: string) => {
	const { words, articles } = look(locale, asked);
	return { words: words.map(({ term }) => term), slugs: articles.map(({ slug }) => String(slug)) };
};
for (const q of [
	'voogd',
	'voogt',
	'kinderbescherming',
	'jeugdzorg',
	'weghalen',
	'afpakken',
	'bureau jeugdzorg',
	'AKJ',
	'jeugdbeschreming',
	'uithuisplaasting',
	'ots',
	'mijn kind wordt afgepakt',
	'mag ik weigeren',
	'clientondersteuner',
	'xqzv',
	'de',
	'brief van de gezinsvoogd',
	'klagen over hulpverlener',
	'advokaat',
	'hoger beroep',
	'GI',
	'rapport klopt niet',
	'papa zien'
])
	test(q, () => {
		const t = performance.now();
		const f = found('nl', q);
		console.log(q, (performance.now() - t).toFixed(1), JSON.stringify(f));
		expect(1).toBe(1);
	});
