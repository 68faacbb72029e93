import type { Page } from '@playwright/test';

const YOUTH = 'zestien-yara';
const AUNT = 'zestien-tante';

const originOf = (page: Page) => new URL(page.url()).origin;

/** Sends a form as the browser of this page does. @returns the page that answers */
async function send(page: Page, path: string, form: Record<string, string>): Promise<string> {
	const origin = originOf(page);
	const answer = await page.request.post(origin + path, {
		form: { key: crypto.randomUUID(), ...form },
		headers: { origin, accept: 'text/html' }
	});
	return answer.text();
}

/** From here on the page is this person's. */
export async function become(page: Page, person: string): Promise<void> {
	const origin = originOf(page);
	await page.request.post(`${origin}/demo/aanmelden`, {
		...{ form: { persoon: person }, headers: { origin }, maxRedirects: 0 }
	});
}

const show = (page: Page, path: string) => page.goto(originOf(page) + path);

const textOf = async (page: Page, path: string) =>
	(await page.request.get(originOf(page) + path)).text();

/** The question that is open, or the JIM of now; of the youth who looks. */
async function idIn(page: Page, pattern: RegExp): Promise<string | null> {
	return pattern.exec(await textOf(page, '/naast-mij'))?.[1] ?? null;
}
const activeJim = (page: Page) => idIn(page, /naast-mij\/delen\/([\w-]+)/);
const openQuestion = (page: Page) => idIn(page, /\?\/withdraw"[\s\S]*?name="jim" value="([\w-]+)"/);

/** The youth looks at a page, and has no JIM and no open question. */
export async function withNobody(page: Page, path: string): Promise<void> {
	await become(page, YOUTH);
	const active = await activeJim(page);
	if (active) await send(page, '/naast-mij?/stop', { jim: active });
	const open = await openQuestion(page);
	if (open) await send(page, '/naast-mij?/withdraw', { jim: open });
	await show(page, path);
}

/** What was handed over, by where it was: a youth asks five times an hour at most. */
const handedOver = new Map<string, { jim: string | null; path: string; code: string }>();

/** The youth asked somebody. @returns the address of the question, and the code */
export async function withQuestion(page: Page): Promise<{ path: string; code: string }> {
	await become(page, YOUTH);
	const known = handedOver.get(originOf(page));
	const open = await openQuestion(page);
	if (open && known?.jim === open) return known;
	await withNobody(page, '/naast-mij');
	const handed = await send(page, '/naast-mij/vragen', { name: 'mijn tante' });
	const [, path = 'no link'] = /(\/uitnodiging\/naast\/[\w-]+)/.exec(handed) ?? [];
	const [, code = 'no code'] = /class="code[^"]*">(\w+)</.exec(handed) ?? [];
	const question = { jim: await openQuestion(page), path, code };
	handedOver.set(originOf(page), question);
	return question;
}

/**
 * The aunt of a youth of 16 stands beside her, with everything that can be there: shared parts, a view,
 * a note, a parent who was told. Then this person looks at a page of theirs.
 * @param path where the relation's id goes, as `[jim]`
 */
export async function withJim(page: Page, person: string, path: string): Promise<void> {
	await become(page, YOUTH);
	const jim = (await activeJim(page)) ?? (await begin(page));
	await become(page, person);
	await show(page, path.replace('[jim]', jim));
}

async function begin(page: Page): Promise<string> {
	const { path, code } = await withQuestion(page);
	await become(page, AUNT);
	await send(page, path, { says: 'ja', role: 'ja', code });
	await become(page, YOUTH);
	const jim = (await activeJim(page)) ?? 'no jim';
	const sharing = `/naast-mij/delen/${jim}`;
	for (const part of ['woorden', 'doelen', 'stappen', 'afspraken', 'regisseur'])
		await send(page, `${sharing}?/share`, { jim, part, share: 'ja' });
	await send(page, `${sharing}?/words`, { jim, words: 'Bel me op zondag.' });
	await send(page, `${sharing}?/tell`, { jim, parents: 'ja', regisseur: 'ja' });
	const talk = `/naast-mij/gesprek/${jim}?/add`;
	await send(page, talk, { topic: 'hoe', words: 'Elke zondag bellen.' });
	const notes = `/naast-mij/briefjes/${jim}`;
	await send(page, `${notes}?/danger`, {});
	await send(page, `${notes}?/write`, { words: 'Het ging goed vandaag.' });
	await become(page, AUNT);
	await send(page, talk, { topic: 'niet', words: 'Ik vertel niets door.' });
	const goal = 'zestien-doel-school';
	await send(page, `/naast-mij/voor/${jim}?/view`, { goal, words: 'Je zet door.' });
	return jim;
}
