import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, NARROW } from '../support/browser.ts';

test.use({ viewport: NARROW });

const ARTICLE = '/rechten/ouder/klacht';

type Voice = { readonly lang: string; readonly localService: boolean };
type Said = { readonly text: string; readonly rate: number; readonly lang: string };

const DUTCH: Voice = { lang: 'nl-NL', localService: true };

/**
 * A browser with these voices. It says each sentence for as long as `spoken` is not called.
 * @param late voices come only when `comes` is called
 */
async function withVoices(page: Page, voices: readonly Voice[], late = false): Promise<void> {
	await page.addInitScript(
		({ all, isLate }) => {
			const speech = new EventTarget();
			const said: Said[] = [];
			let now: { onend?: () => void } | null = null;
			let known: readonly Voice[] = isLate ? [] : all;
			Object.assign(speech, {
				getVoices: () => known,
				speak: (utterance: SpeechSynthesisUtterance & { onend: () => void }) => {
					said.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang });
					now = utterance;
				},
				cancel: () => {
					const ended = now;
					now = null;
					// As browsers do: what was stopped says so, later.
					setTimeout(() => ended?.onend?.());
				}
			});
			Object.defineProperty(window, 'speechSynthesis', { value: speech });
			Object.assign(window, {
				SpeechSynthesisUtterance: class {
					text: string;
					constructor(text: string) {
						this.text = text;
					}
				},
				voice: {
					said,
					isSpeaking: () => now !== null,
					spoken: () => {
						const ended = now;
						now = null;
						ended?.onend?.();
					},
					comes: () => {
						known = all;
						speech.dispatchEvent(new Event('voiceschanged'));
					}
				}
			});
		},
		{ all: voices, isLate: late }
	);
}

type Stub = {
	readonly said: Said[];
	readonly isSpeaking: () => boolean;
	readonly spoken: () => void;
	readonly comes: () => void;
};
declare global {
	interface Window {
		voice: Stub;
	}
}

const said = (page: Page) => page.evaluate(() => window.voice.said);
const spoken = (page: Page) => page.evaluate(() => window.voice.spoken());
const isSpeaking = (page: Page) => page.evaluate(() => window.voice.isSpeaking());
const player = (page: Page, at = 0) => page.locator('[data-player]').nth(at);
const button = (page: Page, name: string, at = 0) => player(page, at).getByRole('button', { name });

/** Says a part to its end. */
const sayAll = (page: Page) =>
	page.evaluate(() => {
		for (let turns = 0; turns < 200 && window.voice.isSpeaking(); turns++) window.voice.spoken();
	});

/** The words that somebody sees in a part. */
const seen = (page: Page, at: number) =>
	page
		.locator('main [data-read]')
		.nth(at)
		.evaluate((part: HTMLElement) => {
			const buttons = part.querySelector<HTMLElement>('[data-player]');
			if (buttons) buttons.style.display = 'none';
			const text = part.innerText;
			if (buttons) buttons.style.display = '';
			return text.replace(/\s+/g, ' ').trim();
		});

const READ = {
	'an article': (page: Page) => page.goto(ARTICLE),
	'an article with a word opened': async (page: Page) => {
		await page.goto(ARTICLE);
		await page.locator('.word > summary').first().click();
	},
	'the words': (page: Page) => page.goto('/woorden'),
	'what has to be': async (page: Page) => {
		await page.goto('/rechten/moet-dit');
		await page.getByLabel('Ik ben vader of moeder').check();
		const gezag = page.getByRole('group', { name: 'Hebt u gezag over het kind?' });
		await gezag.getByLabel('Ja', { exact: true }).check();
		await page.getByLabel('12 tot en met 15', { exact: true }).check();
		await page.getByLabel('Hulp die voelt alsof het moet').check();
		await page.getByRole('button', { name: 'Laat zien wat moet' }).click();
	}
};

for (const [name, open] of Object.entries(READ)) {
	test(`each part of ${name} is read aloud, exactly as it is seen`, async ({ page }) => {
		const complaints = complaintsOf(page);
		await withVoices(page, [{ lang: 'en-GB', localService: true }, DUTCH]);
		await open(page);
		await expect(page.locator('[data-player]').first()).toBeVisible();
		const parts = await page.locator('main [data-read]').count();
		await expect(page.locator('[data-player]')).toHaveCount(parts);
		for (let at = 0; at < parts; at++) {
			const before = (await said(page)).length;
			await button(page, 'Lees voor', at).click();
			await expect(page.locator('[data-reading]')).toHaveCount(1);
			await sayAll(page);
			const sentences = (await said(page)).slice(before);
			expect(sentences.map(({ text }) => text).join(' ')).toBe(await seen(page, at));
			expect(new Set(sentences.map(({ lang }) => lang))).toEqual(new Set(['nl-NL']));
			await expect(page.locator('[data-reading]')).toHaveCount(0);
		}
		expect(complaints).toEqual([]);
	});
}

