import { fromCursor, momentOf, toPage, type Page } from '../../contract/cursor.ts';
import {
	listFigureImportsQuery,
	listObservationChangesQuery,
	type FigureImportAnswer,
	type ObservationChangeAnswer
} from '../../contract/figure-import.ts';
import { parse } from '../../contract/parse.ts';
import { cellKey, withheldChange } from '../../domain/indicator/observation-change.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { listFigureImports as readImports, type FigureImport } from '../store/figure-imports.ts';
import {
	listObservationChanges as readChanges,
	presentObservations,
	type StoredObservationChange
} from '../store/observation-changes.ts';
import { areasWithFigures } from './areas-of-reader.ts';

/** When figures were taken in, by whom and from where, the last time first. */
export const listFigureImports = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<FigureImportAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const parsed = parse(listFigureImportsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit } = parsed.value;
	const after = momentOf(cursor);
	if (!after.ok) return after;
	const rows = await readImports(context.db, permitted.value.project.id, { after: after.value, limit: limit + 1 });
	const page = toPage(rows, limit, ({ importedAt, id }) => [importedAt.toISOString(), id]);
	return ok({ ...page, items: page.items.map(toImportAnswer) });
};

/** What became of the values of an indicator: who changed them, when, by which import, from what into what. */
export const listObservationChanges = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ObservationChangeAnswer>>> => {
	const permitted = await permit(context, projectId, 'figures.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listObservationChangesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = fromCursor<readonly [number]>(cursor, ['place']);
	if (!after.ok) return after;
	const before = after.value?.[0] ?? null;
	const areaIds = await areasWithFigures(context.db, permitted.value);
	const asked = { ...filter, areaIds, after: before, limit: limit + 1 };
	const rows = await readChanges(context.db, permitted.value.project.id, asked);
	const page = toPage(rows, limit, ({ id }) => [id]);
	const shown = await withoutSuppressed(context, permitted.value, page.items);
	return ok({ ...page, items: shown.map(toChangeAnswer) });
};

/** Changes as somebody may see them who does not keep the figures: nothing of a value that may not be shown now. */
const withoutSuppressed = async (
	{ db }: Context,
	{ project, access }: Permit,
	changes: readonly StoredObservationChange[]
): Promise<readonly StoredObservationChange[]> => {
	if (may(access, 'frame.edit')) return changes;
	const now = await presentObservations(db, project.id, changes);
	const suppressed = new Set(now.filter((one) => one.suppressed).map(cellKey));
	return changes.map((change) => (suppressed.has(cellKey(change)) ? withheldChange(change) : change));
};

const toImportAnswer = (found: FigureImport): FigureImportAnswer => ({
	...found,
	importedAt: found.importedAt.toISOString(),
	undoneAt: found.undoneAt?.toISOString() ?? null
});

const toChangeAnswer = ({ id: _id, changedAt, ...change }: StoredObservationChange): ObservationChangeAnswer => ({
	...change,
	changedAt: changedAt.toISOString()
});
