import { anchorOf } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { positionMap } from '../../domain/text/position.ts';
import { mayMend, permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findPlacedOrphan, unplaceOrphan as unplace, type PlacedOrphan } from '../store/orphans.ts';
import { findText } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { projectOnly } from './change-coding.ts';

/**
 * Takes back that a loose coding got a place: it waits on the list again, with its old words and its own code. Only while
 * nobody changed the coding or the text since, and where the text with its old words was not sealed.
 */
export const unplaceOrphan = async (context: Context, projectId: string, codingId: string): Promise<Result<null>> => {
	if (!isUuid(projectId)) return fail('project-unknown');
	const done = await inTransaction(context.db, async (trx): Promise<Result<PlacedOrphan>> => {
		const placed = isUuid(codingId) ? await findPlacedOrphan(trx, projectId, codingId) : null;
		const permitted = await permitCoding(context, trx, projectId, placed?.sourceId ?? null, []);
		if (!placed) {
			const told = projectOnly(permitted);
			return told.ok || told.problems[0]?.code === 'coding-unknown' ? fail('orphan-not-placed') : told;
		}
		if (!permitted.ok) return permitted;
		const mine = mayMend(permitted.value, placed, context.actor.userId);
		if (!mine.ok) return mine;
		if (permitted.value.source.version !== placed.version) return fail('orphan-not-placed');
		const text = await findText(trx, placed.sourceId, placed.from.version);
		if (!text) return fail('orphan-not-placed');
		const { start, end } = placed.from;
		await unplace(trx, placed, anchorOf(positionMap(text.text), { start, end }), context.now());
		return ok(placed);
	});
	if (!done.ok) return done;
	const { sourceId, version } = done.value;
	const event = { projectId, sourceId, version, actorId: context.actor.userId };
	context.publish({ ...event, kind: 'coding', change: 'removed', ids: [codingId] });
	context.publish({ ...event, kind: 'source', change: 'changed', ids: [sourceId] });
	return ok(null);
};
