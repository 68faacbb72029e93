import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/**
 * The port to listen on.
 * @param {string | undefined} text from the environment
 * @param {number} [standard]
 * @throws {Problem} when it is not a port
 */
export function readPort(text, standard = 3000) {
	if (!text) return standard;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
	throw new Problem(`PORT=${text} is not a port.`, ['Choose a number from 1 to 65535.']);
}

/**
 * Checks that nothing listens on the port yet.
 * @param {number} port
 * @param {string} host
 * @param {string} command what to run with another port
 * @throws {Problem}
 */
export async function checkPortFree(port, host, command) {
	/** @type {NodeJS.ErrnoException | null} */
	const error = await new Promise((resolve) => {
		const server = createServer();
		server.once('error', resolve);
		server.listen(port, host, () => server.close(() => resolve(null)));
	});
	if (!error) return;
	const another = `PORT=${port === 65_535 ? 3001 : port + 1} ${command}`;
	if (error.code === 'EADDRINUSE')
		throw new Problem(`Port ${port} is taken by another program.`, [
			`Stop that program, or choose another port: ${another}`
		]);
	if (error.code === 'EACCES')
		throw new Problem(`Port ${port} may not be used by your account.`, [
			'Choose a port above 1023: PORT=3001 ' + command
		]);
	throw new Problem(`Port ${port} on ${host} cannot be used: ${error.message}`, [another]);
}
