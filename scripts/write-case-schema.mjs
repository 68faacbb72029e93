// Writes docs/case-message.schema.json, the copy of what the portal serves. A test compares the two.

import { writeFileSync } from 'node:fs';
import { caseMessageJsonSchema } from '#lib/imports/json-schema.ts';

writeFileSync(
	new URL('../docs/case-message.schema.json', import.meta.url),
	`${JSON.stringify(caseMessageJsonSchema(), null, '\t')}\n`
);
