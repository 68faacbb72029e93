import type { Reader } from '#lib/server/db/index.ts';
import type { FamilyId } from '../model.ts';
import { professionalsInRegion, saveStandIn, succeed } from './assignment.store.ts';

// The rules of changing a regisseur are those of module regie: it asks them, and brings the permit.
export { saveStandIn as setStandIn, succeed as succeedRegisseur };

/** Professionals who may stand in for, or follow, the regisseur of a family: those of its region. */
export const listColleagues = async (read: Reader, id: FamilyId) =>
	(await professionalsInRegion(read, id)).map(({ id, givenName, familyName, organisation }) => ({
		...{ id, name: `${givenName} ${familyName}`, organisation }
	}));
