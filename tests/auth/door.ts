import { sql } from 'kysely';
import { openSession, type SessionCookie, type SessionRules } from '../../src/lib/server/auth/sessions.ts';
import type { Entrance } from '../../src/lib/server/auth/entrance.ts';
import { hashPassword } from '../../src/lib/server/auth/password.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';

export const rules: SessionRules = { idleMinutes: 15, hours: 12, isSecure: true };
export const secret = new Uint8Array(32).fill(7);
export const password = 'een fiets zonder bel 😀';

/** A door on the system's clock, which a test may set. */
export const doorOf = ({ db }: Store, origin: string): Entrance => ({
	db,
	now: () => new Date(),
	newId: () => newId(),
	origin,
	secret,
	rules
});

/** Somebody with `password`. */
export const addAccount = async (
	{ db }: Store,
	name: string,
	isAdministrator = false
): Promise<{ readonly id: string; readonly email: string }> => {
	const id = newId();
	const email = `${name.toLowerCase()}-${id.slice(-8)}@voorbeeld.nl`;
	await db
		.insertInto('users')
		.values({
			id,
			email,
			name,
			password_hash: await hashPassword(password),
			is_administrator: isAdministrator,
			created_at: new Date()
		})
		.execute();
	return { id, email };
};

/** A session of a person, as the header that the browser sends. */
export const cookieHeaderOf = async ({ db }: Store, userId: string): Promise<string> =>
	headerOf(await openSession(db, rules, userId, new Date()));

export const headerOf = ({ name, value }: SessionCookie): string => `${name}=${value}`;

/** All that every table holds, as text. */
export const everythingIn = async ({ db }: Store): Promise<string> => {
	const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
	const texts: string[] = [];
	for (const { name } of tables) {
		const { rows } = await sql<{ text: string }>`select each::text as text from ${sql.table(name)} each`.execute(db);
		texts.push(...rows.map(({ text }) => text));
	}
	return texts.join('\n');
};
