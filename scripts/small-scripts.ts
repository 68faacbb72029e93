import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '@sveltejs/kit';
import { minifySync } from 'vite';

/**
 * Our own scripts lie in `static/` as they are read by people. What goes over the line is without their
 * comments and spaces: goal S5 leaves 6 kB for all scripts of a page, with their headers. Done where the
 * files are copied, before they are compressed.
 */
export const withSmallScripts = (adapter: Adapter): Adapter => ({
	...adapter,
	adapt: (builder) =>
		adapter.adapt({
			...builder,
			writeClient(folder) {
				const files = builder.writeClient(folder);
				for (const name of readdirSync(folder).filter((one) => one.endsWith('.js')))
					minifyFile(join(folder, name));
				return files;
			}
		})
});

function minifyFile(file: string): void {
	const { code, errors } = minifySync(file, readFileSync(file, 'utf8'));
	if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
	writeFileSync(file, code);
}
