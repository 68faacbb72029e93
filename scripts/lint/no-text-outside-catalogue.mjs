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

const BUTTONS = new Set(['submit', 'button', 'reset']);

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
				if (!isRead(node) && !isHandedOn(node)) return;
				for (const part of node.value) if (part.type === 'SvelteLiteral') refuse(part, part.value);
			}
		});
	}
};

/**
 * Whether the attribute's value is read by people: also `value` when it is the text on an
 * `<input>` that looks like a button.
 * @param {any} attribute
 */
function isRead(attribute) {
	const { name } = attribute.key;
	if (READ_ALOUD.has(name)) return true;
	if (name !== 'value' || attribute.parent.parent.name.name !== 'input') return false;
	return BUTTONS.has(valueOf(attribute.parent, 'type'));
}

/**
 * Whether a component is handed a sentence. A word in small letters is a choice, such as `kind="main"`.
 * @param {any} attribute
 */
const isHandedOn = (attribute) =>
	attribute.parent.parent.kind === 'component' &&
	attribute.key.name !== 'class' &&
	/^\p{Lu}|\p{L}\s/u.test(attribute.value[0]?.value ?? '');

/**
 * @param {any} startTag
 * @param {string} name
 */
const valueOf = (startTag, name) =>
	startTag.attributes.find((/** @type {any} */ other) => other.key?.name === name)?.value[0]?.value;

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
