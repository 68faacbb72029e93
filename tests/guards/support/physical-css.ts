import { parse, parseCss, type AST } from 'svelte/compiler';

const SIDES = '(top|right|bottom|left)';
const PHYSICAL_PROPERTY = new RegExp(
	`^(${SIDES}|(margin|padding|scroll-margin|scroll-padding|border)-${SIDES}(-(width|style|color))?|border-(top|bottom)-(left|right)-radius)$`
);
const TAKES_A_SIDE = /^(text-align|text-align-last|float|clear|caption-side)$/;
const FOUR_SIDES =
	/^(margin|padding|inset|scroll-margin|scroll-padding|border-(width|style|color))$/;

/**
 * The declarations that name a side of the screen, and so stand wrong in Arabic. Sides are named by
 * the direction of the text: `margin-inline-start`, `inset-block-end`, `text-align: start`.
 * @param source a style sheet, or a component with a `<style>`
 */
export function physicalDeclarations(source: string, isComponent: boolean): string[] {
	const sheet = isComponent ? parse(source, { modern: true }).css : parseCss(source);
	return (sheet?.children ?? []).flatMap(declarationsIn).filter(isPhysical).map(written);
}

type Declaration = { readonly property: string; readonly value: string };

function declarationsIn(node: AST.CSS.Node): Declaration[] {
	if (node.type === 'Declaration') return [node];
	if (node.type === 'Rule' || node.type === 'Atrule')
		return (node.block?.children ?? []).flatMap(declarationsIn);
	return [];
}

function isPhysical({ property, value }: Declaration): boolean {
	const name = property.toLowerCase();
	if (PHYSICAL_PROPERTY.test(name)) return true;
	if (TAKES_A_SIDE.test(name)) return /^(left|right|top|bottom)\b/.test(value.trim());
	if (!FOUR_SIDES.test(name)) return false;
	const [, right, , left] = partsOf(value);
	return left !== undefined && left !== right;
}

/** `1px calc(2px + 3px)` has two parts: spaces inside brackets do not separate. */
const partsOf = (value: string) =>
	value.trim().match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const written = ({ property, value }: Declaration) => `${property}: ${value}`;
