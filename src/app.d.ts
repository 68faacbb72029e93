import type { Actor } from '#lib/kernel/actor.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { CurrentSession } from '#lib/identity/model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Locale } from '#lib/ui/locale.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			actor: Actor;
			session: CurrentSession | null;
			locale: Locale;
			/** The address without its language prefix. */
			path: string;
			/** What a regisseur looks for on the desk: names, so never in an address. */
			sought?: string;
			/** The page has a form for a passkey, so it gets the script for that. */
			passkey?: true;
			/** The page has a picture of circles, so it gets the script to move people in it. */
			circle?: true;
		}
		/** What the frame of every page shows; absent on the error page of a failed layout. */
		interface PageData {
			demo?: boolean;
			signedIn?: boolean;
			staff?: boolean;
			locale?: Locale;
			path?: string;
			/** The day it is: a date of this year is written without its year. */
			today?: Day;
		}
		interface Error {
			/** Named on the page, so that a person can quote it. */
			reference?: string;
			reason?: string;
		}
	}
}

export {};
