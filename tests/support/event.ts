import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { CurrentSession } from '#lib/identity/model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { splitPath } from '#lib/ui/locale.ts';

type Asked = {
	readonly address: string;
	readonly form?: Record<string, string>;
	readonly cookies?: Record<string, string>;
	readonly params?: Record<string, string>;
	readonly routeId?: string | null;
	readonly headers?: Record<string, string>;
	readonly from?: string;
	readonly actor?: Actor;
	readonly session?: CurrentSession | null;
	/** Without it GET, or POST when there is a form. */
	readonly method?: string;
	/** A request for the data of a page: Kit takes what says so out of the address. */
	readonly isDataRequest?: boolean;
};

/** What a handler gets, as far as the portal's handlers look at it. */
export function anEvent(ctx: Ctx | undefined, asked: Asked) {
	const url = new URL(asked.address, 'http://localhost:3000');
	const jar = new Map(Object.entries(asked.cookies ?? {}));
	const headers: Record<string, string> = {};
	const body = asked.form && new URLSearchParams(asked.form);
	const request = new Request(url, {
		method: asked.method ?? (body ? 'POST' : 'GET'),
		...(body && { body }),
		...(asked.headers && { headers: asked.headers })
	});
	const event = {
		url,
		request,
		isDataRequest: asked.isDataRequest ?? false,
		params: asked.params ?? {},
		route: { id: asked.routeId ?? null },
		locals: {
			ctx,
			actor: asked.actor ?? visitor,
			session: asked.session ?? null,
			...splitPath(url.pathname)
		},
		cookies: {
			get: (name: string) => jar.get(name),
			set: (name: string, value: string) => void jar.set(name, value),
			delete: (name: string) => void jar.delete(name)
		},
		setHeaders: (more: Record<string, string>) => void Object.assign(headers, more),
		getClientAddress: () => asked.from ?? '192.0.2.1'
	};
	// Each handler types its event after its own route: `never` fits them all.
	return { event: event as never, locals: event.locals, jar, headers };
}

/** How a handler ended, whatever way it took: an answer, a redirect, an error or a failed form. */
export async function endOf(
	work: () => unknown
): Promise<{ status: number; location?: string; data?: unknown }> {
	try {
		const data = await work();
		if (data instanceof Response) return { status: data.status, data };
		return isActionFailure(data) ? { status: data.status, data: data.data } : { status: 200, data };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status };
		throw thrown;
	}
}
