/** What a form that was not taken said and what was typed in it. */
export type SentForm =
	| {
			readonly errors: Readonly<Record<string, string>>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/** The same as one form of the page sees it: nothing, unless it is the form that was sent. */
export type Sent = NonNullable<SentForm>;

const NOTHING: Sent = { errors: {}, values: {} };

/** Each problem under the id of its field: several forms of this page have fields of one name. */
export function problemsById(form: SentForm): Sent['errors'] | undefined {
	if (!form) return undefined;
	const { kind, piece, form: name } = form.values;
	const id = piece ? `p-${piece}-` : kind ? `n-${kind}-` : name ? `${name}-` : '';
	return Object.fromEntries(
		Object.entries(form.errors).map(([field, key]) => [`${id}${field}`, key])
	);
}

/** Only the form whose field has this value was sent: the others stay as they were. */
export const sentBy = (form: SentForm, field: string, value: string): Sent =>
	form && form.values[field] === value ? form : NOTHING;
