import { sequence, type Handle } from '@sveltejs/kit/hooks';
import { eq } from 'drizzle-orm';
import { exitGuard } from './hooks/exit.ts';
import { scriptNonce } from './hooks/nonce.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { now } from '#lib/server/clock.ts';
import { readConfig } from '#lib/server/config.ts';
import { hashToken, newId } from '#lib/server/crypto.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { session } from '#lib/server/db/schema/identity.ts';
import { makeLog } from '#lib/server/log.ts';
import { directionOf, splitPath } from '#lib/ui/locale.ts';

const config = readConfig(process.env);
const log = makeLog(config.logLevel);
let db: Database;

export const init = async () => {
	db = await openDatabase(config.database);
	await migrateDatabase(db, 'drizzle', now);
	process.once('sveltekit:shutdown' as never, () => db.close());
};

const request: Handle = async ({ event, resolve }) => {
	const { locale, path } = splitPath(event.url.pathname);
	event.locals.ctx = { db, config, log, now, requestId: newId() };
	event.locals.locale = locale;
	event.locals.path = path;
	event.locals.actor = visitor;
	event.locals.session = null;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%portal.lang%', locale).replace('%portal.dir%', directionOf(locale))
	});
};

const signedIn: Handle = async ({ event, resolve }) => {
	const token = event.cookies.get('__Host-sessie');
	const [row] = token
		? await db.read
				.select()
				.from(session)
				.where(eq(session.tokenHash, hashToken(token)))
		: [];
	if (row) {
		event.locals.actor = { kind: 'person', id: row.personId, assurance: row.assurance };
		event.locals.session = { id: row.id, expiresAt: row.expiresAt };
	}
	return resolve(event);
};

export const handle = sequence(request, exitGuard, signedIn, scriptNonce);
