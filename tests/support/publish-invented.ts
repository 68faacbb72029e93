// node tests/support/publish-invented.ts: freezes the tables of the last three quarters that are due, of invented
// answers, in the DATABASE_URL of a demo, as the job does it with real ones. Quarters that are there stay.
import { fileURLToPath } from 'node:url';
import { catalogueOf } from '#lib/council/catalogue.ts';
import { before, newestToPublish } from '#lib/council/quarter.rules.ts';
import { publishQuarter } from '#lib/council/server/publish.commands.ts';
import type { Observation } from '#lib/feedback/model.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { openPortal } from '#lib/server/running.ts';
import { answersFor } from './random-answers.ts';

/** Figures are told by region; whose organisation it was is left out of these. */
const ofNobody = <Row extends object>(rows: readonly Row[]) =>
	rows.map((row) => ({ ...row, organisation: null }));

/** Help of few families ends in one quarter: of most there is nothing to register. */
const happened = (one: Observation) => one.informant !== 'registration' || one.family.endsWith('0');

const invented = ['haaglanden', 'rijnmond'].map((region) => ({
	region,
	words: 'Het wisselen van hulpverlener was zwaar. De nieuwe luisterde wel.'
}));

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
if (process.env.DEMO !== '1') throw new Error('Invented tables are for a demo: DEMO=1.');
const ctx = await openPortal(process.env);
const newest = newestToPublish(ctx.now());
for (const [at, quarter] of [before(before(newest)), before(newest), newest].entries()) {
	const given = answersFor(at + 1, {
		catalogue: catalogueOf(['haaglanden', 'rijnmond', 'voorbeeldregio']),
		families: 900,
		regisseurs: 60,
		unknown: 0
	});
	try {
		const { outcome } = await publishQuarter(ctx, quarter, {
			observationsOf: async () => ofNobody(given.observations.filter(happened)),
			indicatorsOf: async () => [],
			askedIn: async () => ofNobody(given.asked),
			storiesOf: async () => invented,
			closeQuarter: async () => undefined,
			forgetClosed: async () => undefined
		});
		if (outcome !== 'published') throw new Error(`${quarter}: ${outcome}`);
	} catch (thrown) {
		// Frozen before.
		if (!(thrown instanceof Denied)) throw thrown;
	}
}
ctx.db.close();
