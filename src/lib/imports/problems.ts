import type { z } from 'zod';
import type { OrganisationId } from '#lib/family/model.ts';
import { caseMessage, type CaseMessage } from './message.ts';
import { PROBLEMS, type Problem, type ProblemKey } from './model.ts';

/** Problems as a check comes across them, in the order of the message. */
export type Found = Generator<Problem>;

/** The keys and places that lead to a field, as JSON. */
export type Way = readonly (string | number)[];

/** Writes a way as people do: `families[0].plan.goals[1].owner`; the whole message is `$`. */
export function pathOf(way: Way): string {
	const text = way
		.map((part) => {
			if (typeof part === 'number') return `[${part}]`;
			return /^[A-Za-z_]\w{0,39}$/.test(part) ? `.${part}` : `[${printable(part)}]`;
		})
		.join('');
	return text.replace(/^\./, '') || '$';
}

/** A key that somebody made up: quoted and cut, so that it cannot act in a terminal or a log. */
const printable = (part: string) =>
	JSON.stringify(part.slice(0, 40).replace(/[^\p{L}\p{N} _.-]/gu, '?'));

export const problem = (way: Way, key: ProblemKey, values: Problem['values'] = {}): Problem => ({
	path: pathOf(way),
	key,
	values
});

/** Checks the form of a message; what its fields say together is asked in `message.rules.ts`. */
export function parseMessage(
	json: unknown
): { message: CaseMessage } | { problems: readonly Problem[] } {
	const parsed = caseMessage.safeParse(json, { reportInput: true });
	if (parsed.success) return { message: parsed.data };
	return { problems: firstPerPath(parsed.error.issues.flatMap(problemsOf)) };
}

/**
 * The organisation that a message says it comes from, for a caller that may speak for each of them.
 * Empty when the message does not say so; it is then refused for its form.
 */
export function sourceOf(json: unknown): OrganisationId {
	const parsed = caseMessage.pick({ source: true }).loose().safeParse(json);
	return parsed.success ? parsed.data.source : ('' as OrganisationId);
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): Problem[] {
	const way = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => problem([...way, key], 'unknownField'));
	if (issue.code === 'invalid_type') {
		if (issue.input === undefined) return [problem(way, 'required')];
		return [problem(way, 'wrongType', { name: issue.expected })];
	}
	const known = PROBLEMS.find((key) => key === issue.message);
	if (known) return [problem(way, known)];
	return [otherProblem(way, issue)];
}

function otherProblem(way: Way, issue: Issue): Problem {
	if (issue.code === 'invalid_value')
		return problem(way, issue.input === undefined ? 'required' : 'notOneOf', {
			options: issue.values.map(String).join(', ')
		});
	if (issue.code === 'invalid_union') {
		const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
		return problem(way, 'notOneOf', { options: options.map(String).join(', ') });
	}
	if (issue.code === 'too_big')
		return problem(way, issue.origin === 'array' ? 'tooMany' : 'tooLong', {
			max: Number(issue.maximum)
		});
	if (issue.code === 'too_small') return problem(way, 'tooFew');
	return problem(way, 'wrongType', { name: 'string' });
}

/** One sentence a field is enough: a wrong day is not also a wrong period. */
function firstPerPath(problems: readonly Problem[]): Problem[] {
	const first = new Map<string, Problem>();
	for (const found of problems) if (!first.has(found.path)) first.set(found.path, found);
	return [...first.values()];
}
