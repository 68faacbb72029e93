import { createClient } from '@libsql/client';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { StepInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { readConfig } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { makeLog } from '#lib/server/log.ts';
import { startDemo } from '../demo.ts';
import { familiesLikePiet } from '../families.ts';
import { median, report, type Row } from '../report.ts';
import { howMeasured, round, span, textOf } from '../round.ts';

const ROUNDS = 5;
const ANSWERS = 300;
const FEW = 5;
const MANY = 40;
const VERSIONS = 500;
const REGISSEUR = 'jeugdteam-samira' as PersonId;

/** Few steps and one version; few steps and many versions; many of both. */
const PLANS = [
	{ name: 'klein', steps: FEW, versions: 1 },
	{ name: 'midden', steps: FEW, versions: VERSIONS },
	{ name: 'groot', steps: MANY, versions: VERSIONS }
] as const;

/**
 * The plan page of 40 steps and 500 versions beside one of 5 steps and 1 version: goal S10, at most
 * 1.5 × the work. Also the page of versions, and what a version takes on disk by the size of the plan.
 */
export async function versions(): Promise<void> {
	let stored: Record<string, number> = {};
	const demo = await startDemo(familiesLikePiet(PLANS), async (url) => {
		for (const plan of PLANS) await edit(url, plan);
		stored = await bytesAVersion(url);
	});
	try {
		const pages = await Promise.all(
			PLANS.flatMap(({ name, steps, versions }) =>
				['', '/versies'].map(async (part) => {
					const cookie = await demo.signIn(`${name}-vader`);
					const path = `/plan/${name}-gezin${part}`;
					const html = await textOf(demo.origin + path, cookie);
					const what = `${part ? 'versions' : 'plan'}, ${steps} steps, ${versions} versions`;
					return { name, part, what, cookie, path, bytes: html.length, micros: [] as number[] };
				})
			)
		);
		for (let index = 0; index <= ROUNDS; index += 1) {
			for (const page of pages) {
				const measured = await round(demo, page.path, page.cookie, ANSWERS);
				if (index > 0) page.micros.push(measured);
			}
		}
		const base = pages.find(({ name, part }) => name === 'klein' && part === '');
		const rows: Row[] = pages.map(({ name, part, what, bytes, micros }) => ({
			page: what,
			bytes,
			'CPU µs per answer': Math.round(median(micros)),
			'min–max': span(micros),
			ratio: median(micros.map((one, index) => one / (base?.micros[index] ?? Number.NaN))).toFixed(
				2
			),
			'bytes a version': part ? '' : Math.round(stored[name] ?? Number.NaN) || ''
		}));
		report(
			'versions',
			[
				howMeasured(ROUNDS, ANSWERS),
				'Ratio: CPU over that of the plan of 5 steps and 1 version, round by round. Goal S10, for the plan of 40 steps and 500 versions: at most 1.5.',
				'Bytes a version: what its rows say, where one step changed its words; the same for a small plan and a large one.'
			],
			rows
		);
	} finally {
		await demo.stop();
	}
}

/** The regisseur gives one step after another other words, through the real command. */
async function edit(url: string, plan: (typeof PLANS)[number]): Promise<void> {
	const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, LOG_LEVEL: 'silent' });
	const db = await openDatabase(config.database);
	const start = Date.now();
	const actor: Actor = { kind: 'person', id: REGISSEUR, assurance: 'second-factor' };
	const family = `${plan.name}-gezin` as FamilyId;
	// The import was the first version.
	for (let number = 2; number <= plan.versions; number += 1) {
		const now = () => new Date(start + number * 1000);
		const ctx = { db, config, now, log: makeLog('silent'), requestId: 'bench' };
		const at = number % plan.steps;
		const goal = `${plan.name}-doel-${Math.floor(at / FEW)}`;
		const input = StepInput.parse({
			...{
				key: crypto.randomUUID(),
				goal,
				step: `${plan.name}-stap-${Math.floor(at / FEW)}-${at % FEW}`
			},
			...{ title: `Samen eten, versie ${number}`, owner: `${plan.name}-vader`, state: 'bezig' }
		});
		await savePart(ctx, actor, family, { kind: 'step', input });
	}
	db.close();
}

/** The mean size of what the rows of one edited version say, by the name of the family. */
async function bytesAVersion(url: string): Promise<Record<string, number>> {
	const client = createClient({ url });
	const { rows } = await client.execute(`
		SELECT plan_id AS plan, avg(size) AS bytes FROM (
			SELECT v.plan_id, 24 + length(v.plan_id) + length(coalesce(v.author_id, '')) + length(v.cause)
				+ sum(length(i.plan_id) + length(i.kind) + length(i.item_id) + 8
					+ length(coalesce(i."before", '')) + length(coalesce(i."after", ''))) AS size
			FROM plan_version v JOIN plan_version_item i ON i.plan_id = v.plan_id AND i.number = v.number
			WHERE v.cause = 'edit' GROUP BY v.plan_id, v.number
		) GROUP BY plan_id`);
	client.close();
	return Object.fromEntries(
		rows.map((row) => [String(row.plan).split('-')[0], Number(row.bytes)] as const)
	);
}
