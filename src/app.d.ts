import type { Actor } from '#lib/kernel/actor.ts';
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
		}
		interface Error {
			/** Named on the page, so that a person can quote it. */
			reference?: string;
			reason?: string;
		}
	}
}

export {};
