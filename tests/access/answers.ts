/**
 * What each kind of person gets at each door of `table.ts`, over http. The sample families are:
 * `member` the father of Piet, `stranger` a mother of another family, `noGezag` a father without
 * gezag (of Yara), `regisseur` Piet's, `colleague` the regisseur of another family.
 */
export const PEOPLE = {
	visitor: null,
	member: 'piet-vader',
	stranger: 'huizen-moeder',
	noGezag: 'zestien-vader',
	regisseur: 'jeugdteam-samira',
	colleague: 'wijkteam-lotte'
} as const;
export type Kind = keyof typeof PEOPLE;

/** 303 leads a visitor to signing in, and a professional to the desk. */
type Status = 200 | 303 | 400 | 401 | 403 | 404 | 405;
export type Answers = Readonly<Record<Kind, Status>>;

const row = (
	visitor: Status,
	member: Status,
	stranger: Status,
	noGezag: Status,
	regisseur: Status,
	colleague: Status
): Answers => ({ visitor, member, stranger, noGezag, regisseur, colleague });

/** What Piet's parent with gezag and his regisseur may open. */
const familyOfPiet = row(303, 200, 404, 404, 200, 404);

/** A plan of a youth's own: none of these is a youth, and nothing is shared. */
const nobodys = row(303, 404, 404, 404, 404, 404);

const everyone = (status: Status) => row(status, status, status, status, status, status);

