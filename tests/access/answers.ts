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

const everyone = (status: Status) => row(status, status, status, status, status, status);

/** Reading: for each entry point that is a page or answers GET, addresses and who gets what. */
export const READING: Readonly<Record<string, readonly (readonly [string, Answers])[]>> = {
	//                                                  visitor member stranger noGezag regisseur colleague
	'(gezin)/ik/+page.server.ts': [['/ik', row(303, 200, 200, 200, 200, 200)]],
	'(gezin)/plan/+page.server.ts': [['/plan', row(303, 200, 200, 403, 200, 200)]],
	'(gezin)/plan/[family]/+page.server.ts': [
		['/plan/piet-gezin', row(303, 200, 404, 404, 200, 404)],
		['/plan/zestien-gezin', row(303, 404, 404, 403, 404, 404)],
		['/plan/huizen-gezin', row(303, 404, 200, 404, 404, 200)],
		['/plan/nergens', row(303, 404, 404, 404, 404, 404)]
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
	'(gezin)/thuis/+page.server.ts': [['/thuis', row(303, 200, 200, 200, 303, 303)]],
	'(gezin)/thuis/regisseur/+page.server.ts': [
		['/thuis/regisseur', row(303, 200, 200, 403, 200, 200)]
	],
	'(regie)/werk/+page.server.ts': [['/werk', row(303, 404, 404, 404, 200, 200)]],
	'(open)/+page.svelte': [['/', everyone(200)]],
	'(open)/hulp/+page.svelte': [['/hulp', everyone(200)]],
	'(open)/rechten/+page.svelte': [['/rechten', everyone(200)]],
	'(open)/veilig/+page.svelte': [['/veilig', everyone(200)]],
	'(open)/inloggen/+page.server.ts': [['/inloggen', everyone(200)]],
	'(open)/inloggen/code/+page.server.ts': [['/inloggen/code', everyone(200)]],
	'(open)/inloggen/link/[token]/+page.server.ts': [['/inloggen/link/nergens', everyone(200)]],
	'(open)/inloggen/wie/+page.server.ts': [['/inloggen/wie', everyone(303)]],
	'(open)/uitnodiging/[token]/+page.server.ts': [['/uitnodiging/nergens', everyone(200)]],
	'(open)/demo/[signIn=demo]/+server.ts': [['/demo/aanmelden', everyone(405)]],
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

/** Writing: for each action and each POST of `table.ts`. */
export const WRITING: Readonly<Record<string, Sent>> = {
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
	'(open)/inloggen/wie/+page.server.ts action default': {
		to: '/inloggen/wie',
		form: { key, personalCode: 'ABCDEF' },
		visitor: 303
	},
	'(open)/uitnodiging/[token]/+page.server.ts action default': {
		to: '/uitnodiging/nergens',
		form: { key },
		visitor: 303
	},
	'(open)/demo/[signIn=demo]/+server.ts POST': {
		to: '/demo/aanmelden',
		form: { persoon: 'nobody' },
		visitor: 404
	},
	'afmelden/+server.ts POST': { to: '/afmelden', form: {}, visitor: 303 },
	'sessie/verlengen/+server.ts POST': { to: '/sessie/verlengen', form: {}, visitor: 401 },
	'weg/+server.ts POST': { to: '/weg', form: {}, visitor: 303 },
	'weg/verder/+server.ts POST': { to: '/weg/verder', form: {}, visitor: 303 }
};
