/** Where in daily life an example belongs. */
export const THEMES = ['thuis', 'school', 'praten', 'rust'] as const;
export type Theme = (typeof THEMES)[number];

/** An everyday goal with a step towards it: message keys, to be made into the family's own words. */
export type Template = {
	/** Stands in the address: says nothing about anybody. */
	readonly id: string;
	readonly theme: Theme;
	readonly goal: string;
	readonly step: string;
};

/** No diagnoses, and nothing that speaks for a child: what people do together. */
export const TEMPLATES: readonly Template[] = [
	{ id: '1', theme: 'thuis', goal: 'template.eat', step: 'template.eatStep' },
	{ id: '2', theme: 'thuis', goal: 'template.morning', step: 'template.morningStep' },
	{ id: '3', theme: 'thuis', goal: 'template.chores', step: 'template.choresStep' },
	{ id: '4', theme: 'school', goal: 'template.onTime', step: 'template.onTimeStep' },
	{ id: '5', theme: 'school', goal: 'template.homework', step: 'template.homeworkStep' },
	{ id: '6', theme: 'school', goal: 'template.teacher', step: 'template.teacherStep' },
	{ id: '7', theme: 'praten', goal: 'template.calm', step: 'template.calmStep' },
	{ id: '8', theme: 'praten', goal: 'template.listen', step: 'template.listenStep' },
	{ id: '9', theme: 'praten', goal: 'template.parents', step: 'template.parentsStep' },
	{ id: '10', theme: 'rust', goal: 'template.sleep', step: 'template.sleepStep' },
	{ id: '11', theme: 'rust', goal: 'template.screens', step: 'template.screensStep' },
	{ id: '12', theme: 'rust', goal: 'template.time', step: 'template.timeStep' }
];

/** A text without what does not make it other words: capitals, spaces and the mark at its end. */
export const plainly = (words: string): string =>
	words
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.replace(/[\s.,;:!?]+$/, '')
		.trim();

/** The example that an address names; null when there is no such example. */
export const templateOf = (id: string | null): Template | null =>
	TEMPLATES.find((one) => one.id === id) ?? null;
