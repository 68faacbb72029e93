import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf, participationOf } from '#lib/family/rules.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import { loadConsent } from '#lib/consent/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf, type Person } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { HelpForm, HelpView, NetworkView } from '../model.ts';
import { canEndHelp, canOpenNetwork, canReadHelp, canWriteHelp } from '../policy.ts';
import { isOver } from '../rules.ts';
import { helpRows, type HelpRow } from './help.store.ts';

type Loaded = Pick<LoadedPlan, 'family' | 'consent'>;

/**
 * Who helps from the own network today, as far as this person may see it: for other pages, such as
 * the handover and the fridge.
 */
export async function listNetwork(
	read: Reader,
	actor: Person,
	loaded: Loaded
): Promise<HelpView[]> {
	const { today, id } = loaded.family.facts;
	const rows = await helpRows(read, id);
	return viewsOf(actor, loaded, rows).filter((one) => !isOver(one, today));
}

/**
 * The page about the own network of a family.
 * @throws {Denied} for who may see for no child of it and is named in no line
 */
export async function getNetworkPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<NetworkView> {
	const { loaded, rows } = await loadNetwork(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canOpenNetwork, actor, loaded && networkFacts(loaded, rows));
	await recordRead(ctx, permit, { thing: 'network', familyId: id });
	const empty = { familyId: id, now: [], before: [], form: null };
	if (!loaded || actor.kind !== 'person') return empty;
	const views = viewsOf(actor, loaded, rows);
	const { today } = loaded.family.facts;
	return {
		familyId: id,
		now: views.filter((one) => !isOver(one, today)),
		before: views.filter((one) => isOver(one, today)),
		form: formFor(actor, loaded)
	};
}

/** A family with its lines, before any rule was asked. */
export async function loadNetwork(read: Reader, id: FamilyId, today: HelpRow['from']) {
	const family = await loadFamily(read, id, today);
	if (!family) return { loaded: null, rows: [] };
	const loaded: Loaded = { family, consent: await loadConsent(read, id) };
	return { loaded, rows: await helpRows(read, id) };
}

export const networkFacts = ({ family, consent }: Loaded, rows: readonly HelpRow[]) => ({
	id: family.facts.id,
	family: family.facts,
	consent,
	helpers: rows.map(({ personId }) => personId)
});

function viewsOf(actor: Person, loaded: Loaded, rows: readonly HelpRow[]): HelpView[] {
	const { named, about } = viewerOf(actor, loaded);
	const facts = { family: loaded.family.facts, consent: loaded.consent };
	return rows
		.filter((row) => may(canReadHelp, actor, { ...row, ...facts }))
		.map((row) => {
			const person = row.personId ? named(row.personId) : null;
			const over = isOver(row, facts.family.today);
			return {
				id: row.id,
				person,
				name: person?.name ?? row.name ?? '',
				help: row.help,
				since: row.from,
				until: row.until,
				about: about(row.children),
				wholeFamily: row.children.length === 0,
				mayChange: !over && may(canWriteHelp, actor, { ...row, ...facts, about: [row.children] }),
				mayEnd: !over && may(canEndHelp, actor, { ...row, ...facts })
			};
		});
}

/** What this person can choose in a line; null for who may write none. */
function formFor(actor: Person, { family, consent }: Loaded): HelpForm | null {
	const facts = { id: family.facts.id, family: family.facts, consent, addedBy: null };
	const { named } = viewerOf(actor, { family, consent });
	const mayWriteAbout = (children: HelpRow['children']) =>
		may(canWriteHelp, actor, { ...facts, about: [children] });
	const children = childrenOf(family.facts).filter((child) => mayWriteAbout([child]));
	if (children.length === 0) return null;
	return {
		people: family.people
			.filter(({ personId }) => participationOf(family.facts, personId)?.relation === 'netwerk')
			.flatMap(({ personId }) => named(personId) ?? []),
		children: children.flatMap((child) => named(child) ?? []),
		wholeFamily: mayWriteAbout([])
	};
}
