import { m } from '#lib/paraglide/messages.js';

/** Why a page or a button said no, in words. The keys are the reasons that policies give. */
export const REASONS: Readonly<Record<string, (() => string) | undefined>> = {
	geen_gezag: m['reden.geenGezag'],
	jonger_dan_12: m['reden.jongerDan12'],
	laatste_sleutel: m['reden.laatsteSleutel'],
	opnieuw_aanmelden: m['reden.opnieuwAanmelden'],
	tweede_stap: m['reden.tweedeStap']
};
