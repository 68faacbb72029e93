// node tests/support/publish-invented.ts: freezes the tables of three quarters of invented answers in
// DATABASE_URL, as the job does it with real ones.
import { fileURLToPath } from 'node:url';
import { catalogueOf } from '#lib/council/catalogue.ts';
import { publishQuarter } from '#lib/council/server/publish.commands.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import { openPortal } from '#lib/server/running.ts';
import { answersFor } from './random-answers.ts';

/** Figures are told by region; whose organisation it was is left out of these. */
const ofNobody = <Row extends object>(rows: readonly Row[]) =>
	rows.map((row) => ({ ...row, organisation: null }));

const invented = ['haaglanden', 'rijnmond'].map((region) => ({
	region,
	words: 'Het wisselen van hulpverlener was zwaar. De nieuwe luisterde wel.'
}));

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const ctx = await openPortal(process.env);
const quarters: Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3'];
for (const [at, quarter] of quarters.entries()) {
	const given = answersFor(at + 1, {
		catalogue: catalogueOf(['haaglanden', 'rijnmond', 'voorbeeldregio']),
		families: 420,
		regisseurs: 40,
		unknown: 0
	});
	const { outcome } = await publishQuarter(ctx, quarter, {
		observationsOf: async () => ofNobody(given.observations),
		indicatorsOf: async () => [],
		askedIn: async () => ofNobody(given.asked),
		storiesOf: async () => invented,
		closeQuarter: async () => undefined,
		forgetClosed: async () => undefined
	});
	if (outcome !== 'published') throw new Error(`${quarter}: ${outcome}`);
}
ctx.db.close();
