import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Person, type Viewer } from '#lib/plan/server/viewer.ts';
import type {
	AnswerView,
	GivenAnswer,
	OpenItem,
	StatementView,
	Subject,
	SubjectVoices
} from '../model.ts';
import {
	canAgree,
	canAnswerStatement,
	canReadSubject,
	canReadWords,
	canState,
	canWithdraw,
	type SubjectFacts
} from '../policy.ts';
import { newestByPerson, showsMissing, voters } from '../rules.ts';
import { subjectFacts, subjectFactsOrGone, subjectHash } from './subjects.ts';
import type { StatementRow, VoiceRows } from './voices.store.ts';

/** One person, a family's plan, and everything that was said about it. */
export type Asked = {
	readonly loaded: LoadedPlan;
	readonly rows: VoiceRows;
	readonly viewer: Viewer;
};

export const askedBy = (actor: Person, loaded: LoadedPlan, rows: VoiceRows): Asked => ({
	loaded,
	rows,
	viewer: viewerOf(actor, loaded)
});

/** What people say about one thing, as this person may see it; null when the thing is not seen. */
export function voicesOn(asked: Asked, subject: Subject): SubjectVoices | null {
	const { loaded, rows, viewer } = asked;
	const facts = subjectFacts(loaded, subject);
	if (!facts || !may(canReadSubject, viewer.actor, facts)) return null;
	return {
		subject,
		answers: answersOn(asked, subject, facts),
		mayAgree: may(canAgree, viewer.actor, facts),
		statements: rows.statements
			.filter((row) => row.subjectKind === subject.kind && row.subjectId === subject.id)
			.flatMap((row) => statementView(asked, row) ?? []),
		mayState: may(canState, viewer.actor, facts)
	};
}

/** One line about a thing in a list; null when the thing is not seen. */
export function openItem(asked: Asked, subject: Subject, words: string): OpenItem | null {
	const voices = voicesOn(asked, subject);
	if (!voices) return null;
	const mine = voices.answers.find(({ person }) => person.self);
	return {
		words,
		waitsForYou: voices.mayAgree && (!mine?.newest || mine.changedSince),
		statements: voices.statements.filter((one) => one.withdrawnOn === null).length
	};
}

function answersOn(asked: Asked, subject: Subject, facts: SubjectFacts): AnswerView[] {
	const { loaded, rows, viewer } = asked;
	const given = newestByPerson(
		rows.agreements.filter(
			(row) => row.subjectKind === subject.kind && row.subjectId === subject.id
		)
	);
	const missing = voters(facts).filter(
		(id) => id === viewer.actor.id || showsMissing(viewer.actor, facts)
	);
	return [...new Set([...missing, ...given.keys()])].flatMap((id): AnswerView[] => {
		const person = viewer.named(id);
		if (!person || !concernsViewer(viewer, facts, id)) return [];
		const own = given.get(id);
		const readsReason = may(canReadWords, viewer.actor, { id, authorId: id, subject: facts });
		const view = (row: VoiceRows['agreements'][number]): GivenAnswer => ({
			answer: row.answer,
			reason: readsReason ? row.reason : null,
			on: dayInNetherlands(row.at)
		});
		// What somebody else sees of the whole plan is told only to who sees all of it.
		const tellsChange = subject.kind !== 'plan' || viewer.seesAll || person.self;
		return [
			{
				person,
				newest: own ? view(own.newest) : null,
				changedSince:
					tellsChange && !!own && own.newest.subjectHash !== subjectHash(loaded, subject, id),
				earlier: own?.earlier.map(view) ?? []
			}
		];
	});
}

/** Of the whole plan, the answer of somebody who only has to do with another child stays with them. */
function concernsViewer(
	viewer: Viewer,
	{ kind, plan }: SubjectFacts,
	person: Viewer['actor']['id']
) {
	if (kind !== 'plan' || viewer.seesAll || person === viewer.actor.id) return true;
	return (
		viewer.openChildren.has(person) ||
		plan.family.gezag.some((one) => one.holderId === person && viewer.openChildren.has(one.childId))
	);
}

/** A statement as this person may see it; null when it is not for this person. */
export function statementView(asked: Asked, row: StatementRow): StatementView | null {
	const { loaded, rows, viewer } = asked;
	const subject = subjectFactsOrGone(loaded, { kind: row.subjectKind, id: row.subjectId });
	const facts = {
		id: row.id,
		authorId: row.personId,
		subject,
		withdrawn: row.withdrawnAt !== null
	};
	const person = viewer.named(row.personId);
	if (!person || !may(canReadWords, viewer.actor, facts)) return null;
	const isHidden = facts.withdrawn && !person.self;
	return {
		id: row.id,
		person,
		on: dayInNetherlands(row.at),
		words: isHidden ? null : row.words,
		withdrawnOn: row.withdrawnAt && dayInNetherlands(row.withdrawnAt),
		// An answer repeats what it answers: it goes with the words.
		answers: isHidden
			? []
			: rows.answers
					.filter((one) => one.statementId === row.id)
					.map((one) => ({
						id: one.id,
						person: viewer.named(one.personId),
						words: one.words,
						on: dayInNetherlands(one.at)
					})),
		mayAnswer: may(canAnswerStatement, viewer.actor, facts),
		mayWithdraw: !facts.withdrawn && may(canWithdraw, viewer.actor, facts)
	};
}
