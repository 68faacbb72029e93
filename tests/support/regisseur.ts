import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { GoalInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { readConfig } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { makeLog } from '#lib/server/log.ts';
import type { GoalId } from '#lib/plan/model.ts';

/** The words of a goal change, by the real command, in the database of a running server. */
export async function writeGoal(
	databaseFile: string,
	by: string,
	family: string,
	given: { readonly goal: string; readonly ownWords: string; readonly children: string }
): Promise<void> {
	const config = readConfig({
		NODE_ENV: 'test',
		DATABASE_URL: `file:${databaseFile}`,
		LOG_LEVEL: 'silent'
	});
	const db = await openDatabase(config.database);
	const now = () => new Date('2026-11-22T13:30:00Z');
	const ctx = { db, config, now, log: makeLog('silent'), requestId: 'test' };
	const actor = { kind: 'person', id: by as PersonId, assurance: 'second-factor' } as const;
	const input = GoalInput.parse({
		...{ key: crypto.randomUUID(), group: 'nu', professionalWords: '', resultWords: '' },
		...given,
		goal: given.goal as GoalId
	});
	await savePart(ctx, actor, family as FamilyId, { kind: 'goal', input });
	db.close();
}
