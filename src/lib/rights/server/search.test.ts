import { expect, test } from 'vitest';
import { look } from './search.ts';

const found = (locale: string, asked: string) => {
	const { words, articles } = look(locale, asked);
	return { words: words.map(({ term }) => term), slugs: articles.map(({ slug }) => String(slug)) };
};

test.each([
	['voogd', 'jeugdbescherming', 'meekijken'],
	['voogt', 'jeugdbescherming', 'meekijken'],
	['Kinderbescherming', 'Raad voor de Kinderbescherming', 'onderzoek'],
	['jeugdzorg', 'jeugdbescherming', 'meekijken'],
	['bureau jeugdzorg', 'jeugdbescherming', 'meekijken'],
	['weghalen', 'uithuisplaatsing', 'ergens-anders-wonen'],
	['mijn kind wordt afgepakt', 'uithuisplaatsing', 'ergens-anders-wonen'],
	['uithuisplaasting', 'uithuisplaatsing', 'ergens-anders-wonen'],
	['AKJ', 'Jeugdstem', 'vertrouwenspersoon'],
	['clientondersteuner', 'cliëntondersteuner', 'iemand-naast-u'],
	['advokaat', 'advocaat', 'advocaat'],
	['ots', 'ondertoezichtstelling (OTS)', 'meekijken'],
	['mag ik weigeren', 'drang', 'hulp-met-druk'],
	['rapport klopt niet', 'feitenonderzoek', 'fouten-verbeteren']
])('"%s" finds the word %s and the article %s', (asked, word, slug) => {
	const { words, slugs } = found('nl', asked);
	expect(words).toContain(word);
	expect(slugs.slice(0, 4)).toContain(slug);
});

test.each([
	['guardian', 'guardian', 'iemand-anders-beslist'],
	['lawier', 'lawyer', 'advocaat'],
	['custody', 'parental authority (gezag)', 'wie-beslist'],
	['gezag', 'parental authority (gezag)', 'wie-beslist']
])('in English, "%s" finds the word %s and the article %s', (asked, word, slug) => {
	const { words, slugs } = found('en', asked);
	expect(words).toContain(word);
	expect(slugs).toContain(slug);
});

test.each(['xqzvw', 'de', '!?', '  '])('"%s" finds nothing', (asked) => {
	expect(found('nl', asked)).toEqual({ words: [], slugs: [] });
});

test('the longest question that is taken is answered at once', () => {
	look('nl', 'voogd');
	const started = performance.now();
	look(
		'nl',
		'uithuisplaatsing jeugdbeschermer ondertoezichtstelling vertrouwenspersoon griffie'.slice(0, 80)
	);
	expect(performance.now() - started).toBeLessThan(200);
});
