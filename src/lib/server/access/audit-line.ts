import type { AuditEvent } from '../../domain/project/audit-event.ts';
import type { Context } from './context.ts';

/** The line of the log for something this person does now, e.g. `source.released` on a `source`. */
export const auditLineOf = (
	{ actor, now, origin }: Context,
	done: Pick<AuditEvent, 'projectId' | 'action' | 'objectKind' | 'objectId'>
): AuditEvent => ({ ...done, actorId: actor.userId, at: now(), origin, result: 'done' });
