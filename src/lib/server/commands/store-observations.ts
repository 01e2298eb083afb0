import { storeObservationsInput, type ObservationItem } from '../../contract/observation.ts';
import { parse } from '../../contract/parse.ts';
import { failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { readObservations } from '../../import/observations-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Cell, Table } from '../../import/table.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseTable } from '../parsing/parse.ts';
import type { Db } from '../store/database.ts';
import { loadFrame } from '../store/frame.ts';
import { storeObservations as save } from '../store/observations.ts';
import { changeFrame, type Changed } from './change-frame.ts';
import type { Imported } from './import-indicators.ts';

/** Stores values given as JSON: all or nothing, by the same rules as a file. */
export const storeObservations = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<Imported>> => {
	const parsed = parse(storeObservationsInput, input);
	if (!parsed.ok) return parsed;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const stored = await storeTable(context, trx, project, tableOf(parsed.value.items));
		return stored.ok ? stored : failAll(stored.problems.map(inItems));
	});
};

/** Stores the values of a CSV or XLSX file: all or nothing; each problem names row, column, value and remedy. */
export const importObservations = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[]
): Promise<Result<Imported>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const table = await parseTable(file.value, 'figures');
	if (!table.ok) return table;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, (trx, project) =>
		storeTable(context, trx, project, table.value)
	);
};

const storeTable = async (
	{ newId, now, actor }: Context,
	trx: Db,
	project: Project,
	table: Table
): Promise<Result<Changed<Imported>>> => {
	const frame = await loadFrame(trx, project.id);
	const read = readObservations(table, frame);
	if (!read.ok) return read;
	const { observations, warnings } = read.value;
	const { added, changed } = await save(
		trx,
		project.id,
		observations.map((each) => ({ id: newId(), importedBy: actor.userId, importedAt: now(), ...each }))
	);
	const ids = [...new Set(observations.map(({ indicatorId }) => indicatorId))];
	return ok({ ids, answer: { stored: added + changed, added, changed, warnings } });
};

const columns = [
	'indicatorKey',
	'area',
	'wave',
	'referenceYear',
	'value',
	'n',
	'lower',
	'upper',
	'trendBreak',
	'suppressed',
	'note'
] as const;

/** Items as a table, with their place in the list (from 1) as row. */
const tableOf = (items: readonly ObservationItem[]): Table => ({
	columns,
	rows: items.map((item, index) => ({ row: index + 1, cells: columns.map((column) => cellOf(item[column])) }))
});

const cellOf = (value: string | number | boolean | null): Cell =>
	value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;

/** "row 3, wave" of the table as the place in the JSON that was sent: items.2.wave. */
const inItems = (problem: Problem): Problem => {
	const place = /^row (\d+)(?:, (.+))?$/.exec(problem.at ?? '');
	if (!place) return problem;
	const [, row, column] = place;
	return { ...problem, at: ['items', Number(row) - 1, ...(column === undefined ? [] : [column])].join('.') };
};
