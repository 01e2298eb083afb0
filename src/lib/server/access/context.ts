import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from '../store/database.ts';

/** Who asks: a signed-in person, or a personal token that acts for one. */
export type Actor = {
	readonly userId: UserId;
	readonly name: string;
	/** may make projects and manage accounts */
	readonly isAdministrator: boolean;
	/** null for a session; a token can be limited to reading and to one project */
	readonly token: { readonly scope: 'read' | 'write'; readonly projectId: ProjectId | null } | null;
};

/** A change others may want to see at once; ids only, so that no text leaves the database this way. */
export type ProjectEvent = {
	readonly projectId: string;
	readonly kind:
		| 'coding'
		| 'code'
		| 'source'
		| 'frame'
		| 'decision'
		| 'explanation'
		| 'study'
		| 'memo'
		| 'proposal'
		| 'case'
		| 'work'
		| 'publication'
		| 'report'
		| 'task';
	readonly change: 'added' | 'changed' | 'removed';
	readonly ids: readonly string[];
	/** the source the change is in, with the text version it is counted over */
	readonly sourceId?: string;
	readonly version?: number;
	/** who did it, so that a screen can tell its own changes */
	readonly actorId: string;
};

/** Someone who has a source or a report open on a screen, with the place in a report. */
export type Presence = {
	/** the source or the report */
	readonly openId: string;
	readonly userId: UserId;
	readonly name: string;
	readonly at?: string;
};

/** A screen that follows a project. */
export type Listener = {
	/** what changed since the last call, in order; all listeners of a project get the same list */
	readonly onEvents: (events: readonly ProjectEvent[]) => void;
	/** who has a source or a report open now, after someone came or went */
	readonly onPresence: (openId: string, people: readonly Presence[]) => void;
	/** events may have been missed */
	readonly onGap: () => void;
	/** the server stops */
	readonly onClose: () => void;
};

/** Everything a command or view is given besides its input. */
export type Context = {
	readonly db: Db;
	readonly actor: Actor;
	readonly now: () => Date;
	/** a new opaque id (UUID, version 7) */
	readonly newId: () => string;
	/** tells other screens, after the change is stored */
	readonly publish: (event: ProjectEvent) => void;
	/** follows what others publish, and is seen as present on a source or a report, until the answer is called */
	readonly subscribe: (projectId: ProjectId, listener: Listener, presence: Presence | null) => () => void;
	/** the secret of this installation, from outside the database; `seal.ts` makes keys from it */
	readonly secret: Uint8Array;
	/** where the request came from, for the audit log */
	readonly origin: string | null;
	/** says when nobody waits for the answer any more; what takes long looks at it */
	readonly signal?: AbortSignal | undefined;
};
