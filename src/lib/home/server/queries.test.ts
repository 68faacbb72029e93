import { beforeEach, expect, test, vi } from 'vitest';
import { familyRows } from '#lib/family/server/store.ts';
import { planRow } from '#lib/plan/server/store.ts';
import { findChild } from '#lib/family/server/child.queries.ts';
import { aroundRows } from '#lib/feedback/server/around.store.ts';
import { ownDoor } from '#lib/toekomstplan/server/queries.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { aJim, aroundAmira, as } from '../../../../tests/support/jim.ts';
import { getHomePage } from './queries.ts';

// Counts the readings themselves: what a page costs on a busy machine cannot be told by a clock.
vi.mock('#lib/family/server/store.ts', async (original) => {
	const store = await original<typeof import('#lib/family/server/store.ts')>();
	return { ...store, familyRows: vi.fn(store.familyRows) };
});
vi.mock('#lib/family/server/child.queries.ts', async (original) => {
	const queries = await original<typeof import('#lib/family/server/child.queries.ts')>();
	return { ...queries, findChild: vi.fn(queries.findChild) };
});
vi.mock('#lib/plan/server/store.ts', async (original) => {
	const store = await original<typeof import('#lib/plan/server/store.ts')>();
	return { ...store, planRow: vi.fn(store.planRow) };
});
vi.mock('#lib/feedback/server/around.store.ts', async (original) => {
	const store = await original<typeof import('#lib/feedback/server/around.store.ts')>();
	return { ...store, aroundRows: vi.fn(store.aroundRows) };
});

const times = (reading: unknown) => vi.mocked(reading as () => void).mock.calls.length;
beforeEach(() => vi.clearAllMocks());

async function world() {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, aroundAmira);
	const { jim } = await aJim(ctx);
	await aFamilyInDatabase(ctx, {
		...{ id: 'tweede', regisseurs: [{ id: 'Erik' }] },
		people: [
			{ id: 'moeder', relation: 'ouder' },
			{ id: 'baby', relation: 'kind' }
		]
	});
	vi.clearAllMocks();
	return { ctx, jim };
}

test.each([
	['a youth', 'Amira', 1],
	['a mother of two families, with a JIM beside her daughter', 'moeder', 2]
])('the home page of %s reads each family and plan once', async (_, who, families) => {
	const { ctx } = await world();
	await getHomePage(ctx, as(who));
	expect(times(familyRows)).toBe(families);
	expect(times(planRow)).toBe(families);
	expect(times(aroundRows)).toBe(0);
});

test('whether there is an own plan is asked once for the bar and for the page', async () => {
	const { ctx } = await world();
	const door = ownDoor(ctx, as('Amira'));
	await getHomePage(ctx, as('Amira'), () => door);
	expect(times(findChild)).toBe(1);
});

test('links: a youth to what they think, a JIM as a JIM, and others nowhere', async () => {
	const { ctx, jim } = await world();
	const linked = async (who: ReturnType<typeof as>) => (await getHomePage(ctx, who)).feedback;
	expect(await linked(as('Amira'))).toEqual({ audience: 'youth', story: null });
	expect(await linked(as('moeder'))).toEqual({ audience: 'parent', story: null });
	expect(await linked(jim)).toEqual({ audience: 'jim', story: null });
	expect(await linked(as('tante'))).toBe(null);
});
