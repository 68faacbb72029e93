import { day } from '#lib/kernel/calendar.ts';
import type { FamilyId, PersonView, RegisseurCard, RegisseurView } from '#lib/family/model.ts';
import type { GoalView, HomeView, PlanView } from '#lib/plan/model.ts';

// Stand-in: Piet (11), his father and his grandmother, in Haaglanden.
const id = <T extends string>(text: string) => text as T;
const person = (
	name: string,
	magnet: number,
	relation: PersonView['relation'],
	words: string | null,
	self = false
): PersonView => ({ id: id(name), name, magnet, relation, words, self });

const piet = person('Piet', 0, 'kind', null);
const vader = person('Mark', 1, 'ouder', 'vader', true);
const oma = person('Ria', 2, 'netwerk', 'oma van vaders kant');
const samira = person('Samira El Amrani', 3, 'professional', null);
const juf = person('Els de Bruin', 4, 'professional', 'juf van groep 8');
const buur = person('Ton', 5, 'netwerk', 'buurman');

export const card: RegisseurCard = {
	word: 'procesregisseur',
	name: 'Samira El Amrani',
	initials: 'SE',
	role: 'gezinscoach',
	organisation: 'Jeugdteam Haagse Hout',
	phone: '070 555 01 23',
	workingDays: ['ma', 'di', 'do'],
	since: day('2026-06-15'),
	standIn: null,
	coming: null
};

export const home: HomeView = {
	name: 'Mark',
	familyId: id<FamilyId>('f1'),
	card,
	kader: 'ots',
	waiting: [
		{ title: 'Bel school over rustige pauzes', due: day('2026-11-20'), late: true },
		{ title: 'Elke avond samen eten, zonder telefoon', due: day('2026-12-03'), late: false }
	],
	next: { on: day('2026-12-01'), title: 'Gesprek op school' },
	closed: null,
	families: [{ id: id<FamilyId>('f1'), children: ['Piet'] }]
};

const goal = (over: Partial<GoalView> & { ownWords: string }): GoalView => ({
	id: id(over.ownWords),
	group: 'nu',
	professionalWords: null,
	resultWords: null,
	about: [piet],
	steps: [],
	...over
});

export const plan: PlanView = {
	id: id('p1'),
	familyId: id('f1'),
	reach: 'whole',
	children: [
		{
			person: piet,
			kaders: [
				{
					kind: 'ots',
					from: day('2026-06-10'),
					until: day('2027-06-10'),
					decidedBy: 'de kinderrechter',
					decidedOn: day('2026-06-10')
				},
				{
					kind: 'uithuisplaatsing',
					from: day('2026-09-01'),
					until: day('2026-12-15'),
					decidedBy: 'de kinderrechter',
					decidedOn: day('2026-08-28')
				}
			]
		}
	],
	situation: [
		{
			id: id('s1'),
			ownWords: 'Piet slaapt slecht en heeft ruzie op school. Ik werk veel in de avond.',
			professionalWords: 'Er zijn zorgen over toezicht in de avond en over conflicten op school.',
			about: [piet]
		}
	],
	goals: {
		nu: [
			goal({
				ownWords: 'Piet slaapt weer door en komt uitgerust op school',
				professionalWords: 'Vast dag- en nachtritme, schoolverzuim onder de 5 procent.',
				resultWords: 'Hij slaapt nu vier nachten per week door.',
				steps: [
					{
						id: id('t1'),
						title: 'Om half negen naar bed, telefoon beneden',
						owner: vader,
						due: day('2026-12-03'),
						late: false,
						state: 'bezig'
					},
					{
						id: id('t2'),
						title: 'Op dinsdag en donderdag blijft oma tot Mark thuis is',
						owner: oma,
						due: null,
						late: false,
						state: 'bezig'
					},
					{
						id: id('t3'),
						title: 'Afspraak maken met de slaaptrainer',
						owner: samira,
						due: day('2026-11-18'),
						late: true,
						state: 'kan_nog_niet'
					},
					{
						id: id('t4'),
						title: 'Huisarts gevraagd om te kijken',
						owner: vader,
						due: day('2026-10-01'),
						late: false,
						state: 'klaar'
					}
				]
			}),
			goal({
				ownWords: 'Geen ruzie meer in de pauze',
				professionalWords: null,
				about: [piet],
				steps: [
					{
						id: id('t5'),
						title: 'Bel school over rustige pauzes',
						owner: vader,
						due: day('2026-11-20'),
						late: true,
						state: 'niet_begonnen'
					},
					{
						id: id('t6'),
						title: 'Elke vrijdag vertellen hoe de week ging',
						owner: juf,
						due: day('2027-01-15'),
						late: false,
						state: 'niet_begonnen'
					},
					{
						id: id('t7'),
						title: 'Samen voetballen op zaterdag',
						owner: buur,
						due: null,
						late: false,
						state: 'niet_meer_nodig'
					}
				]
			})
		],
		later: [
			goal({
				ownWords: 'Piet woont weer helemaal thuis',
				group: 'later',
				professionalWords: 'Terugplaatsing na evaluatie.'
			})
		],
		bereikt: [
			goal({
				ownWords: 'Mark heeft vaste diensten op het werk',
				group: 'bereikt',
				resultWords: 'Gelukt sinds oktober.'
			})
		],
		gestopt: []
	},
	review: { on: day('2027-01-12'), words: 'Bij oma aan tafel, met school erbij.' }
};

export const regisseur: RegisseurView = {
	familyId: id('f1'),
	card: {
		...card,
		coming: {
			name: 'Joost van der Meer',
			from: day('2027-01-01'),
			reason: 'Samira gaat met zwangerschapsverlof.'
		}
	},
	reason: 'De vorige regisseur ging met pensioen.',
	earlier: [
		{
			name: 'Henk Bakker',
			organisation: 'Jeugdteam Haagse Hout',
			from: day('2025-09-01'),
			until: day('2026-06-15')
		},
		{
			name: 'Ines Koster',
			organisation: 'Jeugdteam Haagse Hout',
			from: day('2025-02-01'),
			until: day('2025-09-01')
		}
	],
	count: 3
};
