import type { IconName } from '#lib/ui/Icon.svelte';
import type { Field } from '../model.ts';
import type { PictureKey } from '../pictures.ts';

export const FIELD_ICONS: Readonly<Record<Field, IconName>> = {
	nu: 'pin',
	wens: 'star',
	stap: 'onward',
	hulp: 'people'
};

/** The picture beside an answer. Never alone: the words stand with it. */
export const PICTURES: Readonly<Record<PictureKey, IconName>> = {
	'laterPick.nu1': 'smile',
	'laterPick.nu2': 'flat',
	'laterPick.nu3': 'frown',
	'laterPick.stap1': 'talk',
	'laterPick.stap2': 'search',
	'laterPick.stap3': 'onward',
	'laterPick.stap4': 'unknown',
	'laterPick.hulp1': 'home',
	'laterPick.hulp2': 'people',
	'laterPick.hulp3': 'cap',
	'laterPick.hulp4': 'heart',
	'laterPick.hulp5': 'unknown',
	'laterIdea.mensen1': 'phone',
	'laterIdea.mensen2': 'people',
	'laterIdea.mensen3': 'talk',
	'laterIdea.mensen4': 'shield',
	'laterIdea.wonen1': 'home',
	'laterIdea.wonen2': 'bed',
	'laterIdea.wonen3': 'pin',
	'laterIdea.wonen4': 'pot',
	'laterIdea.school1': 'cap',
	'laterIdea.school2': 'bag',
	'laterIdea.school3': 'star',
	'laterIdea.school4': 'people',
	'laterIdea.geld1': 'bankCard',
	'laterIdea.geld2': 'coin',
	'laterIdea.geld3': 'exit',
	'laterIdea.geld4': 'note',
	'laterIdea.gezondheid1': 'moon',
	'laterIdea.gezondheid2': 'music',
	'laterIdea.gezondheid3': 'talk',
	'laterIdea.gezondheid4': 'shield'
};
