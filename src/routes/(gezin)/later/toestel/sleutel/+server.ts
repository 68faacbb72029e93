import { DEVICE_COOKIE, privateScript } from '#lib/server/http.ts';
import { AskDeviceKey } from '#lib/toekomstplan/device.model.ts';
import { getDeviceKey } from '#lib/toekomstplan/server/device.queries.ts';

/** Opens what waits on this device, for the script of the youth's own pages. Never in an address. */
export const POST = privateScript(AskDeviceKey, ({ ctx, actor, event }) =>
	getDeviceKey(ctx, actor, event.cookies.get(DEVICE_COOKIE))
);
