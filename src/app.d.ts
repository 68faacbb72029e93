import type { Actor } from '#lib/kernel/actor.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { CurrentSession } from '#lib/identity/model.ts';
import type { Audience } from '#lib/rights/article.model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { AskedMust } from '#lib/rights/must.model.ts';
import type { Locale } from '#lib/ui/locale.ts';
import type { OwnDoor } from '#lib/toekomstplan/server/queries.ts';
import type { OnServer } from '#lib/ui/on-server.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			actor: Actor;
			session: CurrentSession | null;
			/** Who is signed in may be a child of a family: others need not be asked what only children have. */
			child: boolean;
			/** Whether there is a plan of one's own for later: asked once for the bar and for the page. */
			ownDoor: () => Promise<OwnDoor | null>;
			locale: Locale;
			/** The address without its language prefix. */
			path: string;
			/** What somebody looks for: names on the desk, worries among rights. So never in an address. */
			sought?: string;
			/** What somebody answered to "Moet dit?": only while this request is answered. */
			must?: AskedMust;
			/** To whom the page spoke from which somebody looked. */
			soughtFor?: Audience | null;
		}
		/** What the frame of every page shows; absent on the error page of a failed layout. */
		interface PageData {
			demo?: boolean;
			signedIn?: boolean;
			staff?: boolean;
			locale?: Locale;
			path?: string;
			/** The bar leads to the own plan of a youth. */
			later?: OnServer<boolean>;
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
