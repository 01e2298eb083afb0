import { entranceLineOf, type Entrance } from '../auth/entrance.ts';
import { closeSession, findOpenSession, type SessionCookie } from '../auth/sessions.ts';
import { appendAudit } from '../store/audit-events.ts';

/** Ends the session on the server, so that a copy of the cookie opens nothing, and takes the cookie away. */
export const signOut = async (entrance: Entrance, cookieHeader: string): Promise<SessionCookie> => {
	const { db, rules } = entrance;
	const session = await findOpenSession(db, rules, cookieHeader, false, entrance.now());
	const cookie = await closeSession(db, rules, cookieHeader);
	if (session) await appendAudit(db, entranceLineOf(entrance, { action: 'session.close', userId: session.userId }));
	return cookie;
};
