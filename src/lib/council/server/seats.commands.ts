import { recordAudit } from '#lib/audit/server/commands.ts';
import { PORTAL_SOURCE, type OrganisationId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { CouncilSeatId, Seat } from '../model.ts';
import { canAppointSeat } from '../policy.ts';
import {
	endSeats,
	insertPerson,
	insertSeat,
	isKnown,
	organisationRow,
	seatsIn
} from './seats.store.ts';

export type Appointed = {
	readonly organisation: OrganisationId;
	readonly personId: PersonId;
	readonly seat: Seat;
	/** For somebody whom the portal does not know yet: who sits in a council need not be in a family or at work. */
	readonly name: { readonly given: string; readonly family: string };
};

/**
 * Gives somebody a seat in the council of an organisation, or the task to answer it, from today. Who has
 * it already, keeps it. A person of a family keeps the family's sign-in and takes no seat under that name.
 * @returns false when the portal knows the person otherwise: as family or as a professional of another place
 * @throws {Denied} for every other actor than the portal's machine, and for an unknown organisation
 */
export const appointSeat = (ctx: Ctx, actor: Actor, asked: Appointed): Promise<boolean> =>
	ctx.db.write(async (tx) => {
		const { personId, seat, name } = asked;
		const there = await organisationRow(tx, asked.organisation);
		const may = authorize(canAppointSeat, actor, there && { id: there.id });
		const today = dayInNetherlands(ctx.now());
		const seats = (await seatsIn(tx, may.id)).filter((one) => one.personId === personId);
		if (seats.some((one) => isCurrent(one, today))) return true;
		if (seats.length === 0) {
			if (await isKnown(tx, personId)) return false;
			await insertPerson(tx, may, {
				...{ id: personId, source: PORTAL_SOURCE, language: 'nl' },
				...{ givenName: name.given, familyName: name.family }
			});
		}
		const id = newId<CouncilSeatId>();
		await insertSeat(tx, may, { id, personId, seat, from: today });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'council seat' });
		return true;
	});

/** Ends it, from today on: the next request is refused. @throws {Denied} as {@link appointSeat} */
export const endSeat = (
	ctx: Ctx,
	actor: Actor,
	asked: Pick<Appointed, 'organisation' | 'personId'>
): Promise<boolean> =>
	ctx.db.write(async (tx) => {
		const there = await organisationRow(tx, asked.organisation);
		const may = authorize(canAppointSeat, actor, there && { id: there.id });
		const ended = await endSeats(tx, may, asked.personId, dayInNetherlands(ctx.now()));
		if (ended.length > 0)
			await recordAudit(ctx, tx, may, { action: 'delete', thing: 'council seat' });
		return ended.length > 0;
	});
