import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FamilyId } from '#lib/family/model.ts';
import { giveAnswers } from '#lib/feedback/server/answer.commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { openPortal } from '#lib/server/running.ts';

/**
 * node bench/parts/feedback-sender.ts <first> <count> <at once> <when>: one process in which families say how
 * it went, so many at the same time, from a moment on. Prints what it took as JSON.
 */
const [first = 0, count = 0, atOnce = 1, when = 0] = process.argv.slice(2).map(Number);

const ctx = await openPortal(process.env);
const delay = monitorEventLoopDelay({ resolution: 1 });
const took: number[] = [];
const failed: string[] = [];
let next = first;
await new Promise((resolve) => setTimeout(resolve, Math.max(0, when - Date.now())));
delay.enable();
const began = performance.now();
await Promise.all(Array.from({ length: atOnce }, send));
const seconds = (performance.now() - began) / 1000;
delay.disable();
ctx.db.close();
console.log(JSON.stringify({ seconds, took, failed: failed.length, blockedMs: delay.max / 1e6 }));

async function send(): Promise<void> {
	while (next < first + count) {
		const family = `gezin-${next++}`;
		const actor: Actor = {
			kind: 'person',
			id: `${family}-ouder` as PersonId,
			assurance: 'link'
		};
		const start = performance.now();
		try {
			await giveAnswers(ctx, actor, {
				place: { family: family as FamilyId },
				moment: 'halfway',
				sent: { use: 7, independent: 3, goals: 4 }
			});
		} catch (thrown) {
			failed.push(String(thrown));
		}
		took.push(performance.now() - start);
	}
}
