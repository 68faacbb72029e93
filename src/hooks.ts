import type { Reroute, Transport } from '@sveltejs/kit/hooks';
import { splitPath } from '#lib/ui/locale.ts';
import { OnServer } from '#lib/ui/on-server.ts';

export const reroute: Reroute = ({ url }) => splitPath(url.pathname).path;

// Page data is rendered to html and then dropped: it never travels beside the page, and a data
// request gets nothing but an empty mark.
export const transport: Transport = {
	OnServer: { encode: (value) => value instanceof OnServer && 1, decode: () => new OnServer(null) }
};
