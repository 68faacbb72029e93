/**
 * The modules, lowest first. A module may import modules that come before it, never after.
 * Adding a module means choosing its place here.
 */
export const MODULES = [
	'audit',
	'notifications',
	'family',
	'identity',
	'reading',
	'consent',
	'rights',
	'plan',
	'voice',
	'network',
	'familiegroepsplan',
	'terms',
	'rechtspositie',
	'talk',
	'handover',
	'regie',
	'jim',
	'toekomstplan',
	'feedback',
	'council',
	'fridge',
	'home',
	'desk',
	'imports'
];
