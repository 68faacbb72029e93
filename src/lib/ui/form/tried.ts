/** Texts by the names of fields. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** What the action of a form answers when something is not right: message keys, and what was typed. */
export type Tried =
	| {
			readonly errors: Readonly<Record<string, string>>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/** What the fields of one form start with, and what is wrong in them. */
export type Filled = {
	readonly draft: Texts;
	readonly errors: Readonly<Record<string, string>>;
	/** This is the form that was sent and not taken. */
	readonly failed: boolean;
};

/**
 * What was tried in one form. A page may have several with the same fields: each sends hidden fields
 * that no other form has, and those tell which one was sent.
 * @param marks the values of those hidden fields; none for the only form of a page
 * @param start what the fields hold as long as nothing was tried
 */
export function filled(tried: Tried, marks: Texts = {}, start: Texts = {}): Filled {
	const isThis = Object.entries(marks).every(([name, value]) => tried?.values[name] === value);
	return tried && isThis
		? { draft: tried.values, errors: tried.errors, failed: true }
		: { draft: start, errors: {}, failed: false };
}

/** What was tried in the one form of a page that has a field of this name. */
export const triedWith = (tried: Tried, field: string): Tried =>
	tried && field in tried.values ? tried : null;

/**
 * The problems under the ids of their fields, for the list at the top of a page with several forms:
 * the name of the form, which it sends as `form`, stands before the name of each field.
 */
export function problemsById(tried: Tried): Readonly<Record<string, string>> | undefined {
	if (!tried) return undefined;
	const { form } = tried.values;
	return Object.fromEntries(
		Object.entries(tried.errors).map(([field, key]) => [form ? `${form}-${field}` : field, key])
	);
}

/** The ids of what is said about a field, for `aria-describedby`. */
export const saidAbout = (
	id: string,
	error: string | undefined,
	hint: string | undefined
): string | undefined =>
	[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