/** Reading: for each entry point that is a page or answers GET, addresses and who gets what. */
export const READING: Readonly<Record<string, readonly (readonly [string, Answers])[]>> = {
	//                                                  visitor member stranger noGezag regisseur colleague
	'(gezin)/ik/+page.server.ts': [['/ik', row(303, 200, 200, 200, 200, 200)]],
	'(gezin)/naast-mij/+page.server.ts': [['/naast-mij', row(303, 404, 404, 404, 404, 404)]],
	'(gezin)/naast-mij/mensen/+page.server.ts': [
		['/naast-mij/mensen', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/denken/[question]/+page.server.ts': [
		['/naast-mij/denken/1', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/denken/klaar/+page.server.ts': [
		['/naast-mij/denken/klaar', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/vragen/+page.server.ts': [
		['/naast-mij/vragen', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/delen/[jim]/+page.server.ts': [
		['/naast-mij/delen/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/briefjes/[jim]/+page.server.ts': [
		['/naast-mij/briefjes/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/gesprek/[jim]/+page.server.ts': [
		['/naast-mij/gesprek/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/voor/[jim]/+page.server.ts': [
		['/naast-mij/voor/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/voor/[jim]/agenda.ics/+server.ts': [
		['/naast-mij/voor/nergens/agenda.ics', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/naast-mij/bij/[jim]/+page.server.ts': [
		['/naast-mij/bij/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/later/+page.server.ts': [['/later', nobodys]],
	'(gezin)/later/[domain]/+page.server.ts': [
		['/later/wonen', nobodys],
		['/later/nergens', nobodys]
	],
	'(gezin)/later/basis/+page.server.ts': [['/later/basis', nobodys]],
	'(gezin)/later/delen/+page.server.ts': [['/later/delen', nobodys]],
	'(gezin)/later/delen/[person]/+page.server.ts': [['/later/delen/zestien-tante', nobodys]],
	'(gezin)/later/meenemen/+page.server.ts': [['/later/meenemen?deel=wonen', nobodys]],
	'(gezin)/later/meenemen/alles.json/+server.ts': [['/later/meenemen/alles.json', nobodys]],
	'(gezin)/later/meenemen/blad.html/+server.ts': [
		['/later/meenemen/blad.html?deel=wonen', nobodys]
	],
	'(gezin)/later/meenemen/blad.pdf/+server.ts': [['/later/meenemen/blad.pdf?deel=wonen', nobodys]],
	'(gezin)/later/plaatjes/+page.server.ts': [['/later/plaatjes', nobodys]],
	'(gezin)/later/plaatjes/[domain]/[field]/+page.server.ts': [
		['/later/plaatjes/wonen/wens', nobodys],
		['/later/plaatjes/wonen/nergens', nobodys]
	],
	'(gezin)/later/tijdlijn/+page.server.ts': [['/later/tijdlijn', nobodys]],
	'(gezin)/later/tijdlijn/agenda.ics/+server.ts': [['/later/tijdlijn/agenda.ics', nobodys]],
	'(gezin)/later/tips/+page.server.ts': [['/later/tips', nobodys]],
	'(gezin)/later/toestel/+page.server.ts': [['/later/toestel', nobodys]],
	'(gezin)/later/van/[person]/+page.server.ts': [
		['/later/van/zestien-yara', nobodys],
		['/later/van/piet', nobodys],
		['/later/van/nergens', nobodys]
	],
	// Family members are asked; regisseurs, and who has no gezag, are not.
	'(gezin)/mening/+page.server.ts': [['/mening', row(303, 200, 200, 404, 404, 404)]],
	'(gezin)/mening/klaar/+page.server.ts': [['/mening/klaar', row(303, 200, 200, 404, 404, 404)]],
	'(gezin)/mening/[family]/[moment]/+page.server.ts': [
		['/mening/piet-gezin/end', row(303, 200, 404, 404, 404, 404)],
		['/mening/zestien-gezin/end', nobodys],
		['/mening/nergens/end', nobodys],
		['/mening/piet-gezin/nergens', nobodys]
	],
	'(gezin)/mening/[family]/[moment]/[question]/+page.server.ts': [
		['/mening/piet-gezin/end/use', row(303, 200, 404, 404, 404, 404)],
		['/mening/piet-gezin/end/nergens', nobodys]
	],
	'(gezin)/mening/[family]/cijfer/+page.server.ts': [
		['/mening/piet-gezin/cijfer', row(303, 200, 404, 404, 404, 404)],
		['/mening/zestien-gezin/cijfer', nobodys]
	],
	'(gezin)/mening/naast/[jim]/[moment]/+page.server.ts': [['/mening/naast/nergens/end', nobodys]],
	'(gezin)/mening/naast/[jim]/[moment]/[question]/+page.server.ts': [
		['/mening/naast/nergens/end/use', nobodys]
	],
	'(gezin)/mening/[family]/verhaal/+page.server.ts': [
		['/mening/piet-gezin/verhaal', row(303, 200, 404, 404, 404, 404)],
		['/mening/zestien-gezin/verhaal', nobodys]
	],
	'(gezin)/plan/+page.server.ts': [['/plan', row(303, 200, 200, 403, 200, 200)]],
	'(gezin)/plan/[family]/+page.server.ts': [
		['/plan/piet-gezin', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin', row(303, 404, 404, 403, 404, 404)],
		['/plan/huizen-gezin', row(303, 404, 200, 404, 404, 200)],
		['/plan/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	// Nobody began in the samples: only parents with gezag, and the regisseur who may offer it.
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts': [
		['/plan/piet-gezin/eigen-plan', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/eigen-plan', row(303, 404, 404, 404, 404, 404)],
		['/plan/huizen-gezin/eigen-plan', row(303, 404, 200, 404, 404, 200)],
		['/plan/nergens/eigen-plan', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/eigen-plan/lezen/+page.server.ts': [
		['/plan/piet-gezin/eigen-plan/lezen', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/koelkast/+page.server.ts': [
		['/plan/piet-gezin/koelkast', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/koelkast?namen=nee', row(303, 404, 404, 403, 404, 404)]
	],
	'(gezin)/plan/[family]/koelkast/blad.pdf/+server.ts': [
		['/plan/piet-gezin/koelkast/blad.pdf', row(303, 200, 404, 404, 200, 404)],
		['/plan/huizen-gezin/koelkast/blad.pdf?namen=nee', row(303, 404, 200, 404, 404, 200)]
	],
	'(gezin)/plan/[family]/overdracht/+page.server.ts': [
		['/plan/piet-gezin/overdracht', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/overdracht', row(303, 404, 404, 403, 404, 404)]
	],
	'(gezin)/plan/[family]/overdracht/[handover]/+page.server.ts': [
		['/plan/piet-gezin/overdracht/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/besproken/+page.server.ts': [
		['/plan/piet-gezin/besproken', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/besproken', row(303, 404, 404, 403, 404, 404)]
	],
	'(gezin)/plan/[family]/overleg/+page.server.ts': [
		['/plan/piet-gezin/overleg', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/overleg', row(303, 404, 404, 403, 404, 404)]
	],
	// The samples have no meetings and no questions: what is not there and what is hidden answer alike.
	'(gezin)/plan/[family]/overleg/[meeting]/+page.server.ts': [
		['/plan/piet-gezin/overleg/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/overleg/[meeting]/agenda.ics/+server.ts': [
		['/plan/piet-gezin/overleg/nergens/agenda.ics', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/vragen/+page.server.ts': [
		['/plan/piet-gezin/vragen', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/vragen', row(303, 404, 404, 403, 404, 404)]
	],
	'(gezin)/plan/[family]/vragen/[question]/+page.server.ts': [
		['/plan/piet-gezin/vragen/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/termijnen/+page.server.ts': [
		['/plan/piet-gezin/termijnen', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/termijnen', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/termijnen', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts': [
		['/plan/piet-gezin/doel/piet-doel-thuis/stem', row(303, 200, 404, 404, 200, 404)],
		['/plan/huizen-gezin/doel/piet-doel-thuis/stem', row(303, 404, 404, 404, 404, 404)],
		['/plan/zestien-gezin/doel/zestien-doel-school/stem', row(303, 404, 404, 403, 404, 404)]
	],
	'(gezin)/plan/[family]/feiten/+page.server.ts': [
		['/plan/piet-gezin/feiten', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/feiten', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/feiten', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/stem/+page.server.ts': [
		['/plan/piet-gezin/stem', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/stem', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/stem', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/stem/[part]/+page.server.ts': [
		['/plan/piet-gezin/stem/piet-situatie-thuis', row(303, 200, 404, 404, 200, 404)],
		['/plan/piet-gezin/stem/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/netwerk/+page.server.ts': [
		['/plan/piet-gezin/netwerk', row(303, 200, 404, 404, 200, 404)],
		['/plan/huizen-gezin/netwerk', row(303, 404, 200, 404, 404, 200)],
		['/plan/nergens/netwerk', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/steun/+page.server.ts': [
		['/plan/piet-gezin/steun', row(303, 200, 404, 404, 404, 404)],
		['/plan/zestien-gezin/steun', row(303, 404, 404, 404, 404, 404)],
		['/plan/nergens/steun', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/versies/+page.server.ts': [
		['/plan/piet-gezin/versies', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/versies', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/versies', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/versies/[number]/+page.server.ts': [
		['/plan/piet-gezin/versies/1', row(303, 200, 404, 404, 200, 404)],
		['/plan/piet-gezin/versies/2', row(303, 404, 404, 404, 404, 404)],
		['/plan/piet-gezin/versies/0x1', row(303, 404, 404, 404, 404, 404)],
		['/plan/zestien-gezin/versies/1', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/versies/1', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/voorstellen/+page.server.ts': [
		['/plan/piet-gezin/voorstellen', familyOfPiet],
		['/plan/zestien-gezin/voorstellen', row(303, 404, 404, 403, 404, 404)],
		['/plan/nergens/voorstellen', row(303, 404, 404, 404, 404, 404)]
	],
	// There is one version yet: the one of now cannot be put back.
	'(gezin)/plan/[family]/versies/[number]/terugzetten/+page.server.ts': [
		['/plan/piet-gezin/versies/1/terugzetten', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/doel/[goal]/+page.server.ts': [
		['/plan/piet-gezin/doel/piet-doel-thuis', row(303, 200, 404, 404, 200, 404)],
		['/plan/huizen-gezin/doel/huizen-doel-wissel', row(303, 404, 200, 404, 404, 200)],
		// A goal of another family, and one whose child shares it with nobody.
		['/plan/huizen-gezin/doel/piet-doel-thuis', row(303, 404, 404, 404, 404, 404)],
		['/plan/zestien-gezin/doel/zestien-doel-school', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/doel/[goal]/stap/[step]/+page.server.ts': [
		['/plan/piet-gezin/doel/piet-doel-thuis/stap/nieuw', familyOfPiet],
		['/plan/piet-gezin/doel/piet-doel-thuis/stap/piet-stap-eten', familyOfPiet],
		[
			'/plan/piet-gezin/doel/piet-doel-thuis/stap/piet-stap-fotos',
			row(303, 404, 404, 404, 404, 404)
		]
	],
	'(gezin)/plan/[family]/doel/[goal]/wijzig/+page.server.ts': [
		['/plan/piet-gezin/doel/piet-doel-thuis/wijzig', familyOfPiet]
	],
	'(gezin)/plan/[family]/doel/nieuw/+page.server.ts': [
		['/plan/piet-gezin/doel/nieuw', familyOfPiet]
	],
	'(gezin)/plan/[family]/einde/+page.server.ts': [
		['/plan/piet-gezin/einde', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin/einde', row(303, 404, 404, 404, 404, 404)]
	],
	'(gezin)/plan/[family]/einde/wijzig/+page.server.ts': [
		['/plan/piet-gezin/einde/wijzig', familyOfPiet]
	],
	'(gezin)/plan/[family]/situatie/[situation]/+page.server.ts': [
		['/plan/piet-gezin/situatie/nieuw', familyOfPiet],
		['/plan/piet-gezin/situatie/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	// Piet is under no measure of the court: there is nothing to write here.
	'(gezin)/plan/[family]/voorwaarde/[exit]/+page.server.ts': [
		['/plan/piet-gezin/voorwaarde/nieuw', row(303, 404, 404, 404, 404, 404)],
		['/plan/zestien-gezin/voorwaarde/nieuw', row(303, 404, 404, 404, 404, 404)]
	],
	// Who has nothing of a family to read is led to the page for everyone.
	'(gezin)/rechten/nu/+page.server.ts': [['/rechten/nu', row(303, 200, 200, 303, 303, 303)]],
	'(gezin)/thuis/+page.server.ts': [['/thuis', row(303, 200, 200, 200, 303, 303)]],
	'(gezin)/thuis/regisseur/+page.server.ts': [
		['/thuis/regisseur', row(303, 200, 200, 403, 200, 200)]
	],
	'(regie)/werk/+page.server.ts': [
		['/werk', row(303, 404, 404, 404, 200, 200)],
		['/werk?wacht=vraag', row(303, 404, 404, 404, 200, 200)]
	],
	'(regie)/werk/[family]/+page.server.ts': [
		['/werk/piet-gezin', row(303, 404, 404, 404, 200, 404)],
		['/werk/huizen-gezin', row(303, 404, 404, 404, 404, 200)],
		['/werk/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	'(regie)/werk/[family]/later/+page.server.ts': [
		['/werk/piet-gezin/later', row(303, 404, 404, 404, 200, 404)],
		['/werk/nergens/later', nobodys]
	],
	// Regisseurs keep no region; tests/e2e/regional-help.spec.ts has who does.
	'(beheer)/beheer/verhalen/[region]/+page.server.ts': [
		['/beheer/verhalen/haaglanden', nobodys],
		['/beheer/verhalen/nergens', nobodys]
	],
	'(beheer)/beheer/hulp/+page.server.ts': [['/beheer/hulp', row(303, 404, 404, 404, 404, 404)]],
	'(beheer)/beheer/hulp/[region]/+page.server.ts': [
		['/beheer/hulp/haaglanden', row(303, 404, 404, 404, 404, 404)],
		['/beheer/hulp/nergens', row(303, 404, 404, 404, 404, 404)]
	],
	// None of these sits in a council; tests/e2e/council.spec.ts has who does.
	'(raad)/raad/+page.server.ts': [['/raad', nobodys]],
	'(raad)/raad/[organisation]/+page.server.ts': [
		['/raad/wijkteam-rijnmond', nobodys],
		['/raad/nergens', nobodys]
	],
	'(raad)/raad/[organisation]/[quarter]/[table]/+page.server.ts': [
		['/raad/wijkteam-rijnmond/2026-Q3/use.parent.ageBand', nobodys]
	],
	'(raad)/raad/[organisation]/[quarter]/[table]/tabel.csv/+server.ts': [
		['/raad/wijkteam-rijnmond/2026-Q3/use.parent.ageBand/tabel.csv', nobodys]
	],
	'(raad)/raad/[organisation]/[quarter]/[table]/tabel.pdf/+server.ts': [
		['/raad/wijkteam-rijnmond/2026-Q3/use.parent.ageBand/tabel.pdf', nobodys]
	],
	'(open)/gedaan/[organisation]/+page.server.ts': [
		['/gedaan/wijkteam-rijnmond', everyone(200)],
		['/gedaan/nergens', everyone(404)]
	],
	'(open)/+page.svelte': [['/', everyone(200)]],
	'(open)/mening/regio/[region]/+page.server.ts': [
		['/mening/regio/haaglanden', everyone(200)],
		['/mening/regio/nergens', everyone(404)]
	],
	'(open)/mening/regio/[region]/klaar/+page.server.ts': [
		['/mening/regio/haaglanden/klaar', everyone(200)]
	],
	'(open)/mening/regio/[region]/[audience]/[moment]/+page.server.ts': [
		['/mening/regio/haaglanden/parent/open', everyone(200)],
		['/mening/regio/nergens/parent/open', everyone(404)],
		['/mening/regio/haaglanden/parent/end', everyone(404)]
	],
	'(open)/begin/+page.server.ts': [['/begin', everyone(200)]],
	// Without words of a guest it leads to where they begin.
	'(open)/begin/[domain]/+page.server.ts': [
		['/begin/wonen', everyone(303)],
		['/begin/nergens', everyone(404)]
	],
	'(open)/gevraagd/[token]/+page.server.ts': [['/gevraagd/nergens', everyone(200)]],
	'(open)/rechten/moet-dit/+page.server.ts': [['/rechten/moet-dit', everyone(200)]],
	'(open)/hulp/+page.server.ts': [['/hulp', everyone(200)]],
	'(open)/hulp/jongere/+page.server.ts': [['/hulp/jongere', everyone(200)]],
	'(open)/hulp/[region]/+page.server.ts': [
		['/hulp/rijnmond', everyone(200)],
		['/hulp/nergens', everyone(404)]
	],
	'(open)/rechten/+page.svelte': [['/rechten', everyone(200)]],
	'(open)/rechten/zoeken/+page.server.ts': [['/rechten/zoeken', everyone(200)]],
	'(open)/woorden/+page.server.ts': [['/woorden', everyone(200)]],
	'(open)/woorden/op-elkaar/+page.server.ts': [['/woorden/op-elkaar', everyone(200)]],
	'(open)/rechten/[audience]/+page.server.ts': [
		['/rechten/ouder', everyone(200)],
		['/rechten/jongere', everyone(200)],
		['/rechten/niemand', everyone(404)]
	],
	'(open)/rechten/[audience]/[slug]/+page.server.ts': [
		['/rechten/ouder/klacht', everyone(200)],
		['/rechten/jongere/klacht', everyone(200)],
		['/rechten/ouder/nergens', everyone(404)]
	],
	'(open)/veilig/+page.svelte': [['/veilig', everyone(200)]],
	'(open)/lezen/+page.server.ts': [['/lezen', everyone(200)]],
	'(open)/zonder-internet/+page.svelte': [['/zonder-internet', everyone(200)]],
	'meenemen.json/+server.ts': [['/meenemen.json', everyone(200)]],
	'(open)/inloggen/+page.server.ts': [['/inloggen', everyone(200)]],
	'(open)/inloggen/code/+page.server.ts': [['/inloggen/code', everyone(200)]],
	'(open)/inloggen/link/[token]/+page.server.ts': [['/inloggen/link/nergens', everyone(200)]],
	'(open)/inloggen/sleutel/+page.server.ts': [['/inloggen/sleutel', everyone(200)]],
	'(open)/inloggen/sleutel/nieuw/[token]/+page.server.ts': [
		['/inloggen/sleutel/nieuw/nergens', everyone(200)]
	],
	'(open)/inloggen/wie/+page.server.ts': [['/inloggen/wie', everyone(303)]],
	'(open)/uitnodiging/naast/[token]/+page.server.ts': [
		['/uitnodiging/naast/nergens', everyone(200)]
	],
	'(open)/uitnodiging/[token]/+page.server.ts': [['/uitnodiging/nergens', everyone(200)]],
	'(open)/demo/aanmelden/+server.ts': [['/demo/aanmelden', everyone(404)]],
	'+layout.server.ts': [['/nergens', everyone(404)]],
	'.well-known/security.txt/+server.ts': [['/.well-known/security.txt', everyone(200)]],
	'afmelden/+server.ts': [['/afmelden', everyone(405)]],
	'api/v1/case-message.schema.json/+server.ts': [
		['/api/v1/case-message.schema.json', everyone(200)]
	],
	'healthz/+server.ts': [['/healthz', everyone(200)]],
	'readyz/+server.ts': [['/readyz', everyone(200)]],
	'sessie/verlengen/+server.ts': [['/sessie/verlengen', everyone(405)]],
	// The calendar ends the session: asked last.
	'weg/verder/+server.ts': [['/weg/verder', everyone(405)]],
	'weg/+server.ts': [['/weg', everyone(200)]]
};

/** What a form that is filled in well sends, and what a visitor without a session then gets. */
type Sent = {
	readonly to: string;
	readonly form: Readonly<Record<string, string>>;
	readonly visitor: Status;
};

const key = '0b9f3f3e-3b0a-4c53-9d0e-0d3b6e7c1a11';

/** The actions of one page of a family: a visitor goes to sign in. */
const writing = (
	file: string,
	path: string,
	forms: Readonly<Record<string, Readonly<Record<string, string>>>>
): Record<string, Sent> =>
	Object.fromEntries(
		Object.entries(forms).map(([name, form]) => [
			`${file} action ${name}`,
			{ to: `${path}?/${name}`, form: { key, ...form }, visitor: 303 }
		])
	);

/** What a browser sends of a passkey, in its right form and about nothing. */
const answerWith = (response: Record<string, string>) =>
	JSON.stringify({ id: 'AA', rawId: 'AA', type: 'public-key', response });
const madeKey = answerWith({ clientDataJSON: 'AA', attestationObject: 'AA' });
const usedKey = answerWith({ clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' });

/** Writing: for each action and each POST of `table.ts`. */
export const WRITING: Readonly<Record<string, Sent>> = {
	'(gezin)/later/+page.server.ts action start': {
		to: '/later?/start',
		form: { key },
		visitor: 303
	},
	'(gezin)/later/+page.server.ts action erase': {
		to: '/later?/erase',
		form: { key, sure: 'ja' },
		visitor: 303
	},
	'(gezin)/later/[domain]/+page.server.ts action save': {
		to: '/later/wonen?/save',
		form: { domain: 'wonen', wens: 'Een kamer' },
		visitor: 303
	},
	'(gezin)/later/basis/+page.server.ts action set': {
		to: '/later/basis?/set',
		form: { key, basic: 'wonen', state: 'op_orde' },
		visitor: 303
	},
	'(gezin)/later/basis/+page.server.ts action ask': {
		to: '/later/basis?/ask',
		form: { key, name: 'tante' },
		visitor: 303
	},
	'(gezin)/later/basis/+page.server.ts action askProfessional': {
		to: '/later/basis?/askProfessional',
		form: { key, person: 'gi-hanneke' },
		visitor: 303
	},
	'(gezin)/later/basis/+page.server.ts action withdraw': {
		to: '/later/basis?/withdraw',
		form: { key, stay: 'nergens' },
		visitor: 303
	},
	'(gezin)/mening/[family]/[moment]/+page.server.ts action send': {
		to: '/mening/nergens/end?/send',
		form: { use: '7' },
		visitor: 303
	},
	'(gezin)/mening/[family]/[moment]/[question]/+page.server.ts action answer': {
		to: '/mening/nergens/end/use?/answer',
		form: { use: '7' },
		visitor: 303
	},
	'(gezin)/mening/naast/[jim]/[moment]/+page.server.ts action send': {
		to: '/mening/naast/nergens/end?/send',
		form: { use: '7' },
		visitor: 303
	},
	'(gezin)/mening/naast/[jim]/[moment]/[question]/+page.server.ts action answer': {
		to: '/mening/naast/nergens/end/use?/answer',
		form: { use: '7' },
		visitor: 303
	},
	'(open)/mening/regio/[region]/[audience]/[moment]/+page.server.ts action send': {
		to: '/mening/regio/nergens/parent/open?/send',
		form: { key, without: '2' },
		visitor: 404
	},
	'(open)/begin/+page.server.ts action start': { to: '/begin?/start', form: { key }, visitor: 303 },
	'(open)/begin/+page.server.ts action attach': {
		to: '/begin?/attach',
		form: { key },
		visitor: 303
	},
	'(open)/begin/+page.server.ts action erase': {
		to: '/begin?/erase',
		form: { sure: 'ja' },
		visitor: 303
	},
	'(open)/begin/[domain]/+page.server.ts action save': {
		to: '/begin/wonen?/save',
		form: { domain: 'wonen', wens: 'Een kamer' },
		visitor: 404
	},
	'(open)/begin/bewaar/+server.ts POST': {
		to: '/begin/bewaar',
		form: { domain: 'wonen', wens: 'Een kamer' },
		visitor: 404
	},
	'(open)/gevraagd/[token]/+page.server.ts action default': {
		to: '/gevraagd/nergens',
		form: { key, says: 'ja' },
		visitor: 404
	},
	'(gezin)/later/bewaar/+server.ts POST': {
		to: '/later/bewaar',
		form: { domain: 'wonen', wens: 'Een kamer' },
		visitor: 401
	},
	'(gezin)/later/plaatjes/[domain]/[field]/+page.server.ts action save': {
		to: '/later/plaatjes/wonen/wens?/save',
		form: { domain: 'wonen', field: 'wens', picks: '1' },
		visitor: 303
	},
	'(gezin)/later/plaatjes/bewaar/+server.ts POST': {
		to: '/later/plaatjes/bewaar',
		form: { domain: 'wonen', field: 'wens', picks: '1' },
		visitor: 401
	},
	'(gezin)/later/tijdlijn/+page.server.ts action answer': {
		to: '/later/tijdlijn?/answer',
		form: { key, school: 'nee' },
		visitor: 303
	},
	'(gezin)/later/tijdlijn/+page.server.ts action mark': {
		to: '/later/tijdlijn?/mark',
		form: { key, mark: 'woning gedaan' },
		visitor: 303
	},
	'(gezin)/later/tijdlijn/+page.server.ts action remind': {
		to: '/later/tijdlijn?/remind',
		form: { key, by: 'mail' },
		visitor: 303
	},
	'(gezin)/later/tips/+page.server.ts action take': {
		to: '/later/tips?/take',
		form: { key, form: 'nergens', words: 'Bel oma' },
		visitor: 303
	},
	'(gezin)/later/tips/+page.server.ts action aside': {
		to: '/later/tips?/aside',
		form: { key, form: 'nergens' },
		visitor: 303
	},
	'(gezin)/later/toestel/+page.server.ts action on': {
		to: '/later/toestel?/on',
		form: { key },
		visitor: 303
	},
	'(gezin)/later/toestel/+page.server.ts action off': {
		to: '/later/toestel?/off',
		form: { key },
		visitor: 303
	},
	'(gezin)/later/toestel/sleutel/+server.ts POST': {
		to: '/later/toestel/sleutel',
		form: {},
		visitor: 401
	},
	'(gezin)/later/van/[person]/+page.server.ts action tip': {
		to: '/later/van/zestien-yara?/tip',
		form: { key, form: 'wonen', field: 'stap', words: 'Bel oma' },
		visitor: 303
	},
	'(gezin)/later/delen/[person]/+page.server.ts action share': {
		to: '/later/delen/zestien-tante?/share',
		form: { key, part: 'wonen', with: 'zestien-tante' },
		visitor: 303
	},
	'(gezin)/later/delen/[person]/+page.server.ts action stop': {
		to: '/later/delen/zestien-tante?/stop',
		form: { key, part: 'wonen', with: 'zestien-tante' },
		visitor: 303
	},
	'(gezin)/later/delen/[person]/+page.server.ts action stopAll': {
		to: '/later/delen/zestien-tante?/stopAll',
		form: { key, with: 'zestien-tante' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action language': {
		to: '/ik?/language',
		form: { key, language: 'en' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action end': {
		to: '/ik?/end',
		form: { key, session: 'anything' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action addKey': {
		to: '/ik?/addKey',
		form: { key, answer: madeKey },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action removeKey': {
		to: '/ik?/removeKey',
		form: { key, passkey: 'anything' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action share': {
		to: '/ik?/share',
		form: { key, family: 'zestien-gezin', with: 'zestien-moeder' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action unshare': {
		to: '/ik?/unshare',
		form: { key, family: 'zestien-gezin', with: 'zestien-moeder' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action unsupport': {
		to: '/ik?/unsupport',
		form: { key, family: 'piet-gezin', support: 'nergens' },
		visitor: 303
	},
	'(open)/rechten/zoeken/+page.server.ts action default': {
		to: '/rechten/zoeken',
		form: { words: 'voogd' },
		visitor: 200
	},
	...writing('(gezin)/mening/[family]/verhaal/+page.server.ts', '/mening/nergens/verhaal', {
		write: { words: 'Het ging goed.' },
		agree: { story: 'nergens' },
		takeBack: { story: 'nergens' }
	}),
	...writing('(gezin)/mening/[family]/cijfer/+page.server.ts', '/mening/nergens/cijfer', {
		give: { record: 'nergens', use: '7', yes: 'ja' },
		takeBack: { record: 'nergens' }
	}),
	...writing('(beheer)/beheer/verhalen/[region]/+page.server.ts', '/beheer/verhalen/rijnmond', {
		edit: { story: 'nergens', words: 'Het ging goed.' },
		refuse: { story: 'nergens' }
	}),
	...writing('(raad)/raad/[organisation]/+page.server.ts', '/raad/wijkteam-rijnmond', {
		advise: {
			criterion: 'use',
			finding: 'Ouders wachten.',
			advice: 'Bel binnen een week.',
			askedBy: '2027-01-31'
		},
		answer: { advice: 'nergens', words: 'Ja.', improvement: 'Bellen.', chosenWith: 'Ouders.' }
	}),
	...writing('(beheer)/beheer/hulp/[region]/+page.server.ts', '/beheer/hulp/rijnmond', {
		add: {
			kind: 'anders',
			name: 'Hulp',
			words: 'Helpt.',
			phone: '010 000 0009',
			checkedOn: '2026-11-01'
		},
		change: {
			help: 'rijnmond-wijkteam',
			kind: 'anders',
			name: 'Hulp',
			words: 'Helpt.',
			phone: '010 000 0009',
			checkedOn: '2026-11-01'
		},
		confirm: { help: 'rijnmond-wijkteam' },
		remove: { help: 'rijnmond-wijkteam' }
	}),
	'(regie)/werk/+page.server.ts action zoek': {
		to: '/werk?/zoek',
		form: { words: 'Jansen' },
		visitor: 303
	},
	'(regie)/werk/+page.server.ts action answer': {
		to: '/werk?/answer',
		form: { key, succession: 'nergens', says: 'ja' },
		visitor: 303
	},
	'(regie)/werk/[family]/later/+page.server.ts action record': {
		to: '/werk/piet-gezin/later?/record',
		form: { key, form: 'piet', kind: 'gevraagd', on: '2026-11-20' },
		visitor: 303
	},
	'(regie)/werk/[family]/later/+page.server.ts action withdraw': {
		to: '/werk/piet-gezin/later?/withdraw',
		form: { key, offer: 'nergens' },
		visitor: 303
	},
	'(regie)/werk/[family]/+page.server.ts action ask': {
		to: '/werk/piet-gezin?/ask',
		form: { key, to: 'jeugdteam-joost', from: '2026-12-24', reason: 'Ander werk.' },
		visitor: 303
	},
	'(regie)/werk/[family]/+page.server.ts action withdraw': {
		to: '/werk/piet-gezin?/withdraw',
		form: { key, succession: 'nergens' },
		visitor: 303
	},
	'(regie)/werk/[family]/+page.server.ts action standIn': {
		to: '/werk/piet-gezin?/standIn',
		form: {
			key,
			standIn: 'jeugdteam-joost',
			standInFrom: '2026-12-01',
			standInUntil: '2026-12-02'
		},
		visitor: 303
	},
	...writing('(gezin)/naast-mij/+page.server.ts', '/naast-mij', {
		withdraw: { jim: 'nergens' },
		stop: { jim: 'nergens' }
	}),
	...writing('(gezin)/naast-mij/mensen/+page.server.ts', '/naast-mij/mensen', {
		add: { name: 'Bas' },
		change: { entry: 'nergens', name: 'Bas', circle: 'ver' },
		place: { entry: 'nergens', circle: 'ver', angle: '90' },
		remove: { entry: 'nergens' }
	}),
	...writing('(gezin)/naast-mij/denken/klaar/+page.server.ts', '/naast-mij/denken/klaar', {
		remind: { on: '2027-01-12' },
		wish: { wish: 'wil_niet' }
	}),
	...writing('(gezin)/naast-mij/delen/[jim]/+page.server.ts', '/naast-mij/delen/nergens', {
		share: { jim: 'nergens', part: 'doelen', share: 'ja' },
		words: { jim: 'nergens', words: 'Dag' },
		tell: { jim: 'nergens' },
		show: { view: 'nergens' }
	}),
	...writing('(gezin)/naast-mij/briefjes/[jim]/+page.server.ts', '/naast-mij/briefjes/nergens', {
		danger: {},
		write: { words: 'Dag' },
		remove: { note: 'nergens' }
	}),
	...writing('(gezin)/naast-mij/gesprek/[jim]/+page.server.ts', '/naast-mij/gesprek/nergens', {
		add: { topic: 'wie', words: 'Ik' },
		remove: { line: 'nergens' }
	}),
	...writing('(gezin)/naast-mij/voor/[jim]/+page.server.ts', '/naast-mij/voor/nergens', {
		view: { goal: 'nergens', words: 'Goed' },
		stop: { jim: 'nergens' }
	}),
	'(gezin)/naast-mij/denken/[question]/+page.server.ts action default': {
		to: '/naast-mij/denken/1',
		form: { key, name: 'Bas' },
		visitor: 303
	},
	'(gezin)/naast-mij/vragen/+page.server.ts action default': {
		to: '/naast-mij/vragen',
		form: { key, name: 'Bas' },
		visitor: 303
	},
	'(gezin)/naast-mij/bij/[jim]/+page.server.ts action default': {
		to: '/naast-mij/bij/nergens',
		form: { key, says: 'eens', mayRead: 'ja' },
		visitor: 303
	},
	'(regie)/werk/[family]/+page.server.ts action progress': {
		to: '/werk/piet-gezin?/progress',
		form: { key, youth: 'piet' },
		visitor: 303
	},
	'(regie)/werk/[family]/+page.server.ts action back': {
		to: '/werk/piet-gezin?/back',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/netwerk/+page.server.ts action add': {
		to: '/plan/piet-gezin/netwerk?/add',
		form: { key, name: 'Ria', help: 'Oppassen', since: '2026-11-01' },
		visitor: 303
	},
	'(gezin)/plan/[family]/netwerk/+page.server.ts action change': {
		to: '/plan/piet-gezin/netwerk?/change',
		form: { key, line: 'nergens', name: 'Ria', help: 'Oppassen', since: '2026-11-01' },
		visitor: 303
	},
	'(gezin)/plan/[family]/netwerk/+page.server.ts action end': {
		to: '/plan/piet-gezin/netwerk?/end',
		form: { key, line: 'nergens' },
		visitor: 303
	},
	'(gezin)/plan/[family]/steun/+page.server.ts action bring': {
		to: '/plan/piet-gezin/steun?/bring',
		form: {
			key,
			givenName: 'Ria',
			familyName: 'Visser',
			email: 'ria@example.org',
			kind: 'naaste',
			children: 'piet'
		},
		visitor: 303
	},
	'(gezin)/plan/[family]/steun/+page.server.ts action stop': {
		to: '/plan/piet-gezin/steun?/stop',
		form: { key, family: 'piet-gezin', support: 'nergens' },
		visitor: 303
	},
	'(gezin)/ik/+page.server.ts action everywhere': {
		to: '/ik?/everywhere',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/overdracht/+page.server.ts action start': {
		to: '/plan/piet-gezin/overdracht?/start',
		form: {
			...{ key, children: 'piet', talkOn: '2026-11-20', resultWords: 'a', riskWords: 'b' },
			...{ relapseWords: 'c', nextWords: 'd' }
		},
		visitor: 303
	},
	'(gezin)/plan/[family]/overdracht/[handover]/+page.server.ts action revise': {
		to: '/plan/piet-gezin/overdracht/nergens?/revise',
		form: {
			...{ key, revision: '1', talkOn: '2026-11-20', resultWords: 'a', riskWords: 'b' },
			...{ relapseWords: 'c', nextWords: 'd' }
		},
		visitor: 303
	},
	'(gezin)/plan/[family]/overdracht/[handover]/+page.server.ts action answer': {
		to: '/plan/piet-gezin/overdracht/nergens?/answer',
		form: { key, revision: '1', says: 'ja' },
		visitor: 303
	},
	...writing('(gezin)/plan/[family]/overleg/+page.server.ts', '/plan/piet-gezin/overleg', {
		plan: {
			day: '2027-01-12',
			time: '14:30',
			minutes: '60',
			children: 'piet',
			invited: 'piet-vader'
		},
		propose: { question: 'Graag een gesprek' }
	}),
	...writing(
		'(gezin)/plan/[family]/overleg/[meeting]/+page.server.ts',
		'/plan/piet-gezin/overleg/nergens',
		{
			addPoint: { point: 'School' },
			withdrawPoint: { withdraw: 'nergens' },
			bring: { supporter: 'mijn zus' },
			withdrawSupporter: { withdraw: 'nergens' },
			change: { day: '2027-01-12', time: '14:30', minutes: '60', change: 'Ziek' },
			cancel: { cancel: 'Ziek' },
			decide: { decision: 'Wij bellen school' },
			makeStep: { decided: 'nergens', title: 'Bellen', goal: 'x', owner: 'y', due: '' }
		}
	),
	...writing('(gezin)/plan/[family]/besproken/+page.server.ts', '/plan/piet-gezin/besproken', {
		write: { day: '2026-11-01', present: 'Wij', why: 'Daarom', outcome: 'Dit', children: 'x' }
	}),
	...writing('(gezin)/plan/[family]/vragen/+page.server.ts', '/plan/piet-gezin/vragen', {
		ask: { question: 'Wanneer bellen wij?' }
	}),
	...writing(
		'(gezin)/plan/[family]/vragen/[question]/+page.server.ts',
		'/plan/piet-gezin/vragen/nergens',
		{
			reply: { reply: 'Morgen' },
			move: { to: '2027-01-12', reason: 'Ziek' },
			close: {}
		}
	),
	'(gezin)/plan/[family]/termijnen/+page.server.ts action record': {
		to: '/plan/zestien-gezin/termijnen?/record',
		form: {
			...{ key, child: 'zestien-yara', term: 'contact_ots', moment: 'start' },
			on: '2026-11-09'
		},
		visitor: 303
	},
	'(gezin)/plan/[family]/termijnen/+page.server.ts action correct': {
		to: '/plan/zestien-gezin/termijnen?/correct',
		form: { key, event: 'anything', on: '2026-11-09' },
		visitor: 303
	},
	'(gezin)/plan/[family]/termijnen/+page.server.ts action withdraw': {
		to: '/plan/zestien-gezin/termijnen?/withdraw',
		form: { key, event: 'anything' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts action agree': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stem?/agree',
		form: { key, subject: 'goal:piet-doel-thuis', answer: 'eens', reason: '' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts action state': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stem?/state',
		form: { key, subject: 'goal:piet-doel-thuis', words: 'mijn woorden' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts action withdraw': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stem?/withdraw',
		form: { key, statement: 'iets' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts action answer': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stem?/answer',
		form: { key, statement: 'iets', words: 'antwoord' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/+page.server.ts action agree': {
		to: '/plan/piet-gezin/stem?/agree',
		form: { key, subject: 'plan:piet-plan', answer: 'eens', reason: '' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/+page.server.ts action state': {
		to: '/plan/piet-gezin/stem?/state',
		form: { key, subject: 'plan:piet-plan', words: 'mijn woorden' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/+page.server.ts action withdraw': {
		to: '/plan/piet-gezin/stem?/withdraw',
		form: { key, statement: 'iets' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/+page.server.ts action answer': {
		to: '/plan/piet-gezin/stem?/answer',
		form: { key, statement: 'iets', words: 'antwoord' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/[part]/+page.server.ts action state': {
		to: '/plan/piet-gezin/stem/piet-situatie-thuis?/state',
		form: { key, subject: 'situation:piet-situatie-thuis', words: 'mijn woorden' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/[part]/+page.server.ts action withdraw': {
		to: '/plan/piet-gezin/stem/piet-situatie-thuis?/withdraw',
		form: { key, statement: 'iets' },
		visitor: 303
	},
	'(gezin)/plan/[family]/stem/[part]/+page.server.ts action answer': {
		to: '/plan/piet-gezin/stem/piet-situatie-thuis?/answer',
		form: { key, statement: 'iets', words: 'antwoord' },
		visitor: 303
	},
	'(gezin)/plan/[family]/feiten/+page.server.ts action write': {
		to: '/plan/piet-gezin/feiten?/write',
		form: {
			key,
			kind: 'feit',
			words: 'tekst',
			saidBy: 'de juf',
			saidOn: '2026-11-01',
			children: 'piet'
		},
		visitor: 303
	},
	'(gezin)/plan/[family]/feiten/+page.server.ts action ask': {
		to: '/plan/piet-gezin/feiten?/ask',
		form: { key, claim: 'iets', wrong: 'dit', right: 'dat' },
		visitor: 303
	},
	'(gezin)/plan/[family]/feiten/+page.server.ts action decide': {
		to: '/plan/piet-gezin/feiten?/decide',
		form: { key, correction: 'iets', outcome: 'niet_aangepast', answer: 'nee', newWords: '' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action offer': {
		to: '/plan/nergens/eigen-plan?/offer',
		form: { key, words: 'Wilt u dit?' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action exclude': {
		to: '/plan/nergens/eigen-plan?/exclude',
		form: { key, words: 'Nu niet.', reason: 'belang' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action begin': {
		to: '/plan/nergens/eigen-plan?/begin',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action decline': {
		to: '/plan/nergens/eigen-plan?/decline',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action invite': {
		to: '/plan/nergens/eigen-plan?/invite',
		form: { key, person: 'piet-oma' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action uninvite': {
		to: '/plan/nergens/eigen-plan?/uninvite',
		form: { key, person: 'piet-oma' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action add': {
		to: '/plan/nergens/eigen-plan?/add',
		form: { key, kind: 'situatie', words: 'Zo is het.' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action change': {
		to: '/plan/nergens/eigen-plan?/change',
		form: { key, piece: 'nergens', words: 'Zo is het.' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action remove': {
		to: '/plan/nergens/eigen-plan?/remove',
		form: { key, piece: 'nergens' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action answer': {
		to: '/plan/nergens/eigen-plan?/answer',
		form: { key, words: 'Dank u.' },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts action takeOver': {
		to: '/plan/nergens/eigen-plan?/takeOver',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/eigen-plan/lezen/+page.server.ts action release': {
		to: '/plan/nergens/eigen-plan/lezen?/release',
		form: { key, shown: 'niets' },
		visitor: 303
	},
	'(gezin)/plan/[family]/voorstellen/+page.server.ts action answer': {
		to: '/plan/piet-gezin/voorstellen?/answer',
		form: { key, proposal: 'nergens', says: 'ja' },
		visitor: 303
	},
	'(gezin)/plan/[family]/voorstellen/+page.server.ts action withdraw': {
		to: '/plan/piet-gezin/voorstellen?/withdraw',
		form: { key, proposal: 'nergens' },
		visitor: 303
	},
	'(gezin)/plan/[family]/versies/[number]/terugzetten/+page.server.ts action default': {
		to: '/plan/piet-gezin/versies/1/terugzetten',
		form: { key, version: '1', seen: '2' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/+page.server.ts action move': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis?/move',
		form: { key, step: 'piet-stap-eten', state: 'klaar' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/+page.server.ts action score': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis?/score',
		form: { key, goal: 'piet-doel-thuis', score: '4' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/+page.server.ts action group': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis?/group',
		form: { key, goal: 'piet-doel-thuis', group: 'gestopt' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stap/[step]/+page.server.ts action save': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stap/nieuw?/save',
		form: { key, goal: 'piet-doel-thuis', title: 'Nieuw', owner: 'piet-oma' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/stap/[step]/+page.server.ts action propose': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/stap/nieuw?/propose',
		form: { key, goal: 'piet-doel-thuis', title: 'Nieuw', owner: 'piet-oma' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/wijzig/+page.server.ts action save': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/wijzig?/save',
		form: { key, ownWords: 'Anders', group: 'nu', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/[goal]/wijzig/+page.server.ts action propose': {
		to: '/plan/piet-gezin/doel/piet-doel-thuis/wijzig?/propose',
		form: { key, ownWords: 'Anders', group: 'nu', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/nieuw/+page.server.ts action save': {
		to: '/plan/piet-gezin/doel/nieuw?/save',
		form: { key, ownWords: 'Nieuw', group: 'nu', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/doel/nieuw/+page.server.ts action propose': {
		to: '/plan/piet-gezin/doel/nieuw?/propose',
		form: { key, ownWords: 'Nieuw', group: 'nu', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/einde/+page.server.ts action agree': {
		to: '/plan/piet-gezin/einde?/agree',
		form: { key },
		visitor: 303
	},
	'(gezin)/plan/[family]/einde/wijzig/+page.server.ts action save': {
		to: '/plan/piet-gezin/einde/wijzig?/save',
		form: { key, endWords: 'Zo houdt het op' },
		visitor: 303
	},
	'(gezin)/plan/[family]/einde/wijzig/+page.server.ts action propose': {
		to: '/plan/piet-gezin/einde/wijzig?/propose',
		form: { key, endWords: 'Zo houdt het op' },
		visitor: 303
	},
	'(gezin)/plan/[family]/situatie/[situation]/+page.server.ts action save': {
		to: '/plan/piet-gezin/situatie/nieuw?/save',
		form: { key, ownWords: 'Nieuw', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/situatie/[situation]/+page.server.ts action propose': {
		to: '/plan/piet-gezin/situatie/nieuw?/propose',
		form: { key, ownWords: 'Nieuw', children: 'piet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/voorwaarde/[exit]/+page.server.ts action save': {
		to: '/plan/zestien-gezin/voorwaarde/nieuw?/save',
		form: { key, child: 'zestien-yara', words: 'Nieuw', judge: 'iemand', state: 'nog_niet' },
		visitor: 303
	},
	'(gezin)/plan/[family]/voorwaarde/[exit]/+page.server.ts action propose': {
		to: '/plan/zestien-gezin/voorwaarde/nieuw?/propose',
		form: { key, child: 'zestien-yara', words: 'Nieuw', judge: 'iemand', state: 'nog_niet' },
		visitor: 303
	},
	'(open)/inloggen/+page.server.ts action default': {
		to: '/inloggen',
		form: { key, email: 'iemand@example.org' },
		visitor: 303
	},
	'(open)/inloggen/code/+page.server.ts action default': {
		to: '/inloggen/code',
		form: { key, code: 'ABCDEF' },
		visitor: 303
	},
	'(open)/inloggen/link/[token]/+page.server.ts action default': {
		to: '/inloggen/link/nergens',
		form: { key },
		visitor: 303
	},
	'(open)/inloggen/sleutel/+page.server.ts action default': {
		to: '/inloggen/sleutel',
		form: { key, answer: usedKey },
		visitor: 400
	},
	'(open)/inloggen/sleutel/nieuw/[token]/+page.server.ts action code': {
		to: '/inloggen/sleutel/nieuw/nergens?/code',
		form: { key, personalCode: 'ABCDEF' },
		visitor: 303
	},
	'(open)/inloggen/sleutel/nieuw/[token]/+page.server.ts action make': {
		to: '/inloggen/sleutel/nieuw/nergens?/make',
		form: { key, answer: madeKey },
		visitor: 303
	},
	'(open)/inloggen/wie/+page.server.ts action default': {
		to: '/inloggen/wie',
		form: { key, personalCode: 'ABCDEF' },
		visitor: 303
	},
	'(open)/uitnodiging/naast/[token]/+page.server.ts action default': {
		to: '/uitnodiging/naast/nergens',
		form: { key, says: 'nee' },
		visitor: 303
	},
	'(open)/rechten/moet-dit/+page.server.ts action default': {
		to: '/rechten/moet-dit',
		form: { who: 'ouder', heard: 'druk' },
		visitor: 200
	},
	'(open)/lezen/+page.server.ts action default': {
		to: '/lezen',
		form: { key, text: 'large', speed: 'slow' },
		visitor: 303
	},
	'(open)/uitnodiging/[token]/+page.server.ts action default': {
		to: '/uitnodiging/nergens',
		form: { key },
		visitor: 303
	},
	'(open)/demo/aanmelden/+server.ts POST': {
		to: '/demo/aanmelden',
		form: { persoon: 'nobody' },
		visitor: 404
	},
	'afmelden/+server.ts POST': { to: '/afmelden', form: {}, visitor: 303 },
	'sessie/verlengen/+server.ts POST': { to: '/sessie/verlengen', form: {}, visitor: 401 },
	'weg/+server.ts POST': { to: '/weg', form: {}, visitor: 303 },
	'weg/verder/+server.ts POST': { to: '/weg/verder', form: {}, visitor: 303 }
};
