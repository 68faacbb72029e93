/**
 * Questions that help to think of somebody (facts 5.3), one for each screen. Who knows nobody at the
 * first ones gets the wider ones: school, sport, street, friends, faith.
 */
const CLOSE = 5;
export const QUESTIONS = 10;

/** The next question; null after the last. @param nobody "I know nobody" leads to other questions */
export function nextQuestion(now: number, nobody: boolean): number | null {
	const next = nobody && now <= CLOSE ? CLOSE + 1 : now + 1;
	return next <= QUESTIONS ? next : null;
}

/** The question that an address names; null when there is none. */
export const questionOf = (text: string | undefined): number | null =>
	/^([1-9]|10)$/.test(text ?? '') ? Number(text) : null;
