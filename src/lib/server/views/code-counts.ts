import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import {
	cooccurrencesQuery,
	crosstabQuery,
	type CodeFrequency,
	type Cooccurrence,
	type CrosstabAnswer
} from '../../contract/query.ts';
import { inTreeOrder, pathName } from '../../domain/codebook/codebook.ts';
import { valences } from '../../domain/coding/valence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { groups } from '../../domain/source/source.ts';
import { groupLabel, valenceLabel } from '../../words/labels.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { listAreas } from '../store/areas.ts';
import { countWithDescendants, crosstab, listCooccurrences, type CrosstabColumn } from '../store/code-counts.ts';
import { countByCode } from '../store/coding-counts.ts';
import { loadCodebook } from '../store/codes.ts';
import { findCoderNames } from '../store/desk-codings.ts';
import { listWaves } from '../store/waves.ts';

const none = { codings: 0, interviews: 0 };

/** How often each code was applied, in the order of the tree; codes that were never applied are there with zeros. */
export const listCodeFrequencies = async (
	context: Context,
	projectId: string
): Promise<Result<Page<CodeFrequency>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const book = await loadCodebook(context.db, project.id);
	const own = await countByCode(context.db, project.id, access);
	const whole = await countWithDescendants(context.db, project.id, access);
	const items = inTreeOrder(book).map(({ code, depth }) => {
		const { codings, interviews } = own.get(code.id) ?? none;
		const below = whole.get(code.id) ?? none;
		return {
			codeId: code.id,
			path: pathName(book, code.id),
			depth,
			codings,
			interviews,
			codingsWithDescendants: below.codings,
			interviewsWithDescendants: below.interviews
		};
	});
	return ok({ items, nextCursor: null });
};

/** Codes against area, round, group, valence or coder, with codings and interviews in each cell. */
export const viewCrosstab = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<CrosstabAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(crosstabQuery, query);
	if (!parsed.ok) return parsed;
	const { project, access } = permitted.value;
	const cells = await crosstab(context.db, project.id, access, parsed.value.columns);
	const found = new Set(cells.map(({ column }) => column));
	const columns = (await columnsOf(context, permitted.value, parsed.value.columns, [...found])).filter(({ key }) =>
		found.has(key)
	);
	const byPlace = new Map(cells.map((cell) => [`${cell.codeId} ${cell.column}`, cell]));
	const book = await loadCodebook(context.db, project.id);
	return ok({
		columns,
		items: inTreeOrder(book)
			.filter(({ code }) => code.isCodable)
			.map(({ code }) => ({
				codeId: code.id,
				path: pathName(book, code.id),
				cells: columns.map(({ key }) => {
					const { codings, interviews } = byPlace.get(`${code.id} ${key}`) ?? none;
					return { codings, interviews };
				})
			}))
	});
};

/** Codes that occur together: their codings overlap; with the number of such pairs of codings, and of interviews. */
export const viewCooccurrences = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<Cooccurrence>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(cooccurrencesQuery, query);
	if (!parsed.ok) return parsed;
	const { codeId, cursor, limit } = parsed.value;
	const after = fromCursor<[number, string, string]>(cursor, ['place', 'id', 'id']);
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const book = await loadCodebook(context.db, project.id);
	if (codeId !== undefined && !book.codes.some(({ id }) => id === codeId)) return fail('code-unknown');
	const rows = await listCooccurrences(context.db, project.id, access, codeId ?? null, after.value, limit + 1);
	const page = toPage(rows, limit, ({ codings, codeIds }) => [codings, ...codeIds]);
	return ok({
		nextCursor: page.nextCursor,
		items: page.items.map(({ codeIds: [first, second], codings, interviews }) => ({
			codeIds: [first, second],
			paths: [pathName(book, first), pathName(book, second)],
			codings,
			interviews
		}))
	});
};

type Column = { readonly key: string; readonly label: string };

/** What can stand above the columns, in the order people expect. */
const columnsOf = async (
	{ db }: Context,
	{ project }: Permit,
	column: CrosstabColumn,
	found: readonly string[]
): Promise<Column[]> => {
	switch (column) {
		case 'area':
			return (await listAreas(db, project.id)).map(({ id, name }) => ({ key: id, label: name }));
		case 'wave':
			return (await listWaves(db, project.id)).map(({ id, year }) => ({ key: id, label: String(year) }));
		case 'group':
			return groups.map((key) => ({ key, label: groupLabel(key) }));
		case 'valence':
			return valences.map(({ key }) => ({ key, label: valenceLabel(key) }));
		case 'coder':
			return found.length === 0
				? []
				: (await findCoderNames(db, found)).map(({ id, name }) => ({ key: id, label: name }));
		default:
			return column satisfies never;
	}
};
