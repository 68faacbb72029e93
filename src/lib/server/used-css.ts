import postcss from 'postcss';

type Names = {
	readonly classes: ReadonlySet<string>;
	readonly tags: ReadonlySet<string>;
	readonly attributes: ReadonlySet<string>;
};

/** What comes and goes while a page is read: by a script of ours, or by who opens an explanation. */
const CHANGES = /^(data-.*|hidden|open)$/;

/**
 * What a style sheet says about this page: rules for classes, elements and attributes that are not in
 * it are left out, and so are tokens that no rule uses. The others get short names, for this page only.
 * @param html the page, with what its scripts may add in templates
 */
export function usedCss(css: string, html: string): string {
	const names = namesIn(html);
	const free = !/var\(--|rel="stylesheet"/.test(html);
	const named = [...names.classes, ...names.tags, ...names.attributes];
	const question = `${free} ${named
		.filter((name) => css.includes(name))
		.sort()
		.join(' ')} ${css}`;
	const known = answered.get(question);
	if (known !== undefined) return known;
	const used = withUsedRules(css, names);
	const answer = free ? withShortTokens(used) : used;
	if (answered.size === MOST_ANSWERS) answered.clear();
	answered.set(question, answer);
	return answer;
}

/** Most pages ask the same: taking a sheet apart costs more than making a page. */
const answered = new Map<string, string>();
const MOST_ANSWERS = 100;

function withUsedRules(css: string, names: Names): string {
	const sheet = postcss.parse(css);
	sheet.walkRules((rule) => {
		if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
		const used = rule.selectors.filter((selector) => canMatch(selector, names));
		if (used.length === 0) rule.remove();
		else if (used.length < rule.selectors.length) rule.selectors = used;
	});
	while (leaveOutTokens(sheet));
	const emptied = (node: postcss.AtRule) => node.nodes?.length === 0 && node.name !== 'layer';
	sheet.walkAtRules((node) => void (emptied(node) && node.remove()));
	return sheet.toString();
}

function namesIn(html: string): Names {
	const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, all = '']) =>
		all.split(/\s+/)
	);
	const tags = [...html.matchAll(/<([a-z][a-z0-9-]*)/g)].map(([, tag = '']) => tag);
	const attributes = [...html.matchAll(/\s([a-z][a-z-]*)[=\s>]/g)].map(([, name = '']) => name);
	return { classes: new Set(classes), tags: new Set(tags), attributes: new Set(attributes) };
}

/** A group such as `:is(…)` without another bracket in it. */
const GROUP = /:(is|where|not|has|nth-[a-z-]+|[a-z-]+)\(([^()]*)\)/;

function canMatch(selector: string, names: Names): boolean {
	// What stands in a group with `not` must not be there.
	const outside = selector.replace(/:not\([^()]*\)/g, '');
	const attributes = [...outside.matchAll(/\[([a-z-]+)/g)].map(([, name = '']) => name);
	const single = !/:(is|where)\(/.test(outside);
	if (single && !attributes.every((name) => CHANGES.test(name) || names.attributes.has(name)))
		return false;
	let rest = selector.replace(/\[[^\]]*\]/g, '');
	for (let group = GROUP.exec(rest); group; group = GROUP.exec(rest)) {
		const [whole, name, inside = ''] = group;
		const oneOf = name === 'is' || name === 'where';
		if (oneOf && !inside.split(',').some((one) => canMatch(one.trim(), names))) return false;
		rest = rest.replace(whole, '');
	}
	const has = (found: RegExp, known: ReadonlySet<string>) =>
		[...rest.matchAll(found)].every(([, name = '']) => known.has(name));
	return (
		has(/\.(-?[_a-zA-Z][\w-]*)/g, names.classes) &&
		has(/(?:^|[\s>+~])([a-z][a-z0-9-]*)/g, names.tags)
	);
}

/** @returns whether a token went, which may have been the last to use another */
function leaveOutTokens(sheet: postcss.Root): boolean {
	const used = new Set(
		[...sheet.toString().matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name)
	);
	let went = false;
	sheet.walkDecls(/^--/, (token) => {
		if (used.has(token.prop)) return;
		went = true;
		token.remove();
	});
	return went;
}

/** Only where nothing outside this sheet can name a token: another sheet, or the page itself. */
function withShortTokens(css: string): string {
	const tokens = [...new Set([...css.matchAll(/[{;](--[\w-]+):/g)].map(([, name = '']) => name))];
	const short = new Map(tokens.map((name, index) => [name, `--t${index}`]));
	return css.replace(/(?<![\w-])--[\w-]+/g, (name) => short.get(name) ?? name);
}
