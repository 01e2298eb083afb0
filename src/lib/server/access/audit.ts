import type { ProjectId } from '../../domain/project/ids.ts';
import { appendAudit } from '../store/audit-events.ts';
import type { Db } from '../store/database.ts';
import type { Actor, Context } from './context.ts';

/** Adds what was done to the log, in the transaction that does it; as its last step, since others wait for their line. */
export const audit = (
	{ actor, now, origin }: Pick<Context, 'now' | 'origin'> & { readonly actor: Pick<Actor, 'userId'> | null },
	trx: Db,
	projectId: ProjectId | null,
	action: string,
	object: { readonly kind: string; readonly id: string | null }
): Promise<void> =>
	appendAudit(trx, {
		projectId,
		actorId: actor?.userId ?? null,
		action,
		objectKind: object.kind,
		objectId: object.id,
		at: now(),
		origin,
		result: 'done'
	});
