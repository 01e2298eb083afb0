import type { MovedCodingBatchAnswer } from '../../contract/coding-batch.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import { permitCoding } from '../access/coding-permit.ts';
import { isUuid, permit } from '../access/permit.ts';
import {
	holdCode,
	lockBatch,
	placesOfBatch,
	removeBatch,
	restoreBatch,
	type Batch,
	type Moved
} from '../store/coding-batches.ts';
import type { Db } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';
import { publishMoved } from './add-coding-batch.ts';

/** Takes a batch back in one step, except what someone changed since, or leans on. */
export const removeCodingBatch = (context: Context, projectId: string, batchId: string) =>
	move(context, projectId, batchId, 'removed', async (trx, batch, sourceIds) => {
		if (batch.deletionId !== null) return fail('coding-batch-removed');
		const step = { deletionId: context.newId(), by: context.actor.userId, at: context.now() };
		return ok(await removeBatch(trx, batch, sourceIds, step));
	});

/** Brings a batch back that was taken away, where its texts and its code are still as they were. */
export const restoreCodingBatch = (context: Context, projectId: string, batchId: string) =>
	move(context, projectId, batchId, 'added', async (trx, batch, sourceIds) => {
		if (batch.deletionId === null) return fail('coding-batch-present');
		if (!(await holdCode(trx, batch.codeId))) return fail('code-unknown', undefined, 'codeId');
		return ok(await restoreBatch(trx, batch, sourceIds, context.now()));
	});

type Step = (trx: Db, batch: Batch, sourceIds: readonly SourceId[]) => Promise<Result<readonly Moved[]>>;

const move = async (
	context: Context,
	projectId: string,
	batchId: string,
	change: 'added' | 'removed',
	step: Step
): Promise<Result<MovedCodingBatchAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.apply');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const moved = await inTransaction(context.db, async (trx) => {
		const batch = isUuid(batchId) ? await lockBatch(trx, project.id, context.actor.userId, batchId) : null;
		if (!batch) return fail('coding-batch-unknown');
		const { codings, sourceIds } = await placesOfBatch(trx, batch.id);
		const done = await step(trx, batch, await codableNow(context, trx, project.id, sourceIds));
		return done.ok ? ok({ rows: done.value, codings }) : done;
	});
	if (!moved.ok) return moved;
	const { rows, codings } = moved.value;
	publishMoved(context, project.id, rows, change);
	return ok({ id: batchId, codings: rows.length, spared: codings - rows.length });
};

/** Those of the sources on which this person may still code. */
const codableNow = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly SourceId[]> => {
	const codable: SourceId[] = [];
	for (const id of sourceIds) {
		const permitted = await permitCoding(context, trx, projectId, id, []);
		if (permitted.ok && permitted.value.mayApply) codable.push(id);
	}
	return codable;
};
