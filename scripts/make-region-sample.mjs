// Writes samples/regio.json: forty made-up families of one local team, for lists and caseloads.
// Always the same text: no clock and no chance. `node scripts/make-region-sample.mjs`

import { writeFileSync } from 'node:fs';

const FAMILIES = 40;
/** The first regisseur has 22 families, the second has the other 18. */
const FIRST_CASELOAD = 22;

const GIVEN = [
	'Daan',
	'Sara',
	'Finn',
	'Lina',
	'Sem',
	'Zoë',
	'Adam',
	'Eva',
	'Luuk',
	'Mila',
	'Youssef',
	'Tess'
];
const PARENTS = [
	'Anja',
	'Peter',
	'Fatima',
	'Rick',
	'Linda',
	'Mehmet',
	'Sonja',
	'Dennis',
	'Carla',
	'Ahmed'
];
const NAMES = [
	'Appel',
	'Berk',
	'Ceder',
	'Dennen',
	'Eik',
	'Fluweel',
	'Goudsbloem',
	'Hazelaar',
	'Iep',
	'Jasmijn'
];
const WISHES = [
	['We eten elke dag samen.', 'Samen eten aan tafel', 'Een vaste dag met rust en regelmaat.'],
	['Ik ga weer naar school.', 'Elke ochtend samen naar school lopen', 'Elke schooldag aanwezig.'],
	['Thuis is het rustig.', 'Even naar buiten gaan bij ruzie', 'Ruzies worden rustig uitgepraat.'],
	[
		'We hebben onze post op orde.',
		'Elke vrijdag de post openmaken',
		'Overzicht over geld en brieven.'
	],
	['Ik heb een eigen plek om te sporten.', 'Een proefles aanvragen', 'Een eigen plek buiten huis.'],
	[
		'We vragen hulp voordat het te veel is.',
		'Een lijstje maken van wie we bellen',
		'Hulp uit het eigen netwerk.'
	]
];
const STATES = ['niet_begonnen', 'bezig', 'kan_nog_niet', 'klaar', 'bezig'];
const KADERS = ['vrijwillig', 'vrijwillig', 'vrijwillig', 'intensief_vrijwillig'];

/**
 * Takes from a list, again and again, by a number.
 * @template T
 * @param {readonly T[]} list
 * @param {number} number
 */
const pick = (list, number) => /** @type {T} */ (list[number % list.length]);
const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
/**
 * @param {number} year
 * @param {number} month
 * @param {number} date
 */
const day = (year, month, date) => `${year}-${two(month)}-${two(date)}`;

/**
 * @param {string} name
 * @param {string} familyName
 * @param {number} place
 */
const professional = (name, familyName, place) => ({
	id: `regio-${name.toLowerCase()}`,
	givenName: name,
	familyName,
	organisation: 'lokaal-team-voorbeeld',
	role: 'gezinswerker',
	phone: `06 0000 006${place}`,
	email: `${name.toLowerCase()}@example.org`,
	workingDays: pick(
		[
			['ma', 'di', 'do'],
			['ma', 'wo', 'do', 'vr']
		],
		place
	)
});

