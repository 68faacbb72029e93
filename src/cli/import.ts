import { readFile } from 'node:fs/promises';
import { importMessage } from '#lib/imports/server/commands.ts';
import type { ImportOutcome, Problem } from '#lib/imports/model.ts';
import { sourceOf } from '#lib/imports/problems.ts';
import { sentenceOf } from '#lib/imports/wording.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { EXIT, withPortal } from './portal.ts';

const WRONG_USE = 'Gebruik: npm run import -- bericht.json [nog-een-bericht.json …]';

async function run(files: readonly string[]): Promise<number> {
	if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
		console.error(WRONG_USE);
		return EXIT.wrongUse;
	}
	const messages: { file: string; json: unknown }[] = [];
	for (const file of files) {
		const json = await readJson(file);
		if (json === undefined) return EXIT.wrongUse;
		messages.push({ file, json });
	}
	return withPortal(async (ctx) => {
		let worst: number = EXIT.done;
		for (const { file, json } of messages)
			worst = Math.max(worst, await importOne(ctx, file, json));
		return worst;
	});
}

/** The parsed file; undefined, with a line that says why, when it cannot be read. */
async function readJson(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) {
		console.error(`${file}: dit bestand is niet te lezen.`);
		return undefined;
	}
	try {
		return JSON.parse(text);
	} catch {
		console.error(`${file}: dit is geen geldige JSON.`);
		return undefined;
	}
}

/** Whoever may run commands on this machine speaks for every source, so for the one in the file. */
async function importOne(ctx: Ctx, file: string, json: unknown): Promise<number> {
	const outcome = await importMessage(ctx, { kind: 'machine', source: sourceOf(json) }, json);
	if (outcome.state === 'refused') {
		console.error(`${file}: geweigerd. Er is niets veranderd.`);
		for (const problem of outcome.problems) console.error(`  ${lineOf(problem)}`);
		return EXIT.refused;
	}
	console.log(`${file}: ${summaryOf(outcome)}`);
	if (outcome.state === 'taken-in') tellInvitations(outcome.invited);
	return EXIT.done;
}

const lineOf = (problem: Problem) =>
	`${problem.path} — ${sentenceOf(problem, 'nl')} / ${sentenceOf(problem, 'en')}`;

type Accepted = Exclude<ImportOutcome, { state: 'refused' }>;
type TakenIn = Extract<ImportOutcome, { state: 'taken-in' }>;

function summaryOf(outcome: Accepted): string {
	if (outcome.state === 'already-known') return 'dit bericht was al bekend. Er is niets veranderd.';
	if (outcome.state === 'older') return 'het portaal weet al iets nieuwers. Er is niets veranderd.';
	const count = (change: TakenIn['families'][number]['change']) =>
		outcome.families.filter((family) => family.change === change).length;
	const older = count('older');
	return (
		`ingelezen. Nieuwe gezinnen: ${count('create')}. Bijgewerkt: ${count('update')}.` +
		(older > 0 ? ` Overgeslagen, omdat er al iets nieuwers bekend is: ${older}.` : '')
	);
}

function tellInvitations(invited: TakenIn['invited']): void {
	if (invited.length > 0) console.log(`  Uitgenodigd per e-mail: ${invited.length}.`);
	const sharing = invited.filter(({ sharesAddress }) => sharesAddress);
	if (sharing.length === 0) return;
	console.log('  Deze mensen delen een e-mailadres. Geef ieder deze code persoonlijk:');
	for (const { name, personalCode } of sharing) console.log(`    ${name}: ${personalCode}`);
}

// npm run import -- file.json: takes in case messages from files, in the order given.
process.exitCode = await run(process.argv.slice(2));
