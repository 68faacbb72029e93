import { AnswerJim, AskJim, type JimId } from '#lib/jim/model.ts';
import { askJim } from '#lib/jim/server/ask.commands.ts';
import { answerQuestion } from '#lib/jim/server/answer.commands.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { jim } from '#lib/server/db/schema/jim.ts';
import { aPerson, personId } from './facts.ts';
import type { FamilySpec } from './family.ts';

/** A youth of 14 and one of 16, with everybody who could want to know of a JIM. */
export const aroundAmira: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Amira', relation: 'kind', born: day('2012-07-21') },
		{ id: 'Yara', relation: 'kind', born: day('2010-02-14') },
		{ id: 'Idris', relation: 'kind', born: day('2017-01-30') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Amira: 'tweehoofdig', Yara: 'tweehoofdig' } },
		{ id: 'vader', relation: 'ouder', gezagOver: { Amira: 'tweehoofdig' } },
		{ id: 'exman', relation: 'ouder' },
		{ id: 'tante', relation: 'netwerk' },
		{ id: 'pleegmoeder', relation: 'pleegouder' },
		{ id: 'werker', relation: 'professional' },
		{ id: 'vreemde' }
	],
	regisseurs: [{ id: 'Erik' }],
	goals: [
		{
			words: 'Ik ben gewoon kind, geen tolk.',
			children: ['Amira'],
			steps: [{ title: 'Elke woensdag zwemmen', owner: 'Amira' }]
		},
		{ words: 'Thuis praten we.', children: ['Amira', 'Idris'] },
		{ words: 'Ik ga weer naar school.', children: ['Yara'] }
	]
};

const STAFF = ['Erik', 'werker'];
export const as = (who: string): Actor & { kind: 'person' } =>
	aPerson(personId(who), STAFF.includes(who) ? 'second-factor' : 'link') as Actor & {
		kind: 'person';
	};

/** Everybody but the youth and the JIM: none of them ever chooses, adds or ends one. */
export const OTHERS: readonly [string, Actor][] = [
	...['Yara', 'Idris', 'moeder', 'vader', 'exman', 'tante', 'pleegmoeder', 'werker', 'Erik'].map(
		(who): [string, Actor] => [who, as(who)]
	),
	['a stranger', as('vreemde')],
	['a visitor', visitor],
	['a machine', { kind: 'machine', source: 'organisatie' as never }]
];

export const uuid = () => crypto.randomUUID();

/** The question of a youth: the token in the link, and the code. */
export async function asked(ctx: Ctx, youth = 'Amira', name = 'coach Bas') {
	const handed = await askJim(ctx, as(youth), AskJim.parse({ key: uuid(), name }), 'nl');
	if (!handed) throw new Error('nothing to hand over');
	return { ...handed, token: handed.link.split('/').at(-1) ?? '' };
}

/** Answers with the link: no address is asked or counted, the tries belong to the question. */
export const answer = (
	ctx: Ctx,
	token: string,
	fields: Readonly<Record<string, string>>,
	actor: Actor = visitor
) =>
	answerQuestion(ctx, actor, {
		...{ token, language: 'nl' },
		answer: AnswerJim.parse({ key: uuid(), ...fields })
	});

export const YES = { says: 'ja', role: 'ja', name: 'Bas', email: 'bas@voorbeeld.nl' };

/** A youth with a JIM of now. */
export async function aJim(ctx: Ctx, youth = 'Amira') {
	const { token, code } = await asked(ctx, youth);
	await answer(ctx, token, { ...YES, code });
	const rows = await ctx.db.read.select().from(jim);
	const row = rows.filter(({ state, youthId }) => state === 'actief' && youthId === youth).at(-1);
	if (!row?.jimId) throw new Error('nobody said yes');
	return { id: row.id as JimId, jim: as(row.jimId), token, code };
}
