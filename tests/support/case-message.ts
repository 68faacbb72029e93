import type { CaseMessageText } from '#lib/imports/message.ts';
import type { Database } from '#lib/server/db/index.ts';
import { readFileSync } from 'node:fs';

export const SAMPLES = ['piet', 'twee-huizen', 'zestien', 'drang', 'regio'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** A sample message as JSON. */
export const sample = (name: SampleName): unknown =>
	JSON.parse(readFileSync(`samples/${name}.json`, 'utf8'));

/** A small message with one of everything, for the moment at which the tests' clock stands. */
export const aMessage = (): CaseMessageText => ({
	version: 1,
	messageId: 'message-1',
	source: 'team',
	sentAt: '2026-11-20T12:00:00+01:00',
	region: { id: 'region', name: 'Regio', regisseurWord: 'regisseur' },
	organisations: [
		{ id: 'team', name: 'Team', kind: 'lokaal_team' },
		{ id: 'gi', name: 'GI', kind: 'gi' }
	],
	professionals: [
		{
			id: 'worker',
			givenName: 'Wil',
			familyName: 'Werker',
			organisation: 'team',
			role: 'gezinswerker',
			workingDays: ['ma']
		},
		{
			id: 'guardian',
			givenName: 'Gerda',
			familyName: 'Gids',
			organisation: 'gi',
			role: 'jeugdbeschermer',
			workingDays: []
		}
	],
	families: [
		{
			id: 'family',
			people: [
				{
					id: 'child',
					relation: 'kind',
					givenName: 'Kim',
					familyName: 'Kind',
					birthDate: '2013-05-05',
					language: 'nl',
					from: '2026-01-01'
				},
				{
					id: 'mother',
					relation: 'ouder',
					givenName: 'Mo',
					familyName: 'Moeder',
					language: 'nl',
					from: '2026-01-01'
				},
				{
					id: 'father',
					relation: 'ouder',
					givenName: 'Va',
					familyName: 'Vader',
					language: 'nl',
					from: '2026-01-01'
				},
				{
					id: 'grandmother',
					relation: 'netwerk',
					givenName: 'Om',
					familyName: 'Oma',
					language: 'nl',
					from: '2026-01-01'
				},
				{ id: 'worker', relation: 'professional', from: '2026-01-01' },
				{ id: 'guardian', relation: 'professional', from: '2026-01-01' }
			],
			households: [
				{
					id: 'house',
					street: 'Straat 1',
					addressHidden: false,
					members: [
						{ person: 'mother', email: 'mother@example.org', phone: '06 0000 0001' },
						{ person: 'child' }
					]
				}
			],
			gezag: [
				{
					id: 'gezag-mother',
					child: 'child',
					holder: 'mother',
					kind: 'tweehoofdig',
					from: '2013-05-05'
				},
				{
					id: 'gezag-father',
					child: 'child',
					holder: 'father',
					kind: 'tweehoofdig',
					from: '2013-05-05'
				}
			],
			kaders: [
				{
					id: 'kader',
					child: 'child',
					kind: 'vrijwillig',
					from: '2026-01-01',
					decidedBy: 'ouders en team samen'
				}
			],
			regisseurs: [
				{
					id: 'regisseur-1',
					person: 'guardian',
					from: '2026-01-01',
					until: '2026-06-01',
					reason: 'De eerste.'
				},
				{
					id: 'regisseur-2',
					person: 'worker',
					from: '2026-06-01',
					reason: 'De tweede.',
					standIn: { person: 'guardian', from: '2026-12-01', until: '2026-12-08' }
				}
			],
			restrictions: [
				{
					id: 'restriction',
					child: 'child',
					parent: 'father',
					reason: 'Even niet.',
					professional: 'worker',
					secondProfessional: 'guardian',
					from: '2026-11-01',
					until: '2027-02-01'
				}
			],
			incapacities: [
				{
					id: 'incapacity',
					child: 'child',
					reason: 'Kan dit niet overzien.',
					professional: 'worker',
					from: '2026-11-01',
					reviewBy: '2027-05-01'
				}
			],
			trajectories: [
				{
					id: 'trajectory',
					child: 'child',
					provider: 'team',
					help: 'ambulant',
					from: '2026-01-01',
					until: '2026-10-01',
					reason: '03'
				}
			],
			plan: {
				id: 'plan',
				from: '2026-02-01',
				situation: [{ id: 'situation', ownWords: 'Zo is het nu.', children: ['child'] }],
				goals: [
					{
						id: 'goal',
						group: 'nu',
						ownWords: 'Dit willen we.',
						children: ['child'],
						steps: [
							{ id: 'step-1', title: 'Bellen', owner: 'mother', state: 'bezig' },
							{ id: 'step-2', title: 'Schrijven', owner: 'worker', state: 'klaar' }
						]
					}
				]
			}
		}
	]
});

/** A copy with one place changed; `undefined` takes the field away. */
export function changed(json: unknown, path: string, value: unknown): unknown {
	const copy: unknown = structuredClone(json);
	const way = path.split(/[.[\]]+/).filter(Boolean);
	const last = way.pop() ?? '';
	const holder = way.reduce<unknown>((thing, key) => field(thing, key), copy);
	if (typeof holder !== 'object' || holder === null) throw new Error(`no such place: ${path}`);
	if (value === undefined) Reflect.deleteProperty(holder, last);
	else Reflect.set(holder, last, value);
	return copy;
}

/** Several places changed, one after the other. */
export const changedAll = (json: unknown, changes: Readonly<Record<string, unknown>>): unknown =>
	Object.entries(changes).reduce((copy, [path, value]) => changed(copy, path, value), json);

const field = (thing: unknown, key: string): unknown =>
	typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined;

/** Every row of every table, to compare before and after. */
export async function dump({ client }: Database): Promise<string> {
	const { rows: tables } = await client.execute(
		"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
	);
	const parts = [];
	for (const { name } of tables)
		parts.push([name, (await client.execute(`SELECT * FROM "${String(name)}"`)).rows]);
	return JSON.stringify(parts, null, 1);
}
