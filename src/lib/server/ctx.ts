import type { Config } from './config.ts';
import type { Database } from './db/index.ts';
import type { Log } from './log.ts';

/** What a use case works with: given, never fetched, so that a test can give its own. */
export type Ctx = {
	readonly db: Database;
	readonly config: Config;
	readonly log: Log;
	/** The clock. Rules never read it themselves. */
	readonly now: () => Date;
	/** Names this request in the access log and on an error page. */
	readonly requestId: string;
};
