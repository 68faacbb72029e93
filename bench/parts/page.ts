import { bareOfLength, buildBare } from '../bare.ts';
import { startDemo } from '../demo.ts';
import { median, report } from '../report.ts';
import { howMeasured, round, span, textOf } from '../round.ts';

const ROUNDS = 7;

/**
 * The signed-in plan page against a page of Kit alone with as much html: alternating rounds, CPU per
 * answer of the server process from the operating system. Goal S1: at least 0.60 of the bare page.
 */
export async function page(): Promise<void> {
	buildBare();
	const demo = await startDemo();
	const cookie = await demo.signIn('piet-vader');
	const html = await textOf(`${demo.origin}/plan`, cookie);
	const bare = await bareOfLength(html.length);
	try {
		const bareHtml = await textOf(bare.origin, '');
		await round(demo, '/plan', cookie);
		await round(bare, '/', '');
		const plan: number[] = [];
		const kit: number[] = [];
		for (let index = 0; index < ROUNDS; index += 1) {
			plan.push(await round(demo, '/plan', cookie));
			kit.push(await round(bare, '/', ''));
		}
		const ratios = plan.map((micros, index) => (kit[index] ?? Number.NaN) / micros);
		report(
			'page',
			[
				howMeasured(ROUNDS),
				'Ratio: requests per CPU second of the plan page over those of the bare page, pair by pair. Goal S1: 0.60.'
			],
			[
				{
					page: 'plan, signed in',
					bytes: html.length,
					'CPU µs per answer': Math.round(median(plan)),
					'min–max': span(plan),
					ratio: median(ratios).toFixed(2)
				},
				{
					page: 'Kit bare',
					bytes: bareHtml.length,
					'CPU µs per answer': Math.round(median(kit)),
					'min–max': span(kit),
					ratio: '1.00'
				}
			]
		);
	} finally {
		await demo.stop();
		await bare.stop();
	}
}
