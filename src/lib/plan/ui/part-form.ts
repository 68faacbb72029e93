import type { Draft, PartForm } from '#lib/plan/page.model.ts';

/** What every form about a part of the plan takes. */
export type PartFormProps = {
	readonly view: PartForm;
	/** What the fields start with: what stands there now, or what was typed. */
	readonly draft: Draft;
	/** Message keys by field. */
	readonly errors?: Readonly<Record<string, string>> | undefined;
};

/** Where a form is sent with its first button: saved at once by who may, proposed by others. */
export const actionOf = ({ may }: PartForm): string => (may.save ? '?/save' : '?/propose');
