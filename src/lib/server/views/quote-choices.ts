import { fromCursor, toPage } from '../../contract/cursor.ts';
import { quoteChoicesQuery, type QuoteChoicesAnswer } from '../../contract/quote-choice.ts';
import { parse } from '../../contract/parse.ts';
import { withDescendants } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { interviewsInScope } from '../../merge/scope.ts';
import { themeOfRow } from '../../merge/themes.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { listChosenQuotes, listQuoteChoices, type QuotePlace } from '../store/chosen-quotes.ts';
import { listInterviews } from '../store/display-data.ts';

/**
 * The passages behind a row, to choose quotes from: of the interviews that the row counts, also those that say the
 * opposite. Passages without consent for quotes are listed without their words.
 */
export const viewQuoteChoices = async (
	context: Context,
	projectId: string,
	rowId: string,
	input: unknown
): Promise<Result<QuoteChoicesAnswer>> => {
	const parsed = parse(quoteChoicesQuery, input);
	if (!parsed.ok) return parsed;
	const { cursor, limit, group, valence, important } = parsed.value;
	const after = fromCursor<[number, string, number, string]>(cursor, ['place', 'id', 'place', 'id']);
	if (!after.ok) return after;
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const permitted = await permitDisplay(context, context.db, projectId, 'coding.read', key);
	if (!permitted.ok) return permitted;
	const { project, frame, area } = permitted.value;
	const theme = themeOfRow(frame.codebook, frame.waves, key);
	if (!theme) return fail('row-unknown');

	const interviews = interviewsInScope(await listInterviews(context.db, project.id, [area.id]), {
		areaId: area.id,
		waves: frame.waves,
		toWaveId: key.toWaveId,
		includeEarlierWaves: project.includeEarlierWaves
	});
	const rows = await listQuoteChoices(context.db, project.id, {
		codeIds: withDescendants(frame.codebook, theme.id).map(({ id }) => id),
		sourceIds: interviews.map(({ id }) => id),
		...(group && { group }),
		...(valence && { valence }),
		onlyImportant: important === 'true',
		...(after.value && { after: placeFrom(after.value) }),
		limit: limit + 1
	});
	const chosen = new Map(
		(await listChosenQuotes(context.db, project.id, key))
			.filter(({ codeId }) => codeId === theme.id)
			.map(({ codingId, shortened, isOutdated }) => [codingId, { shortened, isOutdated }])
	);
	const page = toPage(rows, limit, ({ isImportant, sourceId, start, codingId }) => [
		...[Number(isImportant), sourceId, start, codingId]
	]);
	return ok({
		items: page.items.map(({ start: _, ...quote }) => ({
			...quote,
			...(chosen.get(quote.codingId) ?? { shortened: null, isOutdated: false }),
			isChosen: chosen.has(quote.codingId)
		})),
		nextCursor: page.nextCursor
	});
};

const placeFrom = ([isImportant, sourceId, start, codingId]: readonly [
	number,
	string,
	number,
	string
]): QuotePlace => ({
	...{ isImportant: isImportant === 1, sourceId, start, codingId }
});
