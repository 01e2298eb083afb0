import type { UserId } from '../../domain/project/ids.ts';
import type { AuditEvent } from '../../domain/project/audit-event.ts';
import type { Db } from '../store/database.ts';
import type { SessionRules } from './sessions.ts';

/** What a step is given that comes before anybody is signed in: signing in, setting up, accepting an invitation. */
export type Entrance = {
	readonly db: Db;
	readonly now: () => Date;
	readonly newId: () => string;
	/** the address the request came from, or `terminal` */
	readonly origin: string | null;
	/** the secret key of the installation */
	readonly secret: Uint8Array;
	readonly rules: SessionRules;
};

/** The line of the log for something at the door; the actor is known only when the step succeeds. */
export const entranceLineOf = (
	{ now, origin }: Entrance,
	done: Pick<AuditEvent, 'action'> & { readonly userId: UserId | null; readonly result?: string }
): AuditEvent => ({
	projectId: null,
	actorId: done.result === undefined ? done.userId : null,
	action: done.action,
	objectKind: 'user',
	objectId: done.userId,
	at: now(),
	origin,
	result: done.result ?? 'done'
});