test('pause waits, going on begins with the same sentence, and stop is over', async ({ page }) => {
	await withVoices(page, [DUTCH]);
	await page.goto(ARTICLE);
	await button(page, 'Lees voor').click();
	await expect(button(page, 'Pauze')).toBeFocused();
	await spoken(page);
	await button(page, 'Pauze').click();
	expect(await isSpeaking(page)).toBe(false);
	await page.waitForTimeout(50);
	expect(await said(page)).toHaveLength(2);
	await button(page, 'Ga verder').click();
	const sentences = await said(page);
	expect(sentences[2]).toEqual(sentences[1]);
	await button(page, 'Stop').click();
	expect(await isSpeaking(page)).toBe(false);
	await expect(button(page, 'Lees voor')).toBeFocused();
	await page.waitForTimeout(50);
	expect(await said(page)).toHaveLength(3);
});

test('another part takes over: two are never read at once', async ({ page }) => {
	await withVoices(page, [DUTCH]);
	await page.goto(ARTICLE);
	await button(page, 'Lees voor').click();
	await button(page, 'Lees voor', 1).click();
	await expect(page.locator('[data-reading]')).toHaveCount(1);
	await expect(button(page, 'Lees voor')).toBeVisible();
	await expect(button(page, 'Pauze', 1)).toBeVisible();
});

test('the pace changes at once and is kept for the next page', async ({ page, context }) => {
	await withVoices(page, [DUTCH]);
	await page.goto(ARTICLE);
	await button(page, 'Lees voor').click();
	await player(page).getByLabel('Tempo').selectOption('Rustig');
	const [first, second] = await said(page);
	expect(second?.text).toBe(first?.text);
	expect(second?.rate).toBeLessThan(first?.rate ?? 0);
	const [kept] = await context.cookies();
	expect(kept).toMatchObject({ name: '__Host-weergave', value: 'normal.slow', secure: true });
	await page.goto('/hulp');
	await button(page, 'Lees voor').click();
	expect((await said(page))[0]?.rate).toBe(second?.rate);
});

test('a voice that comes late brings the buttons, without anything moving', async ({ page }) => {
	await withVoices(page, [DUTCH], true);
	await page.goto(ARTICLE);
	await expect(page.locator('[data-player]')).toHaveCount(0);
	const places = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('main :is(h2, h3, p, li)')].map(
				(line) => line.getBoundingClientRect().top
			)
		);
	const before = await places();
	await page.evaluate(() => window.voice.comes());
	await expect(button(page, 'Lees voor')).toBeVisible();
	expect(await places()).toEqual(before);
	const { height: high = 0, width = 0 } = (await button(page, 'Lees voor').boundingBox()) ?? {};
	expect(Math.min(high, width)).toBeGreaterThanOrEqual(44);
});

for (const [why, voice] of [
	['of another language', { lang: 'en-GB', localService: true }],
	['that sends the text to its maker', { lang: 'nl-NL', localService: false }]
] as const) {
	test(`a voice ${why} reads nothing`, async ({ page }) => {
		await withVoices(page, [voice]);
		await page.goto(ARTICLE);
		await page.evaluate(() => window.voice.comes());
		await expect(page.locator('[data-player]')).toHaveCount(0);
	});
}

test('leaving quickly stops the voice at once', async ({ page }) => {
	await withVoices(page, [DUTCH]);
	await page.goto(ARTICLE);
	await button(page, 'Lees voor').click();
	// The next page comes when this one was looked at.
	const looked = Promise.withResolvers<void>();
	await page.route('**/weg', async (route) => {
		await looked.promise;
		await route.continue();
	});
	const left = await page.evaluate(async () => {
		document.querySelector<HTMLButtonElement>('[data-exit-form] button')?.click();
		const atOnce = window.voice.isSpeaking();
		await new Promise((done) => setTimeout(done, 20));
		return [atOnce, window.voice.isSpeaking(), window.voice.said.length];
	});
	looked.resolve();
	expect(left).toEqual([false, false, 1]);
	await page.waitForURL('**/weg');
});

test('going to another page stops the voice', async ({ page }) => {
	await withVoices(page, [DUTCH]);
	await page.goto(ARTICLE);
	await button(page, 'Lees voor').click();
	const silent = await page.evaluate(() => {
		dispatchEvent(new PageTransitionEvent('pagehide'));
		return !window.voice.isSpeaking();
	});
	expect(silent).toBe(true);
});
