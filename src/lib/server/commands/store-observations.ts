import { storeObservationsInput, type ObservationItem } from '../../contract/observation.ts';
import { parse } from '../../contract/parse.ts';
import { fromSource, type FileSource } from '../../domain/indicator/observation.ts';
import { failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { readObservations, type ObservationsDraft } from '../../import/observations-table.ts';
import type { Cell, Table } from '../../import/table.ts';
import { withoutBsnsIn } from '../../privacy/block-bsns-in.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { loadFrame } from '../store/frame.ts';
import { changeFrame, type Changed } from './change-frame.ts';
import type { Imported } from './import-indicators.ts';
import { keepImport } from './keep-observations.ts';
import { withRoundsOfTests } from './tested-rounds.ts';

/** Stores values given as JSON: all or nothing, by the same rules as a file. */
export const storeObservations = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<Imported>> => {
	const parsed = parse(storeObservationsInput, input);
	if (!parsed.ok) return parsed;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const { items, source, sourceVersion } = parsed.value;
		const from = withoutBsnsIn({ source, sourceVersion });
		const stored = await storeTable(context, trx, project, tableOf(items), from);
		return stored.ok ? stored : failAll(stored.problems.map(inItems));
	});
};

const storeTable = async (
	context: Context,
	trx: Db,
	project: Project,
	table: Table,
	from: FileSource
): Promise<Result<Changed<Imported>>> => {
	const frame = await loadFrame(trx, project.id);
	const read = readObservations(table, frame);
	if (!read.ok) return read;
	const tested = await withRoundsOfTests(trx, project.id, read.value, frame.waves);
	const observations = fromSource(tested, from);
	return saveObservations(context, trx, project, { ...read.value, observations }, from.source);
};

/** Stores values that were read as one import, with who brought them in and where they came from. */
export const saveObservations = async (
	context: Context,
	trx: Db,
	project: Project,
	{ observations, warnings }: Pick<ObservationsDraft, 'observations' | 'warnings'>,
	source: string
): Promise<Result<Changed<Imported>>> => {
	const { added, changed } = await keepImport(context, trx, project.id, observations, source);
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
	'note',
	'source',
	'sourceVersion',
	'trendBreakReason',
	'testedAgainst',
	'testedChange'
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
