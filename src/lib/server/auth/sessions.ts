import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { UserId } from '../../domain/project/ids.ts';
import type { Db } from '../store/database.ts';
import {
	deleteEndedSessions,
	deleteSession,
	deleteSessionsOf,
	findSession,
	insertSession,
	listSessions,
	updateSessionExpiry
} from '../store/sessions.ts';
import { hashKey, newKey } from './one-time-key.ts';

/** How long a session lasts, and whether its cookie travels over https only. */
export type SessionRules = {
	readonly idleMinutes: number;
	readonly hours: number;
	readonly isSecure: boolean;
};

/** What a browser is given to keep. */
export type SessionCookie = {
	readonly name: string;
	readonly value: string;
	readonly attributes: {
		readonly path: '/';
		readonly httpOnly: true;
		readonly secure: boolean;
		readonly sameSite: 'lax';
		/** 0 takes the cookie away; absent = until the browser closes, the server decides the rest */
		readonly maxAge?: 0;
	};
};

/** An open session, with who it is of. */
export type OpenSession = {
	readonly hash: string;
	readonly userId: UserId;
	readonly name: string;
	readonly isAdministrator: boolean;
	/** when it ends without further activity */
	readonly expiresAt: Date;
	/** when it ends in any case */
	readonly endsAt: Date;
};

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOver>;
		DatabaseSessionAttributes: { idleEndsAt: Date; endsAt: Date };
		DatabaseUserAttributes: { name: string; isAdministrator: boolean };
	}
}

const slideStep = 60_000; // ms; the end moves at most once a minute, so that not every request writes

/** `__Host-` makes browsers refuse the cookie from a subdomain or over http; it needs https. */
const cookieName = ({ isSecure }: SessionRules) => (isSecure ? '__Host-wijkstem' : 'wijkstem');

/** Opens a session under a new id; the browser keeps the id, the database its hash. */
export const openSession = async (db: Db, rules: SessionRules, userId: UserId, now: Date): Promise<SessionCookie> => {
	const endsAt = new Date(now.getTime() + rules.hours * 3_600_000);
	const id = newKey();
	const attributes = { idleEndsAt: idleEnd(rules, endsAt, now), endsAt };
	await luciaOver(db, rules).createSession(userId, attributes, { sessionId: id });
	await deleteEndedSessions(db, now);
	return cookieOf(rules, id);
};

/**
 * The session a request belongs to, or null. Activity of the person moves its end; what a page does by itself
 * (an event stream, asking how long the session lasts) does not.
 */
export const findOpenSession = async (
	db: Db,
	rules: SessionRules,
	cookieHeader: string,
	isActivity: boolean,
	now: Date
): Promise<OpenSession | null> => {
	const lucia = luciaOver(db, rules);
	const id = lucia.readSessionCookie(cookieHeader);
	if (!id) return null;
	const { session, user } = await lucia.validateSession(id);
	if (!session) return null;
	const hash = hashKey(id);
	const next = idleEnd(rules, session.endsAt, now);
	const moves = isActivity && next.getTime() - session.idleEndsAt.getTime() >= slideStep;
	if (moves) await updateSessionExpiry(db, hash, next);
	return {
		hash,
		userId: user.id,
		name: user.name,
		isAdministrator: user.isAdministrator,
		expiresAt: moves ? next : session.idleEndsAt,
		endsAt: session.endsAt
	};
};

/** Ends the session of a request on the server, and takes the cookie away. */
export const closeSession = async (db: Db, rules: SessionRules, cookieHeader: string): Promise<SessionCookie> => {
	const lucia = luciaOver(db, rules);
	const id = lucia.readSessionCookie(cookieHeader);
	if (id) await lucia.invalidateSession(id);
	return { ...cookieOf(rules, ''), attributes: { ...attributesOf(rules), maxAge: 0 } };
};

const attributesOf = ({ isSecure }: SessionRules) =>
	({ path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' }) as const;

const cookieOf = (rules: SessionRules, value: string): SessionCookie => ({
	name: cookieName(rules),
	value,
	attributes: attributesOf(rules)
});

/** The end by standing still, which is never after the end in any case. */
const idleEnd = ({ idleMinutes }: SessionRules, endsAt: Date, now: Date) =>
	new Date(Math.min(now.getTime() + idleMinutes * 60_000, endsAt.getTime()));

/** Lucia over our table. It hands ids over in clear; the adapter keeps and looks up only their hash. */
const luciaOver = (db: Db, rules: SessionRules) =>
	new Lucia(adapterOver(db), {
		sessionExpiresIn: new TimeSpan(rules.idleMinutes, 'm'),
		sessionCookie: { name: cookieName(rules), attributes: attributesOf(rules) },
		getSessionAttributes: ({ idleEndsAt, endsAt }) => ({ idleEndsAt, endsAt }),
		getUserAttributes: ({ name, isAdministrator }) => ({ name, isAdministrator })
	});

const adapterOver = (db: Db): Adapter => ({
	getSessionAndUser: async (id) => {
		const found = await findSession(db, hashKey(id));
		if (!found) return [null, null];
		const { session, user } = found;
		const attributes = { idleEndsAt: session.expiresAt, endsAt: session.endsAt };
		return [
			{ id, userId: session.userId, expiresAt: session.expiresAt, attributes },
			user && { id: user.userId, attributes: { name: user.name, isAdministrator: user.isAdministrator } }
		];
	},
	getUserSessions: async (userId) =>
		(await listSessions(db, userId, new Date())).map(({ hash, expiresAt, endsAt }) => ({
			id: hash,
			userId,
			expiresAt,
			attributes: { idleEndsAt: expiresAt, endsAt }
		})),
	setSession: ({ id, userId, attributes: { idleEndsAt, endsAt } }) =>
		insertSession(db, { hash: hashKey(id), userId, expiresAt: idleEndsAt, endsAt }),
	// Lucia moves the end past half the time, whatever the request was for; findOpenSession moves it for activity only.
	updateSessionExpiration: async () => {},
	deleteSession: (id) => deleteSession(db, hashKey(id)),
	deleteUserSessions: (userId) => deleteSessionsOf(db, userId),
	deleteExpiredSessions: () => deleteEndedSessions(db, new Date())
});
