import { EXIT, withPortal } from './portal.ts';

// npm run migrate: brings the database to this build's schema, and says where it is.
process.exitCode = await withPortal(async ({ config, db }) => {
	const { rows } = await db.client.execute('SELECT count(*) AS steps FROM __drizzle_migrations');
	console.log(`De database is bijgewerkt: ${config.database.url}`);
	console.log(`Er zijn nu ${String(rows[0]?.['steps'])} stappen gezet.`);
	return EXIT.done;
});
