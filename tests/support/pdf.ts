import { getDocumentProxy } from 'unpdf';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export const readPdf = (bytes: Uint8Array): Promise<Pdf> => getDocumentProxy(new Uint8Array(bytes));

export async function textOf(pdf: Pdf): Promise<string> {
	const pages = Array.from({ length: pdf.numPages }, async (_, at) => {
		const { items } = await (await pdf.getPage(at + 1)).getTextContent();
		return items.map((item) => ('str' in item ? item.str : '')).join(' ');
	});
	return (await Promise.all(pages)).join(' ').replace(/\s+/g, ' ');
}

/** The roles of the first page's structure, as a screen reader walks them. */
export async function rolesOf(pdf: Pdf): Promise<string[]> {
	const roles: string[] = [];
	const walk = (node: unknown): void => {
		if (typeof node !== 'object' || node === null || !('role' in node)) return;
		roles.push(String(node.role));
		for (const child of (node as { children?: unknown[] }).children ?? []) walk(child);
	};
	walk(await (await pdf.getPage(1)).getStructTree());
	return roles;
}
