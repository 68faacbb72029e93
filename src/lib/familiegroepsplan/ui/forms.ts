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

/** Only the form whose field has this value was sent: the others stay as they were. */
export const sentBy = (form: SentForm, field: string, value: string): Sent =>
	form && form.values[field] === value ? form : NOTHING;
