/** Letters that our PDF's typeface has. What it lacks is printed from the page itself. */
export const fitsPdf = (text: string): boolean =>
	/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u.test(
		text
	);

/** Pictures among the letters have no place in the typeface, and say nothing that the words do not. */
export const withoutPictures = (text: string): string =>
	text.replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[\u{1F3FB}-\u{1F3FF}]/gu, '').trim();
