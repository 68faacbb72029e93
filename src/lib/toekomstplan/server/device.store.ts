import { and, eq, lte } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { toekomstDevice } from '#lib/server/db/schema/toekomstplan.ts';
import type { DeviceId } from '../device.model.ts';
import type { ToekomstplanId } from '../model.ts';

export type DeviceRow = typeof toekomstDevice.$inferSelect;
type Browser = { readonly planId: ToekomstplanId; readonly tokenHash: string };

const ofBrowser = ({ planId, tokenHash }: Browser) =>
	and(eq(toekomstDevice.planId, planId), eq(toekomstDevice.tokenHash, tokenHash));

export const deviceOf = (read: Reader, browser: Browser): Promise<DeviceRow | undefined> =>
	read.select().from(toekomstDevice).where(ofBrowser(browser)).get();

export const insertDevice = (tx: Tx, _may: Permit<'toekomstplan.write'>, row: DeviceRow) =>
	tx.insert(toekomstDevice).values(row);

/** A repeated form names the browser by the secret that it got last. */
export const renameBrowser = (tx: Tx, id: DeviceId, tokenHash: string) =>
	tx.update(toekomstDevice).set({ tokenHash }).where(eq(toekomstDevice.id, id));

export const eraseDevice = (tx: Tx, _may: Permit<'toekomstplan.open'>, browser: Browser) =>
	tx.delete(toekomstDevice).where(ofBrowser(browser));

/** Of everybody who wrote in this browser. */
export const eraseBrowser = (tx: Tx, tokenHash: string) =>
	tx.delete(toekomstDevice).where(eq(toekomstDevice.tokenHash, tokenHash));

export const eraseOldDevices = (tx: Tx, at: Date) =>
	tx.delete(toekomstDevice).where(lte(toekomstDevice.until, at));