/** @param {number} number */
function family(number) {
	const id = `regio-${two(number)}`;
	const name = `${pick(NAMES, number * 3)}${number % 2 === 0 ? '' : 'man'}`;
	const from = day(2026, 1 + (number % 9), 1 + (number % 27));
	const children = Array.from({ length: 1 + (number % 3) }, (_, place) => ({
		id: `${id}-kind-${place + 1}`,
		relation: 'kind',
		givenName: pick(GIVEN, number * 5 + place),
		familyName: name,
		birthDate: day(
			2009 + ((number * 7 + place * 3) % 14),
			1 + ((number + place) % 12),
			1 + ((number * 11) % 28)
		),
		language: 'nl',
		from
	}));
	const parents = Array.from({ length: 1 + (number % 2) }, (_, place) => ({
		id: `${id}-ouder-${place + 1}`,
		relation: 'ouder',
		givenName: pick(PARENTS, number * 3 + place),
		familyName: name,
		language: 'nl',
		from
	}));
	const regisseur = number <= FIRST_CASELOAD ? 'regio-marit' : 'regio-tom';
	const worker = { id: regisseur, relation: 'professional', from };
	return {
		id: `${id}-gezin`,
		people: [...children, ...parents, worker],
		households: [
			{
				id: `${id}-huis`,
				street: `Voorbeeldweg ${number}`,
				postcode: '1000 AA',
				town: 'Voorbeeldstad',
				addressHidden: false,
				members: [
					...children.map(({ id: person }) => ({ person })),
					...parents.map(({ id: person }) => ({ person, email: `${person}@example.org` }))
				]
			}
		],
		gezag: children.flatMap((child) =>
			parents.map((parent, place) => ({
				id: `${child.id}-gezag-${place + 1}`,
				child: child.id,
				holder: parent.id,
				kind: parents.length === 2 ? 'tweehoofdig' : 'eenhoofdig',
				from: child.birthDate
			}))
		),
		kaders: children.map((child) => ({
			id: `${child.id}-kader`,
			child: child.id,
			kind: pick(KADERS, number),
			from,
			decidedBy: 'de ouders en het lokale team samen'
		})),
		regisseurs: [
			{
				id: `${id}-regisseur`,
				person: regisseur,
				from,
				reason: 'Werkt in jullie wijk en heeft ruimte om jullie te helpen.'
			}
		],
		plan: plan(id, number, from, children, parents, regisseur)
	};
}

/** @typedef {{ readonly id: string }} Person */

/**
 * @param {string} id
 * @param {number} number
 * @param {string} from
 * @param {readonly Person[]} children
 * @param {readonly Person[]} parents
 * @param {string} regisseur
 */
function plan(id, number, from, children, parents, regisseur) {
	const all = children.map((child) => child.id);
	const owners = [...parents.map((parent) => parent.id), regisseur, pick(all, 0)];
	return {
		id: `${id}-plan`,
		from,
		reviewOn: day(2026 + (number % 2), number % 2 === 0 ? 12 : 1 + (number % 4), 1 + (number % 28)),
		situation: [
			{
				id: `${id}-situatie`,
				ownWords: 'We vroegen zelf om hulp, omdat het te veel werd.',
				professionalWords: 'Dit gezin weet goed wat het nodig heeft.',
				children: all
			}
		],
		goals: [0, 1, 2].map((place) => {
			const [ownWords, title, professionalWords] = pick(WISHES, number + place);
			const group = pick(['nu', 'nu', 'later', 'bereikt'], number + place);
			return {
				id: `${id}-doel-${place + 1}`,
				group,
				ownWords,
				professionalWords,
				children: place === 0 ? all : [pick(all, place)],
				steps: [0, 1].map((turn) => ({
					id: `${id}-stap-${place + 1}-${turn + 1}`,
					title: turn === 0 ? title : 'Bespreken hoe het gaat',
					owner: pick(owners, number + place + turn),
					due: day(
						turn === 0 ? 2026 : 2027,
						turn === 0 ? 11 + (place % 2) : 1 + (number % 4),
						1 + ((number * 3 + place) % 28)
					),
					state: group === 'bereikt' ? 'klaar' : pick(STATES, number + place + turn)
				}))
			};
		})
	};
}

const message = {
	version: 1,
	messageId: 'regio-2026-11-20',
	source: 'lokaal-team-voorbeeld',
	sentAt: '2026-11-20T07:00:00+01:00',
	region: { id: 'voorbeeldregio', name: 'Voorbeeldregio', regisseurWord: 'regisseur' },
	organisations: [
		{ id: 'lokaal-team-voorbeeld', name: 'Lokaal team', kind: 'lokaal_team', phone: '06 0000 0060' }
	],
	professionals: [professional('Marit', 'Zomer', 1), professional('Tom', 'Winter', 2)],
	families: Array.from({ length: FAMILIES }, (_, place) => family(place + 1))
};

const target = process.argv[2] ?? new URL('../samples/regio.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(message, null, '\t')}\n`);
