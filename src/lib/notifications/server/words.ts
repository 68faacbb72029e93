import { wordsOf } from '#lib/server/words.ts';

/** The words of mail in a person's language; Dutch when the portal does not speak it. */
export const mailWords = (language: string) => wordsOf('mail', language);
