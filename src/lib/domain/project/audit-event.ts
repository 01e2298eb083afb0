import type { ProjectId, UserId } from './ids.ts';

/** One line of the log: who did or read what. It never holds content: no text, quote, name or e-mail address. */
export type AuditEvent = {
	/** null = about the installation, not about one project */
	readonly projectId: ProjectId | null;
	/** null = nobody was signed in, or it came from the terminal */
	readonly actorId: UserId | null;
	/** noun and verb, e.g. `session.open` or `source.upload` */
	readonly action: string;
	readonly objectKind: string;
	readonly objectId: string | null;
	readonly at: Date;
	/** the address a request came from, or `terminal` */
	readonly origin: string | null;
	/** `done`, or the code of the problem that stopped it */
	readonly result: string;
};

/** A line in its place: the hash is taken over this text and the hash of the line before, so that a change shows. */
export const auditLine = (sequence: number, event: AuditEvent): string =>
	JSON.stringify([
		sequence,
		event.projectId,
		event.actorId,
		event.action,
		event.objectKind,
		event.objectId,
		event.at.toISOString(),
		event.origin,
		event.result
	]);
