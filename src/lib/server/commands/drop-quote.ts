import { fail, ok, type Result } from '../../domain/problem.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { deleteChosenQuote } from '../store/chosen-quotes.ts';
import { inTransaction } from '../store/transaction.ts';
import { publishChoice } from './choose-quote.ts';

/** Takes a chosen quote back; the coding itself stays as it is. A quote can leave a theme that has no row any more. */
export const dropQuote = async (
	context: Context,
	projectId: string,
	rowId: string,
	codingId: string
): Promise<Result<null>> => {
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const dropped = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const permitted = await permitDisplay(context, trx, projectId, 'display.decide', key);
		if (!permitted.ok) return permitted;
		const { project } = permitted.value;
		const areIds = [codingId, key.fromWaveId, key.toWaveId, key.codeId].every(isUuid);
		if (!areIds || !(await deleteChosenQuote(trx, project.id, key, codingId))) return fail('quote-not-chosen');
		await audit(context, trx, project.id, 'quote.drop', { kind: 'coding', id: codingId });
		return ok(null);
	});
	if (dropped.ok) publishChoice(context, projectId, rowId);
	return dropped;
};
