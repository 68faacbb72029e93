import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on a page: rule, place and what to do. The page keeps the script: it is long, and a
 * page is looked at by day and by night.
 */
export async function faultsOn(
	page: Page,
	runOnly?: { readonly type: axe.RunOnlyType; readonly values: readonly string[] }
): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
	return page.evaluate(async (only) => {
		const found = await window.axe?.run(document, {
			resultTypes: ['violations'],
			...(only && { runOnly: { type: only.type, values: [...only.values] } })
		});
		if (!found) throw new Error('axe is not on the page');
		return found.violations.flatMap(({ id, nodes }) =>
			nodes.map(
				({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`
			)
		);
	}, runOnly);
}
