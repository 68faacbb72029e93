/** What came back from a form that failed, if one did. */
export type FormAnswer =
	| {
			readonly errors: Readonly<Record<string, string>>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;
