/** Something that can be chosen in a form: what is sent, and what people read. */
export type Choice = { readonly value: string; readonly word: string };

/** People to choose from, by their names. */
export const byName = (
	people: readonly { readonly id: string; readonly name: string }[]
): readonly Choice[] => people.map(({ id, name }) => ({ value: id, word: name }));
