import { and, asc, eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { jimTalkLine } from '#lib/server/db/schema/jim.ts';
import { person } from '#lib/server/db/schema/family.ts';
import type { JimId, TalkLineId, TalkTopic } from '../model.ts';

type MayJoin = Permit<'jim-talk.join', JimId>;

export const lineRows = (read: Reader, id: JimId) =>
	read
		.select({
			id: jimTalkLine.id,
			topic: jimTalkLine.topic,
			words: jimTalkLine.words,
			authorId: jimTalkLine.authorId,
			author: person.givenName
		})
		.from(jimTalkLine)
		.innerJoin(person, eq(person.id, jimTalkLine.authorId))
		.where(eq(jimTalkLine.relationId, id))
		.orderBy(asc(jimTalkLine.at));

export const insertLine = (
	tx: Tx,
	may: MayJoin,
	row: { id: TalkLineId; topic: TalkTopic; authorId: PersonId; words: string; at: Date }
) => tx.insert(jimTalkLine).values({ ...row, relationId: may.id });

export const deleteLine = (tx: Tx, may: MayJoin, id: TalkLineId, authorId: PersonId) =>
	tx
		.delete(jimTalkLine)
		.where(
			and(
				eq(jimTalkLine.id, id),
				eq(jimTalkLine.relationId, may.id),
				eq(jimTalkLine.authorId, authorId)
			)
		);
