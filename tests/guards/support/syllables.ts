/**
 * Words of the articles, drawn by chance as often as they stand there, with their syllables as people
 * count them aloud: an abbreviation by its letters. By number of syllables.
 */
const BY_HAND: Readonly<Record<number, string>> = {
	1: 'voor zo dan een met uw is vraag u wat eerst stopt blijft veel jij lees recht te het bij waar die de ja kan en je vraagt mag staan hoef 3 zelf niet krijgt moet telt om dat tijd naar staat jaar kind hoort of mijn geldt jou zien hun gaat plek zijn plan bent wel 1 één ook maar schrijft dag dit kiest was hebt op mee als helpt voogd al wacht wil wie woont hulp meer van zegt in drie bel jouw ik ciz er pas lukt 2 loopt wordt tot naast kreeg nog wet wij',
	2: 'jonger gi iemand terug waarom langer over rechter ouder zeggen stopte woorden leraar besluit 18 zorgen ergens antwoord gratis bieden vanaf verstuurd keuze gezag strafzaak bewaar dokter eerste regels anders jeugdhulp regel hoogstens genoeg gelijk helpen sturen wonen bewaard reden beslist zonder vragen nadat rechtbank deze erbij',
	3: 'verhuizen beslissen opschrijven weglaten indienen verlenging ots andere advocaat regio hierover gezondheid einddatum familie vertellen sommige vorige besloten',
	4: 'veranderde voorlopige kinderrechter volwassenen vots jeugdbeschermer bijzondere blokkaderecht schriftelijke',
	5: 'organisatie jeugdreclassering',
	6: 'gecertificeerde ondertoezichtstelling'
};

export const COUNTED_BY_HAND: readonly (readonly [word: string, syllables: number])[] =
	Object.entries(BY_HAND).flatMap(([count, words]) =>
		words.split(' ').map((word) => [word, Number(count)] as const)
	);
