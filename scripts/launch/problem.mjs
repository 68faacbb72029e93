/** Something that the person at the terminal can mend. Its text is all they get to read. */
export class Problem extends Error {
	/**
	 * @param {string} what what is wrong, in one line
	 * @param {string[]} [now] what to do, one line each
	 */
	constructor(what, now = []) {
		super([what, ...now.map((line) => `  ${line}`)].join('\n'));
	}
}

/**
 * Runs a command's body; a {@link Problem} ends as readable lines and exit code 1.
 * @param {() => Promise<void>} body
 */
export async function orExplain(body) {
	try {
		await body();
	} catch (thrown) {
		if (!(thrown instanceof Problem)) throw thrown;
		console.error(`\n${thrown.message}\n`);
		process.exitCode = 1;
	}
}
