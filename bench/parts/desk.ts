import { startDemo } from '../demo.ts';
import { familiesLikePiet } from '../families.ts';
import { median, report } from '../report.ts';
import { howMeasured, round, span, textOf } from '../round.ts';

const ROUNDS = 5;
const ANSWERS = 300;
const FAMILIES = 60;
const REGISSEUR = 'jeugdteam-samira';

/**
 * The desk of a regisseur of 60 families beside the plan page of one of them, both seen by that
 * regisseur, so both with their row in the access log. Goal S9: at most 2 × the work.
 */
export async function desk(): Promise<void> {
	const names = Array.from({ length: FAMILIES }, (_, index) => ({ name: `gezin${index}` }));
	const demo = await startDemo(familiesLikePiet(names));
	try {
		const cookie = await demo.signIn(REGISSEUR);
		const pages = { desk: '/werk', plan: '/plan/gezin7-gezin' };
		const html = await textOf(demo.origin + pages.desk, cookie);
		const shown = new Set(html.match(/\/plan\/gezin\d+-gezin/g)).size;
		if (shown !== FAMILIES) throw new Error(`the desk shows ${shown} families`);
		const micros: Record<keyof typeof pages, number[]> = { desk: [], plan: [] };
		for (let index = 0; index <= ROUNDS; index += 1) {
			for (const name of ['desk', 'plan'] as const) {
				const measured = await round(demo, pages[name], cookie, ANSWERS);
				// The first round warms up.
				if (index > 0) micros[name].push(measured);
			}
		}
		const ratios = micros.desk.map((one, index) => one / (micros.plan[index] ?? Number.NaN));
		report(
			'desk',
			[
				howMeasured(ROUNDS, ANSWERS),
				'Ratio: CPU of the desk over that of the plan page, pair by pair. Goal S9: at most 2.'
			],
			[
				{
					page: `desk of ${FAMILIES} families`,
					bytes: html.length,
					'CPU µs per answer': Math.round(median(micros.desk)),
					'min–max': span(micros.desk),
					ratio: median(ratios).toFixed(2)
				},
				{
					page: 'one plan',
					bytes: (await textOf(demo.origin + pages.plan, cookie)).length,
					'CPU µs per answer': Math.round(median(micros.plan)),
					'min–max': span(micros.plan),
					ratio: '1.00'
				}
			]
		);
	} finally {
		await demo.stop();
	}
}
