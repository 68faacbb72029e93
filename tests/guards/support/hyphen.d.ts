declare module 'hyphen/nl' {
	type Options = { hyphenChar?: string; minWordLength?: number };
	const patterns: { hyphenateSync(text: string, options?: Options): string };
	export default patterns;
}
