import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { isLate } from '../advice.rules.ts';
import { MEASURES } from '../catalogue.ts';
import type { AdviceView } from '../model.ts';
import {
	SPLITS,
	type CouncilView,
	type DoneView,
	type Organisation,
	type SplitBy,
	type TableView
} from '../page.model.ts';
import { canAnswerAdvice, canGiveAdvice, canReadTables } from '../policy.ts';
import { EVERYWHERE, type Measure } from '../table.model.ts';
import { advicesOf } from './advice.store.ts';
import { councilFacts } from './facts.ts';
import { councilsOf, organisationRow, regionNames } from './seats.store.ts';
import { sheetOf } from './sheet.ts';
import { cellsOf, publishedQuarters, storiesIn } from './tables.store.ts';

const unknown = () => new Denied('council.read', { outcome: 'hide', reason: 'onbekend' });

/** Whether somebody has a seat anywhere today: such a person has no desk (see `appointSeat`). */
export const sitsInCouncil = async (ctx: Ctx, actor: Actor): Promise<boolean> =>
	(await findCouncils(ctx, actor)).length > 0;

async function findCouncils(ctx: Ctx, actor: Actor): Promise<Organisation[]> {
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return [];
	return councilsOf(ctx.db.read, actor.id, dayInNetherlands(ctx.now()));
}

/** The councils in which somebody sits. @throws {Denied} for who sits in none */
export async function listCouncils(ctx: Ctx, actor: Actor): Promise<Organisation[]> {
	const councils = await findCouncils(ctx, actor);
	if (councils.length === 0) throw unknown();
	return councils;
}

/** The page of a council. @throws {Denied} for everyone who has no seat there */
export async function getCouncil(ctx: Ctx, actor: Actor, id: OrganisationId): Promise<CouncilView> {
	const { read } = ctx.db;
	const facts = await councilFacts(ctx, read, id);
	authorize(canReadTables, actor, facts);
	if (!facts) throw unknown();
	const [newest] = await publishedQuarters(read);
	return {
		organisation: { id, name: facts.name },
		newest: newest?.quarter ?? null,
		tables: MEASURES.map((measure) => ({ measure, table: tableOf(measure, 'total') })),
		stories:
			newest && facts.regionId
				? await storiesIn(read, { quarter: newest.quarter, region: facts.regionId as RegionId })
				: [],
		advices: await listAdvices(ctx, id),
		today: facts.today,
		may: {
			advise: may(canGiveAdvice, actor, facts),
			answer: may(canAnswerAdvice, actor, { ...facts, answered: false })
		}
	};
}

/**
 * One frozen table. Quarter and table are all there is to ask (D9); regions are those of the organisation.
 * @throws {Denied} for everyone who has no seat there, and for a quarter or table that is not there
 */
export async function getTable(
	ctx: Ctx,
	actor: Actor,
	id: OrganisationId,
	asked: { readonly quarter: string; readonly table: string; readonly language: string }
): Promise<TableView> {
	const { read } = ctx.db;
	const facts = await councilFacts(ctx, read, id);
	authorize(canReadTables, actor, facts);
	const found = findTable(asked.table);
	const quarters = await publishedQuarters(read);
	const here = quarters.find(({ quarter }) => quarter === asked.quarter);
	if (!facts || !found || !here) throw unknown();
	const regions = await regionNames(read);
	const { measure, split } = found;
	const ofMeasure = { criterion: measure.criterion, informant: measure.informant };
	const own = { ...ofMeasure, populations: [facts.regionId] };
	const everywhere = [...regions.map((region) => region.id), EVERYWHERE];
	const sheet = sheetOf({
		...found,
		...{ quarter: here.quarter, regions, language: asked.language },
		region: regions.find((region) => region.id === facts.regionId) ?? { id: '', name: '' },
		cells: await cellsOf(
			read,
			split === 'region'
				? { ...ofMeasure, populations: everywhere, dimension: 'total' }
				: { ...own, dimension: split }
		),
		wholes: await cellsOf(read, { ...own, dimension: 'total' })
	});
	return {
		organisation: { id, name: facts.name },
		...{ quarter: here.quarter, table: asked.table, sheet },
		splits: SPLITS.map((one) => ({
			table: tableOf(measure, one),
			split: one,
			here: one === split
		})),
		quarters: quarters.map(({ quarter }) => ({ quarter, here: quarter === here.quarter }))
	};
}

/** What everybody may read: what the council advised and what the organisation did with it. */
export async function getDone(ctx: Ctx, id: OrganisationId): Promise<DoneView> {
	const there = await organisationRow(ctx.db.read, id);
	if (!there) throw unknown();
	return {
		organisation: { id, name: there.name },
		advices: await listAdvices(ctx, id),
		today: dayInNetherlands(ctx.now())
	};
}

async function listAdvices(ctx: Ctx, id: OrganisationId): Promise<AdviceView[]> {
	const today = dayInNetherlands(ctx.now());
	return (await advicesOf(ctx.db.read, id)).map(({ advice, answer }) => ({
		...{ id: advice.id, quarter: advice.quarter, criterion: advice.criterion },
		...{ finding: advice.finding, advice: advice.advice },
		...{ givenOn: advice.givenOn, askedBy: advice.askedBy },
		answer: answer && {
			...{ words: answer.words, improvement: answer.improvement, on: answer.on },
			...{ chosenWith: answer.chosenWith, measuredIn: answer.measuredIn }
		},
		late: isLate(advice.askedBy, answer?.on ?? null, today)
	}));
}

/** The name of a table in an address: what was said, by whom, split by what. */
const tableOf = ({ criterion, informant }: Measure, split: SplitBy) =>
	`${criterion}.${informant}.${split}`;

const findTable = (name: string) =>
	MEASURES.flatMap((measure) => SPLITS.map((split) => ({ measure, split }))).find(
		({ measure, split }) => tableOf(measure, split) === name
	);
