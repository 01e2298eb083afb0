import { chooseQuoteInput } from '../../contract/quote-choice.ts';
import { withDescendants } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { shortened } from '../../domain/report/shorten.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { interviewsInScope } from '../../merge/scope.ts';
import { themeOfRow } from '../../merge/themes.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { findQuotable, insertChosenQuote, storeShortened } from '../store/chosen-quotes.ts';
import { listInterviews } from '../store/display-data.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/**
 * Chooses a quote for a row of a joint display: a passage of the team on this theme or one below it, in a released
 * interview of this area and of the rounds that the row counts, whose respondent agreed to be quoted. Choosing it again changes nothing but how it is shortened,
 * where that is asked.
 */
export const chooseQuote = async (
	context: Context,
	projectId: string,
	rowId: string,
	codingId: string,
	input: unknown = {}
): Promise<Result<null>> => {
	const parsed = parseWords(chooseQuoteInput, input);
	if (!parsed.ok) return parsed;
	const typed = parsed.value.shortened;
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
		const counted = interviewsInScope(await listInterviews(trx, project.id, [area.id]), {
			areaId: area.id,
			waves: frame.waves,
			toWaveId: key.toWaveId,
			includeEarlierWaves: project.includeEarlierWaves
		});
		if (!counted.some(({ id }) => id === quote.sourceId)) return fail('coding-unknown');
		const codes = withDescendants(frame.codebook, theme.id);
		if (!codes.some(({ id }) => id === quote.codeId)) return fail('quote-other-theme', { theme: theme.name });
		if (quote.text === null) return fail('quote-without-consent', { reference: quote.reference });
		const words = typeof typed === 'string' ? shortened(quote.text, typed) : ok(null);
		if (!words.ok) return words;
		await insertChosenQuote(trx, project.id, key, codingId, context.actor.userId, context.now());
		if (typed !== undefined) await storeShortened(trx, project.id, key, codingId, words.value);
		await audit(context, trx, project.id, 'quote.choose', { kind: 'coding', id: codingId });
		return ok(null);
	});
	if (chosen.ok) publishChoice(context, projectId, rowId);
	return chosen;
};

/** Tells other screens that the quotes of a row changed. */
export const publishChoice = (context: Context, projectId: string, rowId: string): void =>
	context.publish({ projectId, kind: 'decision', change: 'changed', ids: [rowId], actorId: context.actor.userId });
