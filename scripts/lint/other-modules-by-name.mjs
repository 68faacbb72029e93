import { dirname, relative, resolve, sep } from 'node:path';

/**
 * A relative path stays inside one room of the house; everything else is named with `#lib/`, so that
 * a reader sees which module is meant and a moved file breaks nothing.
 * @type {import('eslint').Rule.RuleModule}
 */
export const otherModulesByName = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { outside: "'{{source}}' leaves this module: write it with #lib/." }
	},
	create(context) {
		const file = relative(context.cwd, context.filename).split(sep).join('/');
		const room = /^(src\/lib\/[^/]+|src\/routes|src\/cli)\//.exec(file)?.[1];
		/** @param {any} node */
		const check = (node) => {
			const source = node.source?.value;
			if (!room || typeof source !== 'string' || !source.startsWith('.')) return;
			const target = relative(context.cwd, resolve(dirname(context.filename), source));
			const path = target.split(sep).join('/');
			if (!path.startsWith('src/') || path.endsWith('.css')) return;
			if (!path.startsWith(`${room}/`))
				context.report({ node: node.source, messageId: 'outside', data: { source } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};
