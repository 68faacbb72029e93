/**
 * The modules, lowest first. A module may import modules that come before it, never after.
 * Adding a module means choosing its place here.
 */
export const MODULES = [
	'audit',
	'notifications',
	'family',
	'identity',
	'consent',
	'rights',
	'plan',
	'voice',
	'network',
	'familiegroepsplan',
	'terms',
	'talk',
	'handover',
	'regie',
	'jim',
	'fridge',
	'home',
	'desk',
	'imports'
];
