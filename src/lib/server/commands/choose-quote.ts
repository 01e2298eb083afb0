import { withDescendants } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { themeOfRow } from '../../merge/themes.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { findQuotable, insertChosenQuote } from '../store/chosen-quotes.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Chooses a quote for a row of a joint display: a passage of the team on this theme or one below it, in a released
 * interview of this area, whose respondent agreed to be quoted. Choosing it again changes nothing.
 */
export const chooseQuote = async (
	context: Context,
	projectId: string,
	rowId: string,
	codingId: string
): Promise<Result<null>> => {
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const chosen = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const permitted = await permitDisplay(context, trx, projectId, 'display.decide', key);
		if (!permitted.ok) return permitted;
		const { project, frame, area } = permitted.value;
		const theme = themeOfRow(frame.codebook, frame.waves, key);
		if (!theme) return fail('row-unknown');
		const quote = isUuid(codingId) ? await findQuotable(trx, project.id, codingId) : null;
		if (!quote || quote.areaId !== area.id || !quote.isReleased) return fail('coding-unknown');
		const codes = withDescendants(frame.codebook, theme.id);
		if (!codes.some(({ id }) => id === quote.codeId)) return fail('quote-other-theme', { theme: theme.name });
		if (quote.text === null) return fail('quote-without-consent', { reference: quote.reference });
		await insertChosenQuote(trx, project.id, key, codingId, context.actor.userId, context.now());
		await audit(context, trx, project.id, 'quote.choose', { kind: 'coding', id: codingId });
		return ok(null);
	});
	if (chosen.ok) publishChoice(context, projectId, rowId);
	return chosen;
};

/** Tells other screens that the quotes of a row changed. */
export const publishChoice = (context: Context, projectId: string, rowId: string): void =>
	context.publish({ projectId, kind: 'decision', change: 'changed', ids: [rowId], actorId: context.actor.userId });
