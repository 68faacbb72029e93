import { bytes } from './parts/bytes.ts';
import { page } from './parts/page.ts';

const parts: Record<string, () => Promise<void>> = { bytes, page };

const asked = process.argv[2];
const part = asked ? parts[asked] : undefined;
if (!part) {
	console.error(`npm run bench -- <part>; parts: ${Object.keys(parts).join(', ')}`);
	process.exit(2);
}
await part();
