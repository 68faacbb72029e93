import { m } from '#lib/paraglide/messages.js';

/** Why a page or a button said no, in words. The keys are the reasons that policies give. */
export const REASONS: Readonly<Record<string, (() => string) | undefined>> = {
	geen_gezag: m['reden.geenGezag'],
	jonger_dan_12: m['reden.jongerDan12'],
	tweede_stap: m['reden.tweedeStap'],
	overleg_afgezegd: m['reden.overlegAfgezegd'],
	overleg_begonnen: m['reden.overlegBegonnen'],
	overleg_nog_niet: m['reden.overlegNogNiet'],
	geen_regisseur_nu: m['reden.geenRegisseurNu'],
	vraag_gesloten: m['reden.vraagGesloten'],
	dag_al_verzet: m['reden.dagAlVerzet'],
	antwoord_niet_gevraagd: m['reden.antwoordNietGevraagd'],
	woorden_van_gezin: m['reden.woordenVanGezin'],
	mening_blijft: m['reden.meningBlijft'],
	eigen_plan_dicht: m['reden.eigenPlanDicht'],
	eigen_plan_anders: m['reden.eigenPlanAnders'],
	laatste_sleutel: m['reden.laatsteSleutel'],
	opnieuw_aanmelden: m['reden.opnieuwAanmelden'],
	later_voorbij: m['reden.laterVoorbij'],
	advies_beantwoord: m['reden.adviesBeantwoord']
};
