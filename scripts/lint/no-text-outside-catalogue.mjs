/** Attributes that a person reads or hears. */
const READ_ALOUD = new Set([
	'aria-label',
	'aria-description',
	'aria-roledescription',
	'aria-valuetext',
	'alt',
	'title',
	'placeholder'
]);

const LETTERS = /\p{L}/u;

/**
 * Every text on a screen comes from messages/*.json (feature U8): no letters between tags, in a
 * mustache, or in an attribute that is read.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noTextOutsideCatalogue = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			text: "'{{text}}' is not in the catalogue. Add it to messages/*.json and write {m['…']()}."
		}
	},
	create(context) {
		/** @param {any} node @param {string} text */
		const refuse = (node, text) => {
			if (!LETTERS.test(text)) return;
			const short = text.trim().replace(/\s+/g, ' ').slice(0, 40);
			context.report({ node, messageId: 'text', data: { text: short } });
		};
		return /** @type {any} */ ({
			/** @param {any} node */
			SvelteText(node) {
				if (!/Script|Style/.test(node.parent.type)) refuse(node, node.value);
			},
			/** @param {any} node */
			SvelteMustacheTag(node) {
				if (node.parent.type !== 'SvelteAttribute' || isRead(node.parent))
					for (const text of textsOf(node.expression)) refuse(node, text);
			},
			/** @param {any} node */
			SvelteAttribute(node) {
				if (!isRead(node)) return;
				for (const part of node.value) if (part.type === 'SvelteLiteral') refuse(part, part.value);
			}
		});
	}
};

/** Whether the attribute's value is read by people: also the text on a submit button made of `value`. */
function isRead(/** @type {any} */ attribute) {
	const name = attribute.key.name;
	if (READ_ALOUD.has(name)) return true;
	return name === 'value' && isButton(attribute.parent);
}

function isButton(/** @type {any} */ startTag) {
	return (
		startTag.attributes?.some(
			(/** @type {any} */ other) =>
				other.key?.name === 'type' && /^(submit|button|reset)$/.test(other.value?.[0]?.value ?? '')
		) && startTag.parent?.name?.name === 'input'
	);
}

/**
 * The literal texts an expression can result in.
 * @param {any} expression
 * @returns {string[]}
 */
function textsOf(expression) {
	switch (expression?.type) {
		case 'Literal':
			return typeof expression.value === 'string' ? [expression.value] : [];
		case 'TemplateLiteral':
			return [
				...expression.quasis.map((/** @type {any} */ part) => part.value.cooked ?? ''),
				...expression.expressions.flatMap(textsOf)
			];
		case 'ConditionalExpression':
			return [...textsOf(expression.consequent), ...textsOf(expression.alternate)];
		case 'LogicalExpression':
		case 'BinaryExpression':
			return expression.operator === '+' || expression.type === 'LogicalExpression'
				? [...textsOf(expression.left), ...textsOf(expression.right)]
				: [];
		default:
			return [];
	}
}
