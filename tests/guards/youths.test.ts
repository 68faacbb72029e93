import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	catalogueProblems,
	differences,
	keyOf,
	readCatalogue,
	type Catalogue
} from './support/catalogue.ts';
import { officeWords } from './support/dutch.ts';
import { fleschDouma, isRunningText, sentencesIn, wordsIn } from './support/readability.ts';
import { wrongStatements } from './support/wrong-law.ts';

const read = (file: string) => readCatalogue(readFileSync(`messages/${file}.json`, 'utf8'));
const [dutch, forYouths] = [read('nl'), read('nl-x-je')];

/** Screens that no youth comes to, or that speak to everybody before it is known who reads. */
const TO_ADULTS = [
	...['werk', 'passkey', 'importer', 'support', 'regie', 'ownPlan'],
	...['demo', 'mail', 'signIn', 'invitation', 'laterShare', 'laterStay'],
	...['besideParent', 'besideDesk', 'mentor', 'laterOffer', 'laterTip', 'council'],
	// These have texts for youths of their own, by whom the page is about.
	...['must', 'article', 'rights', 'feedback', 'story', 'ask', 'delivery']
];

/** Texts on screens of youths that speak to somebody else all the same. */
const TO_SOMEBODY_ELSE = [
	...['home.noGezag', 'home.noGezagWords', 'home.mayAsk', 'reden.geenGezag'],
	...['reden.tweedeStap', 'reden.laatsteSleutel', 'reden.woordenVanGezin', 'fout.alOpvolger'],
	...['meeting.leadRegisseur', 'question.leadRegisseur', 'claim.outcome', 'claim.newWordsHint'],
	...['consult.stays', 'consult.whyField', 'consult.childrenHint', 'consult.noWhy'],
	...['consult.staffLead', 'version.byCaseSystem', 'version.restoreBlockedDo'],
	...['edit.examples', 'ending.agreeLead', 'ending.relapseHint', 'exits.stateWords'],
	...['regional.checkedHint', 'regional.deskHeading', 'regional.deskChoose'],
	// Beside a youth's words, these are what the parent or the JIM reads.
	...['beside.childrenTitle', 'beside.besideTitleU', 'jimNote.leadJim', 'jimNote.ownJim'],
	...['jimTalk.whoSelfU', 'network.emptyWrite', 'terms.paperMetAsk', 'claim.questionHeard']
];

const saysU = (text: string) => /(?<![\p{L}{])(u|uw|uzelf)(?![\p{L}}])/iu.test(text);
const namespaceOf = (key: string) => key.split('.')[0] ?? '';

/** Texts that would say "u" to a youth. */
const formal = (all: Catalogue, youths: Catalogue): string[] =>
	Object.entries(all)
		.filter(([key, text]) => saysU(text) && !(key in youths))
		.map(([key]) => keyOf(key))
		.filter((key) => !TO_ADULTS.includes(namespaceOf(key)) && !TO_SOMEBODY_ELSE.includes(key));

/** Texts for youths that are no other than for everybody, or that say "u" after all. */
const idle = (all: Catalogue, youths: Catalogue): string[] =>
	Object.entries(youths)
		.filter(([key, text]) => text === all[key] || saysU(text))
		.map(([key]) => key);

describe('what is said otherwise to youths', () => {
	test('has whole texts, under keys and with variables of the Dutch one', () => {
		const theirs = Object.fromEntries(
			Object.entries(dutch).map(([key, text]) => [key, forYouths[key] ?? text])
		);
		expect(catalogueProblems('nl', theirs)).toEqual([]);
		expect(differences(dutch, { ...theirs, ...forYouths })).toEqual([]);
	});

	test('is said otherwise, and wherever a youth reads', () => {
		expect(idle(dutch, forYouths)).toEqual([]);
		expect(formal(dutch, forYouths)).toEqual([]);
	});

	test('is easy, and right about the law', () => {
		const texts = Object.values(forYouths);
		expect(texts.flatMap(officeWords)).toEqual([]);
		expect(texts.flatMap(wrongStatements)).toEqual([]);
		expect(fleschDouma(texts.filter(isRunningText))).toBeGreaterThanOrEqual(80);
		const long = texts.flatMap(sentencesIn).filter((sentence) => wordsIn(sentence).length > 15);
		expect(long).toEqual([]);
	});
});

describe('seeded: to youths', () => {
	test.each<[string, Catalogue, Catalogue, string[]]>([
		['said otherwise', { 'home.a': 'Uw plan' }, { 'home.a': 'Je plan' }, []],
		['"u" to a youth', { 'home.a': 'Uw plan' }, {}, ['home.a']],
		['"u" to staff', { 'werk.a': 'Uw gezinnen' }, {}, []],
		['neither', { 'home.a': 'Het uur' }, {}, []]
	])('%s', (_, all, youths, keys) => {
		expect(formal(all, youths)).toEqual(keys);
	});

	test.each<[string, string, string[]]>([
		['equal', 'Uw plan', ['home.a']],
		['still "u"', 'Dit is van u', ['home.a']],
		['otherwise', 'Jouw plan', []]
	])('%s', (_, text, keys) => {
		expect(idle({ 'home.a': 'Uw plan' }, { 'home.a': text })).toEqual(keys);
	});
});
