import { bareOfLength, buildBare } from '../bare.ts';
import { startDemo } from '../demo.ts';
import { median, report, type Row } from '../report.ts';
import { howMeasured, round, span, textOf } from '../round.ts';

const ROUNDS = 7;
const ANSWERS = 1500;
const ARTICLE = '/rechten/ouder/hulp-met-druk';

/**
 * A public article for a visitor against a page of Kit alone with as much html: alternating rounds, CPU
 * per answer of the server process. Goal S4: at least 2.5 times the bare page.
 */
export async function rights(): Promise<void> {
	buildBare();
	const demo = await startDemo();
	const html = await textOf(`${demo.origin}${ARTICLE}`, '');
	const bare = await bareOfLength(html.length);
	try {
		const bareHtml = await textOf(bare.origin, '');
		const kept: number[] = [];
		const small: number[] = [];
		const fresh: number[] = [];
		const kit: number[] = [];
		for (let index = -1; index < ROUNDS; index += 1) {
			const figures = [
				await round(demo, ARTICLE, ''),
				await round(bare, '/', ''),
				await round(demo, ARTICLE, '', ANSWERS, 'br'),
				// A query that nobody reads: made anew each time, as before pages were kept.
				await round(demo, `${ARTICLE}?vers`, '')
			];
			// The first round only warms up.
			if (index < 0) continue;
			for (const [at, list] of [kept, kit, small, fresh].entries()) list.push(figures[at] ?? 0);
		}
		const row = (page: string, bytes: number, micros: readonly number[]): Row => ({
			page,
			bytes,
			'CPU µs per answer': Math.round(median(micros)),
			'min–max': span(micros),
			ratio: median(micros.map((one, index) => (kit[index] ?? Number.NaN) / one)).toFixed(2)
		});
		report(
			'rights',
			[
				howMeasured(ROUNDS),
				'Ratio: requests per CPU second over those of the bare page, pair by pair. Goal S4: 2.50.'
			],
			[
				row('article, kept', html.length, kept),
				row('article, kept, brotli', html.length, small),
				row('article, made anew', html.length, fresh),
				row('Kit bare', bareHtml.length, kit)
			]
		);
	} finally {
		await demo.stop();
		await bare.stop();
	}
}
