import type { RunningServer } from './server.ts';

const ANSWERS = 1500;
const AT_ONCE = 8;

/** How a part's figures were made, for its notes. */
export const howMeasured = (rounds: number, answers = ANSWERS): string =>
	`${rounds} alternating rounds of ${answers} answers, ${AT_ONCE} at once, not compressed.`;

/** CPU microseconds per answer over one round. */
export async function round(
	server: RunningServer,
	path: string,
	cookie: string,
	answers = ANSWERS,
	encoding = 'identity'
): Promise<number> {
	const before = server.cpuSeconds();
	let left = answers;
	const one = async () => {
		while (left > 0) {
			left -= 1;
			await textOf(`${server.origin}${path}`, cookie, encoding);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, one));
	return ((server.cpuSeconds() - before) / answers) * 1e6;
}

export async function textOf(
	address: string,
	cookie: string,
	encoding = 'identity'
): Promise<string> {
	const answer = await fetch(address, {
		headers: { cookie, accept: 'text/html', 'accept-encoding': encoding },
		redirect: 'manual'
	});
	if (answer.status !== 200) throw new Error(`${address} gave ${answer.status}`);
	return answer.text();
}

export const span = (values: readonly number[]) =>
	`${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`;
