import type { Client } from '@libsql/client';
import type { FamilyId, RegionId } from '#lib/family/model.ts';
import { AGE_BANDS, HELP_KINDS, type Criterion, type Quarter } from '#lib/feedback/model.ts';
import { newQuarterKey, pseudonymsWith } from '#lib/feedback/server/pseudonym.ts';
import { insertKey, settle, type AnswerRow } from '#lib/feedback/server/store.ts';
import type { Ctx } from '#lib/server/ctx.ts';

export const FAMILIES = 4000;
/** Of every sixty families one regisseur. */
const CASELOAD = 60;
const REGIONS = ['rijnmond', 'haaglanden', 'voorbeeld'] as const;

/** Families `gezin-<n>` with a youth, a parent with gezag and a regisseur, in three regions. */
export async function fillFamilies(client: Client): Promise<void> {
	const all = (sql: string) =>
		client.execute(`
		WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${FAMILIES - 1}) ${sql}`);
	const staff = Math.ceil(FAMILIES / CASELOAD);
	for (const id of REGIONS)
		await client.execute({
			sql: `INSERT INTO region (id, name, regisseur_word) VALUES (?, ?, 'regisseur')`,
			args: [id, id]
		});
	await client.execute(`INSERT INTO organisation (id, region_id, name, kind)
		VALUES ('team', 'rijnmond', 'Team', 'lokaal_team')`);
	await all(`INSERT INTO person (id, source, given_name, family_name, language)
		SELECT 'regisseur-' || i, 'team', 'Regisseur', 'Nummer', 'nl' FROM n WHERE i < ${staff}`);
	await all(`INSERT INTO professional (person_id, organisation_id, role, working_days)
		SELECT 'regisseur-' || i, 'team', 'regisseur', '[]' FROM n WHERE i < ${staff}`);
	await all(`INSERT INTO family (id, region_id, source, known_until)
		SELECT 'gezin-' || i, (CASE i % 3 WHEN 0 THEN 'rijnmond' WHEN 1 THEN 'haaglanden' ELSE 'voorbeeld' END),
			'team', 0 FROM n`);
	await all(`INSERT INTO person (id, source, given_name, family_name, language, birth_date)
		SELECT 'gezin-' || i || '-kind', 'team', 'Kind', 'Gezin', 'nl', (2010 + i % 5) || '-05-05' FROM n`);
	await all(`INSERT INTO person (id, source, given_name, family_name, language, birth_date)
		SELECT 'gezin-' || i || '-ouder', 'team', 'Ouder', 'Gezin', 'nl', '1985-05-05' FROM n`);
	for (const [magnet, relation] of ['kind', 'ouder'].entries())
		await all(`INSERT INTO participant (id, family_id, person_id, relation, magnet, "from")
			SELECT 'gezin-' || i || '-is-${relation}', 'gezin-' || i, 'gezin-' || i || '-${relation}',
				'${relation}', ${magnet}, '2020-01-01' FROM n`);
	await all(`INSERT INTO gezag (id, family_id, child_id, holder_id, kind, "from")
		SELECT 'gezin-' || i || '-gezag', 'gezin-' || i, 'gezin-' || i || '-kind', 'gezin-' || i || '-ouder',
			'eenhoofdig', '2020-01-01' FROM n`);
	await all(`INSERT INTO regisseur_assignment (id, family_id, person_id, "from", reason)
		SELECT 'gezin-' || i || '-regie', 'gezin-' || i, 'regisseur-' || (i / ${CASELOAD}), '2020-01-01', 'Nieuw team' FROM n`);
	await all(`INSERT INTO kader (id, family_id, child_id, kind, "from", decided_by)
		SELECT 'gezin-' || i || '-kader', 'gezin-' || i, 'gezin-' || i || '-kind',
			(CASE WHEN i % 5 = 0 THEN 'ots' ELSE 'vrijwillig' END), '2020-01-01', 'de kinderrechter' FROM n`);
}

const ASKED: readonly Criterion[] = ['use', 'independent', 'goals'];

/** What youths and parents of these families said in a quarter, three answers each; four in five answer. */
export async function fillAnswers(ctx: Ctx, quarter: Quarter): Promise<number> {
	const key = newQuarterKey();
	const pseudonyms = pseudonymsWith(key);
	const rows: AnswerRow[] = [];
	for (let at = 0; at < FAMILIES; at += 1) {
		const id = `gezin-${at}` as FamilyId;
		for (const informant of ['youth', 'parent'] as const) {
			if ((at * 7 + (informant === 'youth' ? 0 : 3)) % 5 === 0) continue;
			const respondent = pseudonyms('person', `${id}-${informant === 'youth' ? 'kind' : 'ouder'}`);
			for (const [number, criterion] of ASKED.entries())
				rows.push({
					...{ quarter, criterion, question: criterion, version: 2, informant, respondent },
					id: pseudonyms('answer', respondent, criterion),
					family: pseudonyms('family', id),
					regisseur: pseudonyms('regisseur', `regisseur-${Math.floor(at / CASELOAD)}`),
					value: criterion === 'use' ? 4 + ((at + number) % 6) : 2 + ((at + number) % 3),
					region: (REGIONS[at % 3] ?? REGIONS[0]) as RegionId,
					ageBand: AGE_BANDS[at % AGE_BANDS.length] ?? null,
					help: HELP_KINDS[at % 4] ?? null,
					kader: at % 5 === 0 ? 'ots' : 'vrijwillig',
					...{ organisation: null, open: false }
				});
		}
	}
	rows.sort((one, other) => (one.id < other.id ? -1 : 1));
	await ctx.db.write(async (tx) => {
		await insertKey(tx, quarter, key);
		await settle(tx, rows);
	});
	return rows.length;
}

/** So many answers in these quarters, as they lie there before they are published. */
export async function fillHistory(
	client: Client,
	quarters: readonly Quarter[],
	answers: number
): Promise<void> {
	const each = Math.round(answers / quarters.length);
	for (const quarter of quarters)
		await client.execute(`
			WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${each - 1})
			INSERT INTO feedback_answer SELECT '${quarter}', printf('%022x', i), 'use', 'use', 2, 'youth',
				hex(randomblob(11)), hex(randomblob(11)), hex(randomblob(11)), 1 + abs(random() % 10),
				'rijnmond', '12-15', NULL, 'vrijwillig', NULL, 0 FROM n`);
}
