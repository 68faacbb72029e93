import { fromMarkdown } from 'mdast-util-from-markdown';
import {
	PARTS,
	SUB_PARTS,
	type Block,
	type Inline,
	type Part,
	type PartKey,
	type SubPartKey
} from '../article.model.ts';
import { DOCUMENTS, lawRef, type DocumentCode } from '../law.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Of<Type extends string> = Extract<Node, { type: Type }>;
type Running = Of<'paragraph'>['children'][number];

/** Something that is not allowed in an article, in words for who writes it. */
export class ArticleProblem extends Error {}

/**
 * Reads the Markdown of an article into its parts.
 * @throws {ArticleProblem} at the first thing that docs/articles.md does not know
 */
export function readParts(markdown: string): Part[] {
	const parts: { key: PartKey; blocks: Block[]; subs: { key: SubPartKey; blocks: Block[] }[] }[] =
		[];
	for (const node of fromMarkdown(markdown).children) {
		if (node.type !== 'heading') {
			const part = parts.at(-1);
			if (!part) throw new ArticleProblem('text before the first part');
			(part.subs.at(-1) ?? part).blocks.push(blockOf(node));
			continue;
		}
		const key = plainText(node);
		if (node.depth === 2) parts.push({ key: oneOf(PARTS, key, 'part'), blocks: [], subs: [] });
		else if (node.depth === 3 && parts.length)
			parts.at(-1)?.subs.push({ key: oneOf(SUB_PARTS, key, 'sub-heading'), blocks: [] });
		else throw new ArticleProblem(`a heading in the wrong place: ${key}`);
	}
	return parts;
}

function oneOf<T extends string>(known: readonly T[], key: string, what: string): T {
	const found = known.find((one) => one === key);
	if (!found) throw new ArticleProblem(`unknown ${what}: ${key}`);
	return found;
}

function blockOf(node: Node): Block {
	if (node.type === 'paragraph') return { kind: 'paragraph', inside: inlinesOf(node.children) };
	if (node.type === 'list')
		return { kind: 'list', ordered: !!node.ordered, items: node.children.map(itemOf) };
	throw new ArticleProblem(`not allowed here: ${node.type}`);
}

function itemOf({ children }: Of<'list'>['children'][number]): Inline[] {
	const [only, ...more] = children;
	if (only?.type !== 'paragraph' || more.length)
		throw new ArticleProblem('an item of a list is one paragraph');
	return inlinesOf(only.children);
}

const inlinesOf = (nodes: readonly Running[]): Inline[] => nodes.flatMap(inlineOf);

function inlineOf(node: Running): Inline[] {
	if (node.type === 'text') return withSources(node.value.replace(/\n/g, ' '));
	if (node.type === 'strong') return [{ kind: 'strong', inside: inlinesOf(node.children) }];
	if (node.type !== 'link') throw new ArticleProblem(`not allowed here: ${node.type}`);
	const inside = inlinesOf(node.children);
	const [, scheme, to = ''] = /^(rights|page):([\w/-]+)$/.exec(node.url) ?? [];
	if (scheme === 'rights') return [{ kind: 'article', slug: to, inside }];
	if (scheme === 'page') return [{ kind: 'page', path: to, inside }];
	throw new ArticleProblem(`a link out of the portal: ${node.url}`);
}

/** "Dit mag. {bw1 263}": the sources in braces become inlines of their own. */
function withSources(text: string): Inline[] {
	return text
		.split(/(\{[^}]*\})/)
		.filter(Boolean)
		.map((piece) => (piece.startsWith('{') ? sourceOf(piece.slice(1, -1).trim()) : piece));
}

function sourceOf(mark: string): Inline {
	const ref = lawRef(mark);
	if (ref) return { kind: 'law', ref };
	const [, code = '', line = ''] = /^(S00\d):([\d,-]+)$/.exec(mark) ?? [];
	if (code in DOCUMENTS) return { kind: 'document', code: code as DocumentCode, line };
	throw new ArticleProblem(`unknown source: {${mark}}`);
}

const plainText = ({ children }: Of<'heading'>): string =>
	children.map((child) => ('value' in child ? child.value : '')).join('');
