import { wordsOf } from '#lib/server/words.ts';

/** The words of mail in a person's language; Dutch when the portal does not speak it. */
export const mailWords = (language: string) => wordsOf('mail', language);

/**
 * "Something is ready for you": a letter that says nothing of what, for whoever reads along.
 * @param link where it is read, after signing in
 */
export function somethingReady(language: string, link: string): { subject: string; text: string } {
	const say = mailWords(language);
	return {
		subject: say('subject'),
		text: `${[
			say('greeting'),
			say('ready'),
			`${say('lookInside')}\n${link}`,
			`${say('readAlong')}\n${say('noReply')}`
		].join('\n\n')}\n`
	};
}
