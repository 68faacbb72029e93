/** What a form's action answers when something is not right yet: message keys, and what was typed. */
export type Tried =
	| {
			readonly errors: Readonly<Record<string, string>>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/**
 * What was tried in this one form. A page has many forms with the same fields: each sends its own
 * name in the hidden field `form`.
 */
export const triedIn = (form: Tried, name: string): NonNullable<Tried> | null =>
	form?.values['form'] === name ? form : null;

/** The problems under the ids of their fields, for the list at the top of the page. */
export const problemsOf = (form: Tried): Readonly<Record<string, string>> | undefined =>
	form
		? Object.fromEntries(
				Object.entries(form.errors).map(([field, key]) => [
					`${form.values['form'] ?? ''}-${field}`,
					key
				])
			)
		: undefined;
