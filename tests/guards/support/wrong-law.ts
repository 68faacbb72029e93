type Wrong = { readonly name: string; readonly patterns: RegExp[]; readonly unless: RegExp | null };

/** `…` stands for anything in between. With `unless` in the same sentence it is not said. */
const wrong = (name: string, patterns: string[], unless?: string): Wrong => ({
	name,
	patterns: patterns.map((pattern) => new RegExp(pattern.replaceAll('…', '.*'), 'iu')),
	unless: unless ? new RegExp(unless, 'iu') : null
});

const DENIED = '\\b(niet|geen|nooit|not|never|no)\\b';

/**
 * Statements about the law that are wrong (facts 10.2), in Dutch and English, however they are put.
 * A sentence that says the opposite ("stopt de maatregel niet") is right, and passes.
 */
export const WRONG_STATEMENTS: readonly Wrong[] = [
	wrong(
		'drang is not compulsory',
		[
			'\\b(moet|moeten|verplicht)\\b…\\b(meewerken|meedoen|werken)\\b…\\b(drang|intensie(f|ve) vrijwillige?)\\b',
			'\\b(drang|intensie(f|ve) vrijwillige hulp)\\b…\\b(is|zijn) verplicht\\b',
			'\\b(must|have to|obliged to|required to)\\b…\\b(cooperate|co-operate|take part|accept)\\b…\\b(drang|intensive voluntary)\\b'
		],
		DENIED
	),
	wrong(
		'a supervision order does not end gezag',
		[
			'\\b(verlies|verliest|verliezen|raakt?|raken)\\b…\\bgezag\\b…\\b(ots|ondertoezichtstelling)\\b',
			'\\b(ots|ondertoezichtstelling)\\b…\\b(verlies|verliest|verliezen|raakt?|raken|bent)\\b…\\bgezag\\b',
			'\\bsupervision order\\b…\\blose\\b…\\b(custody|authority|gezag)\\b',
			'\\blose\\b…\\b(custody|authority|gezag)\\b…\\bsupervision order\\b'
		],
		DENIED
	),
	wrong(
		'appeal is not always possible within three months',
		[
			'\\baltijd\\b…\\b(3|drie) maanden\\b…\\bberoep\\b',
			'\\baltijd\\b…\\bberoep\\b…\\b(3|drie) maanden\\b',
			'\\balways\\b…\\bappeal\\b…\\b(3|three) months\\b',
			'\\balways\\b…\\b(3|three) months\\b…\\bappeal\\b'
		],
		DENIED
	),
	wrong(
		'five working days are a rule, not a promise',
		[
			'\\bbinnen (5|vijf) (werk)?dagen\\b…\\b(komt|komen|belt|bellen|spreekt|hoort|hoor|heeft|heb|neemt)\\b',
			'\\b(komt|komen|belt|bellen|spreekt|hoort|hoor|neemt)\\b…\\bbinnen (5|vijf) (werk)?dagen\\b',
			'\\bwithin (5|five) (working )?days\\b…\\b(will|comes|calls|visits)\\b',
			'\\b(will|comes|calls|visits)\\b…\\bwithin (5|five) (working )?days\\b'
		],
		'\\b(wet|law|moet|should|soms|sometimes)\\b'
	),
	wrong('a child of 12 does not decide alone', [
		'\\bvanaf (je |zijn |haar |uw )?(12|twaalf)\\b…\\b(beslis|beslist|beslissen|bepaal|bepaalt|kies|kiest)\\b…\\bzelf\\b',
		'\\b(from|at) (the age of )?(12|twelve)\\b…\\bdecides?\\b…\\b(themself|themselves|yourself|himself|herself|alone)\\b'
	]),
	wrong(
		'at 16 one decides about help, not about a measure',
		[
			'\\bvanaf (je |zijn |haar |uw )?(16|zestien)\\b…\\b(beslis|beslist|beslissen|bepaal|bepaalt)\\b…\\bzelf\\b',
			'\\b(from|at) (the age of )?(16|sixteen)\\b…\\bdecides?\\b…\\b(themself|themselves|yourself|himself|herself|alone)\\b'
		],
		'\\bover (je |de |jouw )?(jeugd)?hulp\\b|\\b(about|on) (your |the )?(youth )?(help|care)\\b'
	),
	wrong(
		'not every parent gets a free lawyer',
		[
			'\\b(elke|iedere|alle|altijd|u krijgt|je krijgt|ouders krijgen|ouder krijgt)\\b…\\b(gratis|kosteloze?)\\b…\\badvocaat\\b',
			'\\badvocaat is (altijd )?(gratis|kosteloos)\\b',
			'\\b(every|each|all|always|you get)\\b…\\bfree\\b…\\blawyer\\b',
			'\\blawyer is (always )?free\\b'
		],
		DENIED
	),
	wrong(
		'a complaint does not stop a measure',
		[
			'\\bklacht\\b…\\b(stopt|schorst|beëindigt)\\b…\\b(maatregel|ots|ondertoezichtstelling|uithuisplaatsing|besluit)\\b',
			'\\bcomplaint\\b…\\b(stops|suspends|ends)\\b…\\b(measure|order|placement)\\b'
		],
		DENIED
	),
	wrong(
		'a written directive has no objection, but a request to the judge',
		['\\bbezwaar\\b…\\baanwijzing\\b', '\\b(objection|object)\\b…\\bdirective\\b'],
		DENIED
	),
	wrong(
		'a JIM does not decide',
		[
			'\\bjim\\b…\\bnamens\\b…\\b(beslis|beslissen|beslist|kiezen)\\b',
			'\\bjim\\b…\\b(beslist|bepaalt)\\b…\\b(voor|namens)\\b',
			'\\bjim\\b…\\bdecides?\\b…\\b(for|behalf)\\b'
		],
		DENIED
	),
	wrong(
		'nothing is fully safe or anonymous',
		[
			'(\\b100 ?%|\\bhonderd procent|\\bhelemaal|\\bvolledig|\\bvolkomen|\\baltijd)\\s+(veilig|anoniem|geheim|privé)(?!\\p{L})',
			'(\\b100 ?%|\\bcompletely|\\bfully|\\btotally|\\balways)\\s+(safe|secure|anonymous|private)\\b'
		],
		DENIED
	),
	wrong('help does not simply stop at 18', [
		'\\bhulp (stopt|eindigt|is afgelopen) (als|wanneer|zodra|op|bij|vanaf)\\b…\\b(18|achttien(de)?)\\b',
		'\\bhelp (stops|ends) (when|at|once|from)\\b…\\b(18|eighteen)\\b'
	]),
	wrong(
		'the exit button does not wipe everything',
		[
			'\\b(knop|toets)\\b…\\b(wist|verwijdert|ruimt)\\b…\\b(alles|alle sporen|geschiedenis)\\b',
			'\\b(button|key)\\b…\\b(erases|deletes|wipes|clears)\\b…\\b(everything|all traces|history)\\b'
		],
		DENIED
	)
];

/** The wrong statements in a text, by name. */
export function wrongStatements(text: string): string[] {
	const sentences = text.split(/(?<=[.?;])\s+/u);
	return WRONG_STATEMENTS.filter(({ patterns, unless }) =>
		sentences.some((it) => patterns.some((pattern) => pattern.test(it)) && !unless?.test(it))
	).map(({ name }) => name);
}
