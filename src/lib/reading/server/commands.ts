import { authorize } from '#lib/kernel/policy.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { writtenReading, type Reading } from '../model.ts';
import { canChooseReading } from '../policy.ts';

/** Chooses how this browser shows and reads pages. @returns what its cookie says from now on */
export function chooseReading(actor: Actor, reading: Reading): string {
	authorize(canChooseReading, actor, { id: 'reading' });
	return writtenReading(reading);
}
