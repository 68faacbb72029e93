import { m } from '#lib/paraglide/messages.js';
import type { Draft } from '#lib/plan/page.model.ts';

/** The regisseur saves at once; a family member proposes. */
export type FormMode = 'save' | 'propose';

/** What every form about a part of the plan takes. */
export type PartFormProps = {
	readonly mode?: FormMode;
	/** Where it is sent, such as `?/save`. */
	readonly action: string;
	/** What the fields start with: what stands there now, or what was typed. */
	readonly draft: Draft;
	/** Message keys by field. */
	readonly errors?: Readonly<Record<string, string>> | undefined;
};

/** What the button of a form says. */
export const buttonOf = (mode: FormMode): string =>
	mode === 'save' ? m['edit.save']() : m['edit.propose']();
