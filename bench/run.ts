import { bytes } from './parts/bytes.ts';
import { desk } from './parts/desk.ts';
import { feedback } from './parts/feedback.ts';
import { page } from './parts/page.ts';
import { paint } from './parts/paint.ts';
import { rights } from './parts/rights.ts';
import { tap } from './parts/tap.ts';
import { versions } from './parts/versions.ts';

const parts: Record<string, () => Promise<void>> = {
	bytes,
	desk,
	feedback,
	page,
	paint,
	rights,
	tap,
	versions
};

const asked = process.argv[2];
const part = asked ? parts[asked] : undefined;
if (!part) {
	console.error(`npm run bench -- <part>; parts: ${Object.keys(parts).join(', ')}`);
	process.exit(2);
}
await part();
