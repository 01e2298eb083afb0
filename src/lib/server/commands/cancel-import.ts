import { fail, ok, type Result } from '../../domain/problem.ts';
import type { SourceImport } from '../../domain/source/source-import.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { cancelWaiting, dropReadFiles, findImport } from '../store/import-jobs.ts';
import { inTransaction } from '../store/transaction.ts';

/** Stops an import of this person: what still waits is not taken in; what was taken in stays. */
export const cancelImport = async (
	context: Context,
	projectId: string,
	importId: string
): Promise<Result<SourceImport>> => {
	const permitted = await permit(context, projectId, 'source.upload');
	if (!permitted.ok) return permitted;
	const { id } = permitted.value.project;
	const find = () => findImport(context.db, id, context.actor.userId, importId);
	if (!isUuid(importId) || !(await find())) return fail('import-unknown');
	await inTransaction(context.db, async (trx) => {
		await cancelWaiting(trx, importId);
		await dropReadFiles(trx, importId);
	});
	const cancelled = await find();
	return cancelled ? ok(cancelled) : fail('import-unknown');
};
