import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { filesUnder } from '../guards/support/files.ts';
import type { Door, Who } from './table.ts';

/** A door as the source has it. `through` is the function of `#lib/server/http.ts` it goes through. */
export type FoundDoor = { readonly name: string; readonly through: string | null };

const ENTRY = /^(\+(page|layout)(\.server)?|\+server|.*\.remote)\.[jt]s$/;
const OPTIONS = ['prerender', 'csr', 'ssr', 'trailingSlash', 'config', 'entries'];

/**
 * Every entry point under a folder of routes with its doors. A page without server code is an entry
 * point too, and so is a shared load (`+page.ts`), because it runs on the server as well.
 */
export function findDoors(routes: string): Record<string, FoundDoor[]> {
	const found: Record<string, FoundDoor[]> = {};
	for (const file of filesUnder(routes, ENTRY)) {
		const doors = doorsOf(join(routes, file));
		const isShared = /^\+(page|layout)\.[jt]s$/.test(basename(file));
		if (doors.length > 0 || !isShared) found[file] = doors;
	}
	for (const file of filesUnder(routes, /^\+page(@.*)?\.svelte$/)) {
		const beside = join(dirname(file), '+page.server.ts');
		if (!existsSync(join(routes, beside))) found[file] = [{ name: 'page', through: null }];
	}
	return found;
}

function doorsOf(path: string): FoundDoor[] {
	const source = ts.createSourceFile(
		path,
		readFileSync(path, 'utf8'),
		ts.ScriptTarget.Latest,
		true
	);
	const wrappers = wrappersOf(source);
	return exportsOf(source)
		.filter(({ name }) => !OPTIONS.includes(name))
		.flatMap(({ name, value }) => {
			if (name === 'actions') return actionsOf(value, wrappers);
			return [{ name, through: throughOf(value, wrappers) }];
		});
}

type Exported = { readonly name: string; readonly value: ts.Expression | null };

function exportsOf(source: ts.SourceFile): Exported[] {
	const values = new Map<string, ts.Expression>();
	const exported: Exported[] = [];
	for (const statement of source.statements) {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (ts.isVariableStatement(statement)) {
			for (const { name, initializer } of statement.declarationList.declarations) {
				if (initializer) values.set(name.getText(), initializer);
				if (isExported) exported.push({ name: name.getText(), value: initializer ?? null });
			}
		}
		if (ts.isFunctionDeclaration(statement) && isExported)
			exported.push({ name: statement.name?.text ?? 'default', value: null });
		if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
			exported.push(...namedIn(statement, values));
	}
	return exported;
}

/** `export { load }` and `export { load } from './other.ts'`; `export *` names nothing we can list. */
function namedIn(statement: ts.ExportDeclaration, values: Map<string, ts.Expression>): Exported[] {
	if (!statement.exportClause || !ts.isNamedExports(statement.exportClause))
		return [{ name: '*', value: null }];
	return statement.exportClause.elements.map(({ name, propertyName }) => ({
		name: name.text,
		value: values.get((propertyName ?? name).text) ?? null
	}));
}

function actionsOf(value: ts.Expression | null, wrappers: Map<string, string>): FoundDoor[] {
	const object = value && bare(value);
	if (!object || !ts.isObjectLiteralExpression(object))
		return [{ name: 'action *', through: null }];
	return object.properties.map((property) => ({
		name: `action ${property.name?.getText().replace(/['"]/g, '') ?? '*'}`,
		through: ts.isPropertyAssignment(property) ? throughOf(property.initializer, wrappers) : null
	}));
}

/** Local name → name in `#lib/server/http.ts`. */
function wrappersOf(source: ts.SourceFile): Map<string, string> {
	const wrappers = new Map<string, string>();
	for (const statement of source.statements) {
		if (!ts.isImportDeclaration(statement)) continue;
		if ((statement.moduleSpecifier as ts.StringLiteral).text !== '#lib/server/http.ts') continue;
		const names = statement.importClause?.namedBindings;
		if (!names || !ts.isNamedImports(names)) continue;
		for (const { name, propertyName } of names.elements)
			wrappers.set(name.text, (propertyName ?? name).text);
	}
	return wrappers;
}

function throughOf(value: ts.Expression | null, wrappers: Map<string, string>): string | null {
	const call = value && bare(value);
	if (!call || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return null;
	return wrappers.get(call.expression.text) ?? null;
}

/** Without `satisfies Actions`, `as const` and brackets. */
function bare(expression: ts.Expression): ts.Expression {
	if (
		ts.isSatisfiesExpression(expression) ||
		ts.isAsExpression(expression) ||
		ts.isParenthesizedExpression(expression)
	)
		return bare(expression.expression);
	return expression;
}

const PRIVATE: readonly Who[] = ['signed-in', 'family', 'professional', 'administrator', 'council'];

/** What is wrong between the doors in the source and the table, one readable line each. */
export function problemsBetween(
	found: Readonly<Record<string, readonly FoundDoor[]>>,
	table: Readonly<Record<string, Readonly<Record<string, Door>>>>
): string[] {
	const files = new Set([...Object.keys(found), ...Object.keys(table)]);
	return [...files].sort().flatMap((file) => {
		const doors = found[file];
		const entry = table[file];
		if (!entry) return [`${file}: not in the table`];
		if (!doors) return [`${file}: in the table, but there is no such entry point`];
		const gone = Object.keys(entry).filter((name) => !doors.some((door) => door.name === name));
		return [
			...gone.map((name) => `${file}: the table has "${name}", the file has not`),
			...doors.flatMap((door) => problemsOf(door, entry[door.name]).map((p) => `${file}: ${p}`))
		];
	});
}

/** The functions of `#lib/server/http.ts` for a door; an action's are the others. */
const THROUGH: Readonly<Record<string, readonly string[]>> = {
	load: ['page', 'privatePage'],
	GET: ['privateFile'],
	POST: ['script', 'privateScript']
};

function problemsOf({ name, through }: FoundDoor, door: Door | undefined): string[] {
	if (door === undefined) return [`"${name}" is not in the table`];
	const { who, direct } = typeof door === 'string' ? { who: door, direct: null } : door;
	if (name === 'page') return who === 'open' ? [] : [`"page" has no server code and is open`];
	if (direct !== null) {
		if (through) return [`"${name}" goes through ${through}(): drop its reason`];
		return direct.trim() ? [] : [`"${name}" needs a reason`];
	}
	const expected = THROUGH[name] ?? ['formAction', 'privateAction'];
	const hasWrapper = name in THROUGH || name.startsWith('action ');
	if (!hasWrapper || !through || !expected.includes(through))
		return [`"${name}" does not go through ${expected.join('() or ')}() and gives no reason`];
	const isPrivate = through.startsWith('private');
	if (PRIVATE.includes(who) && !isPrivate)
		return [`"${name}" is for ${who}, but ${through}() lets visitors in`];
	if (!PRIVATE.includes(who) && isPrivate)
		return [`"${name}" is ${who}, but ${through}() asks to sign in`];
	return [];
}
