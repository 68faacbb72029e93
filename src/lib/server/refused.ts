/** Thrown by a command when the input is well formed but cannot be taken. Keys are message keys. */
export class Refused extends Error {
	readonly errors: Readonly<Record<string, string>>;
	constructor(errors: Readonly<Record<string, string>>) {
		super(Object.values(errors).join(' '));
		this.errors = errors;
	}
}
