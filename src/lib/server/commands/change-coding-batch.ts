import type { CodingBatchChangeAnswer } from '../../contract/coding-batch.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import {
	lockCodingBatch,
	removeCodingsOfBatch,
	restoreCodingsOfBatch,
	sourcesOfBatch,
	updateCodingBatch,
	type CodingBatch
} from '../store/coding-batches.ts';
import type { Db } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';

type Told = { readonly id: string; readonly sourceId: string; readonly version: number };

/** Takes back what one step of coding by search did. What was changed since, by anyone, stays and is counted. */
export const removeCodingBatch = (
	context: Context,
	projectId: string,
	batchId: string
): Promise<Result<CodingBatchChangeAnswer>> =>
	change(context, projectId, batchId, 'removed', async (trx, batch, sourceIds) => {
		if (batch.deletionId !== null) return [];
		const removal = { deletionId: context.newId(), at: context.now() };
		const gone = await removeCodingsOfBatch(trx, batch, sourceIds, removal);
		await updateCodingBatch(trx, batch.id, removal);
		return gone;
	});

/** Does a step of coding by search again that was taken back. */
export const restoreCodingBatch = (
	context: Context,
	projectId: string,
	batchId: string
): Promise<Result<CodingBatchChangeAnswer>> =>
	change(context, projectId, batchId, 'added', async (trx, batch, sourceIds) => {
		if (batch.deletionId === null) return [];
		const back = await restoreCodingsOfBatch(trx, batch.deletionId, sourceIds);
		await updateCodingBatch(trx, batch.id, null);
		return back;
	});

const change = async (
	context: Context,
	projectId: string,
	batchId: string,
	what: 'added' | 'removed',
	act: (trx: Db, batch: CodingBatch, sourceIds: readonly string[]) => Promise<readonly Told[]>
): Promise<Result<CodingBatchChangeAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.apply');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	if (!isUuid(batchId)) return fail('coding-batch-unknown');
	const changed = await inTransaction(
		context.db,
		async (trx): Promise<Result<{ told: readonly Told[]; all: number }>> => {
			const batch = await lockCodingBatch(trx, project.id, batchId, context.actor.userId);
			if (!batch) return fail('coding-batch-unknown');
			const codable: string[] = [];
			for (const sourceId of await sourcesOfBatch(trx, batch)) {
				const onSource = await permitCoding(context, trx, project.id, sourceId, []);
				if (onSource.ok && onSource.value.mayApply) codable.push(sourceId);
			}
			const told = await act(trx, batch, codable);
			const action = what === 'removed' ? 'coding.batch-remove' : 'coding.batch-restore';
			await audit(context, trx, project.id, action, { kind: 'coding-batch', id: batch.id });
			return ok({ told, all: batch.codingIds.length });
		}
	);
	if (!changed.ok) return changed;
	const { told, all } = changed.value;
	for (const [sourceId, codings] of Map.groupBy(told, (one) => one.sourceId))
		context.publish({
			...{ projectId: project.id, kind: 'coding', change: what, sourceId },
			ids: codings.map(({ id }) => id),
			...(codings[0] && { version: codings[0].version }),
			actorId: context.actor.userId
		});
	return ok({ changed: told.length, spared: all - told.length });
};
