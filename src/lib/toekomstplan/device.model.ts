import { z } from 'zod';
import type { Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import type { Id } from '#lib/kernel/id.ts';

export type DeviceId = Id<'Device'>;

/** So many days a choice for this device holds; then it is made anew, or not. */
export const DEVICE_DAYS = 14;

export const ChooseDevice = z.object({ key: formKey });
/** The script sends nothing: who asks, and from where, is in the cookies. */
export const AskDeviceKey = z.object({});

/** Words that could not be sent may wait on this device. */
export type DeviceChoice = { readonly id: DeviceId; readonly until: Day };

export type DeviceView = {
	/** Null when it was not chosen here: then nothing is ever put on the device. */
	readonly choice: DeviceChoice | null;
	readonly mayWrite: boolean;
};

/** What opens the words on a device: for the script of the youth's own page, never stored there. */
export type DeviceKey = {
	readonly id: DeviceId;
	/** 32 bytes. */
	readonly key: readonly number[];
	/** In milliseconds since 1970, as scripts count. */
	readonly until: number;
};
