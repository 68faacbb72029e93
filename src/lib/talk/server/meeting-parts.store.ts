import { and, eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { StepId } from '#lib/plan/model.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { agendaPoint, meetingDecision, meetingSupporter } from '#lib/server/db/schema/talk.ts';
import type { AgendaPointId, DecisionId, MeetingId, SupporterId } from '../meeting.model.ts';

/** What hangs under one meeting, in the order in which it was written. */
export const partRows = async (read: Reader, id: MeetingId) => ({
	agenda: await read
		.select()
		.from(agendaPoint)
		.where(eq(agendaPoint.meetingId, id))
		.orderBy(agendaPoint.addedAt),
	supporters: await read
		.select()
		.from(meetingSupporter)
		.where(eq(meetingSupporter.meetingId, id))
		.orderBy(meetingSupporter.addedAt),
	decisions: await read
		.select()
		.from(meetingDecision)
		.where(eq(meetingDecision.meetingId, id))
		.orderBy(meetingDecision.addedAt)
});

type By = { readonly by: PersonId; readonly at: Date };

export const insertPoint = (
	tx: Tx,
	may: Permit<'agenda-point.add', MeetingId>,
	{ by, at, words }: By & { readonly words: string }
) =>
	tx
		.insert(agendaPoint)
		.values({ id: newId<AgendaPointId>(), meetingId: may.id, authorId: by, words, addedAt: at });

export const deletePoint = (tx: Tx, may: Permit<'agenda-point.withdraw', AgendaPointId>) =>
	tx.delete(agendaPoint).where(eq(agendaPoint.id, may.id));

export const insertSupporter = (
	tx: Tx,
	may: Permit<'supporter.bring', MeetingId>,
	{ by, at, who }: By & { readonly who: { words: string | null; personId: PersonId | null } }
) =>
	tx
		.insert(meetingSupporter)
		.values({ id: newId<SupporterId>(), meetingId: may.id, byId: by, addedAt: at, ...who });

export const deleteSupporter = (tx: Tx, may: Permit<'supporter.withdraw', SupporterId>) =>
	tx.delete(meetingSupporter).where(eq(meetingSupporter.id, may.id));

export const insertDecision = (
	tx: Tx,
	may: Permit<'meeting.decide', MeetingId>,
	{ by, at, words }: By & { readonly words: string }
) =>
	tx
		.insert(meetingDecision)
		.values({ id: newId<DecisionId>(), meetingId: may.id, authorId: by, words, addedAt: at });

/** Which step of the plan a decision became. Needs the right to decide and the right to write the plan. */
export const saveStepOf = (
	tx: Tx,
	may: Permit<'meeting.decide', MeetingId>,
	id: DecisionId,
	stepId: StepId
) =>
	tx
		.update(meetingDecision)
		.set({ stepId })
		.where(and(eq(meetingDecision.id, id), eq(meetingDecision.meetingId, may.id)));
