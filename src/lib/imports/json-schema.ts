import { z } from 'zod';
import { caseMessage } from './message.ts';

/**
 * The case message as JSON Schema, for builders of case systems. It says everything about form;
 * what fields say together is in `docs/case-message.md` and checked when a message arrives.
 */
export const caseMessageJsonSchema = () => {
	const { $schema, ...schema } = z.toJSONSchema(caseMessage, { io: 'input' });
	return {
		$schema,
		title: 'Samenspel case message, version 1',
		description: 'What an organisation tells a Samenspel portal about the families it works with.',
		...schema
	};
};
