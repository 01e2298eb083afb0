import type { ProjectId } from '../../domain/project/ids.ts';
import { appendAudit } from '../store/audit-events.ts';
import type { Db } from '../store/database.ts';
import type { Context } from './context.ts';

/** Adds what was done to the log, in the transaction that does it; as its last step, since others wait for their line. */
export const audit = (
	{ actor, now, origin }: Context,
	trx: Db,
	projectId: ProjectId | null,
	action: string,
	object: { readonly kind: string; readonly id: string | null }
): Promise<void> =>
	appendAudit(trx, {
		projectId,
		actorId: actor.userId,
		action,
		objectKind: object.kind,
		objectId: object.id,
		at: now(),
		origin,
		result: 'done'
	});
