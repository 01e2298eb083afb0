import { fail, ok, type Result } from '../../domain/problem.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { deleteChosenQuote } from '../store/chosen-quotes.ts';
import { publishChoice } from './choose-quote.ts';

/** Takes a chosen quote back; the coding itself stays as it is. */
export const dropQuote = async (
	context: Context,
	projectId: string,
	rowId: string,
	codingId: string
): Promise<Result<null>> => {
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const permitted = await permitDisplay(context, context.db, projectId, 'display.decide', key);
	if (!permitted.ok) return permitted;
	const wasChosen =
		isUuid(codingId) &&
		isUuid(key.fromWaveId) &&
		isUuid(key.toWaveId) &&
		isUuid(key.codeId) &&
		(await deleteChosenQuote(context.db, permitted.value.project.id, key, codingId));
	if (!wasChosen) return fail('quote-not-chosen');
	publishChoice(context, projectId, rowId);
	return ok(null);
};
