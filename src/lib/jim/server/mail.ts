import type { PersonId } from '#lib/kernel/id.ts';
import type { JimId } from '../model.ts';

/** To a parent: somebody stands beside your child. About a relation and a parent. */
export const PARENT_MAIL = 'jim-parent';
/** To the JIM: something is asked or shared. About a relation. */
export const JIM_MAIL = 'jim';

// Ids hold no dot.
export const parentMail = (jim: JimId, parent: PersonId): string => `${jim}.${parent}`;

export function readParentMail(about: string): { jim: JimId; parent: PersonId } {
	const [jim = '', parent = ''] = about.split('.');
	return { jim: jim as JimId, parent: parent as PersonId };
}
