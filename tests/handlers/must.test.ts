import { beforeEach, expect, test } from 'vitest';
import type { MustView } from '#lib/rights/view.model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { actions, load } from '../../src/routes/(open)/rechten/moet-dit/+page.server.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';

let ctx: Ctx;
let raw: Awaited<ReturnType<typeof aContext>>;
beforeEach(async () => {
	raw = await aContext();
	({ ctx } = raw);
});

type Shown = {
	readonly draft: Readonly<Record<string, string>>;
	readonly result: MustView | null;
};

/** Sends the form, and then loads the page that answers it. */
async function answered(form: Record<string, string>) {
	const { event, headers, jar } = anEvent(ctx, { address: '/rechten/moet-dit', form });
	const action = await endOf(() => actions.default(event));
	const loaded = await endOf(() => load(event));
	const { page } = loaded.data as { page: { view: Shown } };
	return { action, ...page.view, headers, cookies: [...jar.keys()] };
}

test('the questions come without answers, and are not kept by a browser', async () => {
	const { event, headers } = anEvent(ctx, { address: '/rechten/moet-dit?who=ouder&heard=ots' });
	const { data } = await endOf(() => load(event));
	expect((data as { page: { view: Shown } }).page.view).toEqual({ draft: {}, result: null });
	expect(headers).toEqual({ 'cache-control': 'no-store' });
});

test('answers give a result, and leave nothing', async () => {
	const shown = await answered({ who: 'ouder', gezag: 'ja', age: 'from12', heard: 'druk' });
	expect(shown.action).toEqual({ status: 200, data: undefined });
	expect(shown.result?.stages.map((one) => `${one.stage} ${one.verdict}`)).toEqual([
		'druk mayRefuse'
	]);
	expect(shown.result?.stages[0]?.articles[0]?.title).toBe('Hulp die voelt alsof het moet');
	expect(shown.headers).toEqual({ 'cache-control': 'no-store' });
	expect(shown.cookies).toEqual([]);
});

test('an empty form is answered as well', async () => {
	const { result } = await answered({});
	expect(result?.stages.map((one) => one.stage)).toEqual(['onbekend']);
	expect(result?.lines.length).toBeGreaterThan(1);
});

test('a measure has its article first', async () => {
	const { result } = await answered({ who: 'jongere', age: 'from12', heard: 'vrijwillig,ots' });
	expect(result?.first?.slug).toBe('meekijken');
	expect(result?.audience).toBe('jongere');
});

test('back to the questions, with what was answered', async () => {
	const { draft, result } = await answered({ who: 'voogd', heard: 'ots,spoed', again: 'ja' });
	expect(result).toBeNull();
	expect(draft).toEqual({
		...{ who: 'voogd', age: 'onbekend', gezag: 'onbekend', heard: 'ots,spoed', region: 'anders' }
	});
});

test('what no choice sends is refused, and kept in the form', async () => {
	const { action, result } = await answered({ who: 'ouder', heard: 'alles' });
	expect(action).toMatchObject({
		status: 400,
		data: { values: { who: 'ouder', heard: 'alles' } }
	});
	expect(result).toBeNull();
});
