/**
 * Who may come through a door at all. What they then may see or do is the policy's to say.
 * - `open`: everyone, also without an account;
 * - `signed-in`: every person with a session;
 * - `family`: people who stand in a relation to the family of the page;
 * - `professional`: staff, with a second factor;
 * - `administrator`: staff who keep the texts of a region, with a second factor;
 * - `council`: who sits in the council of an organisation or answers it, with a second factor;
 * - `demo`: everyone, only where `DEMO=1`, else "not found";
 * - `machine`: another system with its own key, never a cookie.
 */
export type Who =
	| 'open'
	| 'signed-in'
	| 'family'
	| 'professional'
	| 'administrator'
	| 'council'
	| 'demo'
	| 'machine';

/**
 * One door. With `direct`, the reason why it does not go through `page`, `privatePage`, `privateFile`,
 * `formAction` or `privateAction` of `#lib/server/http.ts`.
 */
export type Door = Who | { readonly who: Who; readonly direct: string };

/**
 * Every entry point under `src/routes`, and each door in it:
 * - a page without server code: `page`;
 * - a load: `load`;
 * - an action: `action NAME` (`action default`);
 * - an endpoint: its verb, such as `GET`;
 * - a remote function: its name.
 */
export const ACCESS: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
	'(gezin)/ik/+page.server.ts': {
		load: 'signed-in',
		'action language': 'signed-in',
		'action end': 'signed-in',
		'action addKey': 'signed-in',
		'action removeKey': 'signed-in',
		'action share': 'signed-in',
		'action unshare': 'signed-in',
		'action unsupport': 'signed-in',
		'action everywhere': 'signed-in'
	},
	'(gezin)/naast-mij/+page.server.ts': {
		load: 'signed-in',
		'action withdraw': 'signed-in',
		'action stop': 'signed-in'
	},
	'(gezin)/naast-mij/mensen/+page.server.ts': {
		load: 'signed-in',
		'action add': 'signed-in',
		'action change': 'signed-in',
		'action place': 'signed-in',
		'action remove': 'signed-in'
	},
	'(gezin)/naast-mij/denken/[question]/+page.server.ts': {
		load: 'signed-in',
		'action default': 'signed-in'
	},
	'(gezin)/naast-mij/denken/klaar/+page.server.ts': {
		load: 'signed-in',
		'action remind': 'signed-in',
		'action wish': 'signed-in'
	},
	'(gezin)/naast-mij/vragen/+page.server.ts': {
		load: 'signed-in',
		'action default': 'signed-in'
	},
	'(gezin)/naast-mij/delen/[jim]/+page.server.ts': {
		load: 'signed-in',
		'action share': 'signed-in',
		'action words': 'signed-in',
		'action tell': 'signed-in',
		'action show': 'signed-in'
	},
	'(gezin)/naast-mij/briefjes/[jim]/+page.server.ts': {
		load: 'signed-in',
		'action danger': 'signed-in',
		'action write': 'signed-in',
		'action remove': 'signed-in'
	},
	'(gezin)/naast-mij/gesprek/[jim]/+page.server.ts': {
		load: 'signed-in',
		'action add': 'signed-in',
		'action remove': 'signed-in'
	},
	'(gezin)/naast-mij/voor/[jim]/+page.server.ts': {
		load: 'signed-in',
		'action view': 'signed-in',
		'action stop': 'signed-in'
	},
	'(gezin)/naast-mij/voor/[jim]/agenda.ics/+server.ts': { GET: 'signed-in' },
	'(gezin)/naast-mij/bij/[jim]/+page.server.ts': {
		load: 'signed-in',
		'action default': 'signed-in'
	},
	'(gezin)/later/+page.server.ts': {
		load: 'signed-in',
		'action start': 'signed-in',
		'action erase': 'signed-in'
	},
	'(gezin)/later/[domain]/+page.server.ts': { load: 'signed-in', 'action save': 'signed-in' },
	'(gezin)/later/basis/+page.server.ts': {
		load: 'signed-in',
		'action set': 'signed-in',
		'action ask': 'signed-in',
		'action askProfessional': 'signed-in',
		'action withdraw': 'signed-in'
	},
	'(gezin)/later/bewaar/+server.ts': { POST: 'signed-in' },
	'(gezin)/later/delen/+page.server.ts': { load: 'signed-in' },
	'(gezin)/later/delen/[person]/+page.server.ts': {
		load: 'signed-in',
		'action share': 'signed-in',
		'action stop': 'signed-in',
		'action stopAll': 'signed-in'
	},
	'(gezin)/later/meenemen/+page.server.ts': { load: 'signed-in' },
	'(gezin)/later/meenemen/alles.json/+server.ts': { GET: 'signed-in' },
	'(gezin)/later/meenemen/blad.html/+server.ts': { GET: 'signed-in' },
	'(gezin)/later/meenemen/blad.pdf/+server.ts': { GET: 'signed-in' },
	'(gezin)/later/plaatjes/+page.server.ts': { load: 'signed-in' },
	'(gezin)/later/plaatjes/[domain]/[field]/+page.server.ts': {
		load: 'signed-in',
		'action save': 'signed-in'
	},
	'(gezin)/later/plaatjes/bewaar/+server.ts': { POST: 'signed-in' },
	'(gezin)/later/tijdlijn/+page.server.ts': {
		load: 'signed-in',
		'action answer': 'signed-in',
		'action mark': 'signed-in',
		'action remind': 'signed-in'
	},
	'(gezin)/later/tijdlijn/agenda.ics/+server.ts': { GET: 'signed-in' },
	'(gezin)/later/tips/+page.server.ts': {
		load: 'signed-in',
		'action take': 'signed-in',
		'action aside': 'signed-in'
	},
	'(gezin)/later/toestel/+page.server.ts': {
		load: 'signed-in',
		'action on': 'signed-in',
		'action off': 'signed-in'
	},
	'(gezin)/later/toestel/sleutel/+server.ts': { POST: 'signed-in' },
	'(gezin)/later/van/[person]/+page.server.ts': { load: 'signed-in', 'action tip': 'signed-in' },
	'(gezin)/mening/+page.server.ts': { load: 'signed-in' },
	'(gezin)/mening/klaar/+page.server.ts': { load: 'signed-in' },
	'(gezin)/mening/[family]/[moment]/+page.server.ts': { load: 'family', 'action send': 'family' },
	'(gezin)/mening/[family]/[moment]/[question]/+page.server.ts': {
		load: 'family',
		'action answer': 'family'
	},
	'(gezin)/mening/[family]/cijfer/+page.server.ts': {
		load: 'family',
		'action give': 'family',
		'action takeBack': 'family'
	},
	'(gezin)/mening/naast/[jim]/[moment]/+page.server.ts': {
		load: 'signed-in',
		'action send': 'signed-in'
	},
	'(gezin)/mening/naast/[jim]/[moment]/[question]/+page.server.ts': {
		load: 'signed-in',
		'action answer': 'signed-in'
	},
	'(gezin)/mening/[family]/verhaal/+page.server.ts': {
		load: 'family',
		'action write': 'family',
		'action agree': 'family',
		'action takeBack': 'family'
	},
	'(gezin)/plan/+page.server.ts': { load: 'signed-in' },
	'(gezin)/plan/[family]/+page.server.ts': { load: 'family' },
	'(gezin)/plan/[family]/eigen-plan/+page.server.ts': {
		load: 'family',
		'action offer': 'family',
		'action exclude': 'family',
		'action begin': 'family',
		'action decline': 'family',
		'action invite': 'family',
		'action uninvite': 'family',
		'action add': 'family',
		'action change': 'family',
		'action remove': 'family',
		'action answer': 'family',
		'action takeOver': 'family'
	},
	'(gezin)/plan/[family]/eigen-plan/lezen/+page.server.ts': {
		load: 'family',
		'action release': 'family'
	},
	'(gezin)/plan/[family]/koelkast/+page.server.ts': { load: 'family' },
	'(gezin)/plan/[family]/koelkast/blad.pdf/+server.ts': { GET: 'family' },
	'(gezin)/plan/[family]/overdracht/+page.server.ts': { load: 'family', 'action start': 'family' },
	'(gezin)/plan/[family]/overdracht/[handover]/+page.server.ts': {
		load: 'family',
		'action revise': 'family',
		'action answer': 'family'
	},
	'(gezin)/plan/[family]/besproken/+page.server.ts': { load: 'family', 'action write': 'family' },
	'(gezin)/plan/[family]/overleg/+page.server.ts': {
		load: 'family',
		'action plan': 'family',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/overleg/[meeting]/+page.server.ts': {
		load: 'family',
		'action addPoint': 'family',
		'action withdrawPoint': 'family',
		'action bring': 'family',
		'action withdrawSupporter': 'family',
		'action change': 'family',
		'action cancel': 'family',
		'action decide': 'family',
		'action makeStep': 'family'
	},
	'(gezin)/plan/[family]/overleg/[meeting]/agenda.ics/+server.ts': {
		GET: {
			who: 'family',
			direct: 'a file for a calendar; asks through privatePage as the page does'
		}
	},
	'(gezin)/plan/[family]/vragen/+page.server.ts': { load: 'family', 'action ask': 'family' },
	'(gezin)/plan/[family]/vragen/[question]/+page.server.ts': {
		load: 'family',
		'action reply': 'family',
		'action move': 'family',
		'action close': 'family'
	},
	'(gezin)/plan/[family]/termijnen/+page.server.ts': {
		load: 'family',
		'action record': 'family',
		'action correct': 'family',
		'action withdraw': 'family'
	},
	'(gezin)/plan/[family]/doel/[goal]/stem/+page.server.ts': {
		load: 'family',
		'action agree': 'family',
		'action state': 'family',
		'action withdraw': 'family',
		'action answer': 'family'
	},
	'(gezin)/plan/[family]/feiten/+page.server.ts': {
		load: 'family',
		'action write': 'family',
		'action ask': 'family',
		'action decide': 'family'
	},
	'(gezin)/plan/[family]/stem/+page.server.ts': {
		load: 'family',
		'action agree': 'family',
		'action state': 'family',
		'action withdraw': 'family',
		'action answer': 'family'
	},
	'(gezin)/plan/[family]/stem/[part]/+page.server.ts': {
		load: 'family',
		'action state': 'family',
		'action withdraw': 'family',
		'action answer': 'family'
	},
	'(gezin)/plan/[family]/netwerk/+page.server.ts': {
		load: 'family',
		'action add': 'family',
		'action change': 'family',
		'action end': 'family'
	},
	'(gezin)/plan/[family]/steun/+page.server.ts': {
		load: 'family',
		'action bring': 'family',
		'action stop': 'family'
	},
	'(gezin)/plan/[family]/versies/+page.server.ts': { load: 'family' },
	'(gezin)/plan/[family]/versies/[number]/+page.server.ts': { load: 'family' },
	'(gezin)/plan/[family]/versies/[number]/terugzetten/+page.server.ts': {
		load: 'professional',
		'action default': 'professional'
	},
	'(gezin)/plan/[family]/voorstellen/+page.server.ts': {
		load: 'family',
		'action answer': 'family',
		'action withdraw': 'family'
	},
	'(gezin)/plan/[family]/doel/[goal]/+page.server.ts': {
		load: 'family',
		'action move': 'family',
		'action score': 'family',
		'action group': 'professional'
	},
	'(gezin)/plan/[family]/doel/[goal]/stap/[step]/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/doel/[goal]/wijzig/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/doel/nieuw/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/einde/+page.server.ts': { load: 'family', 'action agree': 'professional' },
	'(gezin)/plan/[family]/einde/wijzig/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/situatie/[situation]/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/plan/[family]/voorwaarde/[exit]/+page.server.ts': {
		load: 'family',
		'action save': 'professional',
		'action propose': 'family'
	},
	'(gezin)/rechten/nu/+page.server.ts': { load: 'signed-in' },
	'(gezin)/thuis/+page.server.ts': { load: 'signed-in' },
	'(gezin)/thuis/regisseur/+page.server.ts': { load: 'family' },
	'(open)/begin/+page.server.ts': {
		load: 'open',
		'action start': 'open',
		'action attach': 'signed-in',
		'action erase': 'open'
	},
	'(open)/begin/[domain]/+page.server.ts': { load: 'open', 'action save': 'open' },
	'(open)/begin/bewaar/+server.ts': { POST: 'open' },
	'(beheer)/beheer/hulp/+page.server.ts': { load: 'administrator' },
	'(beheer)/beheer/hulp/[region]/+page.server.ts': {
		load: 'administrator',
		'action add': 'administrator',
		'action change': 'administrator',
		'action confirm': 'administrator',
		'action remove': 'administrator'
	},
	'(beheer)/beheer/verhalen/[region]/+page.server.ts': {
		load: 'administrator',
		'action edit': 'administrator',
		'action refuse': 'administrator'
	},
	'(open)/+page.svelte': { page: 'open' },
	'(open)/demo/aanmelden/+server.ts': {
		POST: { who: 'demo', direct: 'makes a session of a chosen person; not found outside the demo' },
		fallback: { who: 'open', direct: 'says not found to every other method, in a demo and outside' }
	},
	'(open)/gevraagd/[token]/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/hulp/+page.server.ts': { load: 'open' },
	'(open)/hulp/jongere/+page.server.ts': { load: 'open' },
	'(open)/hulp/[region]/+page.server.ts': { load: 'open' },
	'(open)/inloggen/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/inloggen/code/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/inloggen/link/[token]/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/inloggen/sleutel/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/inloggen/sleutel/nieuw/[token]/+page.server.ts': {
		load: 'open',
		'action code': 'open',
		'action make': 'open'
	},
	'(open)/inloggen/wie/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/lezen/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/mening/regio/[region]/+page.server.ts': { load: 'open' },
	'(open)/mening/regio/[region]/klaar/+page.server.ts': { load: 'open' },
	'(open)/mening/regio/[region]/[audience]/[moment]/+page.server.ts': {
		load: 'open',
		'action send': 'open'
	},
	'(open)/rechten/+page.svelte': { page: 'open' },
	'(open)/rechten/moet-dit/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/rechten/zoeken/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/woorden/+page.server.ts': { load: 'open' },
	'(open)/woorden/op-elkaar/+page.server.ts': { load: 'open' },
	'(open)/rechten/[audience]/+page.server.ts': { load: 'open' },
	'(open)/rechten/[audience]/[slug]/+page.server.ts': { load: 'open' },
	'(open)/uitnodiging/naast/[token]/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/uitnodiging/[token]/+page.server.ts': { load: 'open', 'action default': 'open' },
	'(open)/veilig/+page.svelte': { page: 'open' },
	'(open)/zonder-internet/+page.svelte': { page: 'open' },
	'(open)/gedaan/[organisation]/+page.server.ts': { load: 'open' },
	'(raad)/raad/+page.server.ts': { load: 'council' },
	'(raad)/raad/[organisation]/+page.server.ts': {
		load: 'council',
		'action advise': 'council',
		'action answer': 'council'
	},
	'(raad)/raad/[organisation]/[quarter]/[table]/+page.server.ts': { load: 'council' },
	'(raad)/raad/[organisation]/[quarter]/[table]/tabel.csv/+server.ts': { GET: 'council' },
	'(raad)/raad/[organisation]/[quarter]/[table]/tabel.pdf/+server.ts': { GET: 'council' },
	'(regie)/werk/+page.server.ts': {
		load: 'professional',
		'action zoek': 'professional',
		'action answer': 'professional'
	},
	'(regie)/werk/[family]/+page.server.ts': {
		load: 'professional',
		'action ask': 'professional',
		'action withdraw': 'professional',
		'action standIn': 'professional',
		'action back': 'professional',
		'action progress': 'professional'
	},
	'(regie)/werk/[family]/later/+page.server.ts': {
		load: 'professional',
		'action record': 'professional',
		'action withdraw': 'professional'
	},
	'+layout.server.ts': {
		load: {
			who: 'open',
			direct: 'language, day and whether the bar leads to the own plan: nothing about anybody else'
		}
	},
	'.well-known/security.txt/+server.ts': {
		GET: { who: 'open', direct: 'plain text from the configuration' }
	},
	'afmelden/+server.ts': {
		POST: { who: 'open', direct: 'ends the own session, if there is one' }
	},
	'api/v1/case-message.schema.json/+server.ts': {
		GET: { who: 'open', direct: 'the published format of a case message' }
	},
	'healthz/+server.ts': { GET: { who: 'open', direct: 'says ok and nothing else' } },
	'meenemen.json/+server.ts': {
		GET: { who: 'open', direct: 'the public pages as a visitor sees them, asked without a cookie' }
	},
	'readyz/+server.ts': { GET: { who: 'open', direct: 'says ready or not, without details' } },
	'sessie/verlengen/+server.ts': {
		POST: { who: 'signed-in', direct: 'answers the script of the page; a visitor gets 401' }
	},
	'weg/+server.ts': {
		GET: { who: 'open', direct: 'the neutral calendar; ends the own session' },
		POST: { who: 'open', direct: 'the quick exit: works for everyone, also when all else fails' }
	},
	'weg/verder/+server.ts': { POST: { who: 'open', direct: 'goes on from the neutral calendar' } }
};
