import { pathName, inTreeOrder } from '../../domain/codebook/codebook.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { textAround } from '../../domain/text/around.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { listQuotes, type Quote, type QuoteKey } from '../store/quotes.ts';
import { textMap } from '../store/text-maps.ts';

/** A coding with its words in context, for who decides which code it gets. */
export type SplitPassage = {
	readonly id: string;
	readonly sourceId: string;
	readonly changedAt: string;
	readonly reference: string;
	readonly coderName: string;
	readonly turn: number | null;
	readonly valences: Valences;
	readonly before: string;
	readonly quote: string;
	readonly after: string;
};

/** Everything the page shows on which one code is split. */
export type SplitScreen = {
	readonly code: {
		readonly id: string;
		readonly name: string;
		readonly parentId: string | null;
		readonly path: string;
	};
	readonly passages: readonly SplitPassage[];
	/** the codes that codings can be given to */
	readonly codes: readonly { readonly id: string; readonly name: string; readonly path: string }[];
	/** names that are taken beside the code */
	readonly siblings: readonly string[];
};

const pageSize = 500; // quotes read at a time
const around = 240; // code points shown on either side: enough to understand an answer

/** The codings of a code that this person may read, in reading order, with the codes they can go to. */
export const splitScreen = async (
	context: Context,
	projectId: string,
	codeId: string
): Promise<Result<SplitScreen>> => {
	const permitted = await permit(context, projectId, 'codebook.edit');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const book = await loadCodebook(context.db, project.id);
	const code = isUuid(codeId) ? book.byId.get(codeId) : undefined;
	if (!code) return fail('code-unknown');
	const quotes: Quote[] = [];
	for (let after: QuoteKey | null = null; may(access, 'coding.read');) {
		const page = await listQuotes(context.db, project.id, access, { codeId: code.id }, after, pageSize);
		quotes.push(...page);
		const last = page.at(-1);
		if (!last || page.length < pageSize) break;
		after = [last.sourceId, last.range.start, last.id];
	}
	const passages: SplitPassage[] = [];
	for (const quote of quotes) {
		const map = await textMap(context.db, quote.sourceId, quote.version);
		passages.push({
			...{ id: quote.id, sourceId: quote.sourceId, changedAt: quote.changedAt, coderName: quote.coderName },
			...{ turn: quote.turn, valences: quote.valences, quote: quote.quote },
			...textAround(map, { start: 0, end: map.length }, quote.range, around),
			reference: referenceOf(quote.title, quote.waveYear, quote.turn ?? 1)
		});
	}
	return ok({
		code: { id: code.id, name: code.name, parentId: code.parentId, path: pathName(book, code.id) },
		passages,
		codes: inTreeOrder(book)
			.filter((row) => row.code.isCodable && row.code.id !== code.id)
			.map((row) => ({ id: row.code.id, name: row.code.name, path: pathName(book, row.code.id) })),
		siblings: (book.children.get(code.parentId) ?? []).map(({ name }) => name)
	});
};
