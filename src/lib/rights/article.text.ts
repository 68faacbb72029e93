import type { Article, Block, Inline, Part } from './article.model.ts';
import type { DocumentCode } from './law.ts';

type Line = readonly Inline[];
type Marked = Exclude<Inline, string>;

/** Every paragraph and item under a part, in order, the sub-headings' included. */
export const linesOf = ({ blocks, subs }: Pick<Part, 'blocks' | 'subs'>): readonly Line[] =>
	[...blocks, ...subs.flatMap((sub) => sub.blocks)].flatMap(linesIn);

const linesIn = (block: Block): readonly Line[] =>
	block.kind === 'paragraph' ? [block.inside] : block.items;

/** Everything in a line that is more than text, also what stands inside something else. */
export const inlinesIn = (line: Line): readonly Marked[] =>
	line.flatMap((inline) =>
		typeof inline === 'string'
			? []
			: [inline, ...('inside' in inline ? inlinesIn(inline.inside) : [])]
	);

/** What a line says, without its sources: for measuring, searching and reading aloud. */
export const plainOf = (line: Line): string =>
	line
		.map((inline) => {
			if (typeof inline === 'string') return inline;
			if (inline.kind === 'word') return inline.text;
			return 'inside' in inline ? plainOf(inline.inside) : '';
		})
		.join('')
		.replace(/\s+/g, ' ')
		.trim();

/** The policy documents that an article quotes, each once, in the order of the text. */
export const documentsIn = ({ parts }: Pick<Article, 'parts'>): DocumentCode[] => [
	...new Set(
		parts
			.flatMap(linesOf)
			.flatMap(inlinesIn)
			.flatMap((inline) => (inline.kind === 'document' ? [inline.code] : []))
	)
];
