/**
 * Beginnings of words that may point to danger, in the languages of the portal. Only to show help before
 * something is sent: nobody is told, and nothing is kept of it. Too much is better than too little.
 */
const DANGER = [
	'zelfmoord|suïcid|suicid|dood|sterven|leven meer|niet meer leven|snij|overdosis',
	'sla(?:at|an|ag|nd)\\b|sloeg|geslagen|schop|mishandel|wurg|knijp|pijn (?:doe|doet|deed)',
	'verkracht|misbruik|aanrak|aangeraakt|gedwongen|naakt',
	'bedreig|dreig|mes\\b|pistool|wapen|opgesloten|opsluit|bang|weggelopen|weglopen|vermoord',
	'kill|die\\b|dying|hit(?:s|ting)?\\b|beat|hurt|abuse|rape|touched me|threat|knife|gun\\b|afraid|scared'
].join('|');

const FOUND = new RegExp(`(?<!\\p{L})(?:${DANGER})`, 'iu');

/** Whether help should be shown before these words are sent. */
export const pointsToDanger = (words: string): boolean => FOUND.test(words);
