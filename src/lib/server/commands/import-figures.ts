import { figuresColumns, figuresFields, type FiguresPreviewAnswer } from '../../contract/observation.ts';
import { parse } from '../../contract/parse.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { inFile, toLongFigures, type FiguresChoices, type LongFigures } from '../../import/figures-shape.ts';
import { readObservations, type Frame, type ObservationsDraft } from '../../import/observations-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { mostRows, type Table } from '../../import/table.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseTable } from '../parsing/parse.ts';
import { loadFrame } from '../store/frame.ts';
import { listObservations, type ListedObservation } from '../store/observations.ts';
import { changeFrame } from './change-frame.ts';
import type { Imported } from './import-indicators.ts';
import { saveObservations } from './store-observations.ts';

/**
 * Stores the figures of a file in any layout: all or nothing; each problem names row, column, value and remedy. What the
 * file leaves open has to be in the fields.
 */
export const importObservations = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown = {}
): Promise<Result<Imported>> => {
	const read = await readFile(context, projectId, files, fields);
	if (!read.ok) return read;
	const { table, choices } = read.value;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const frame = await loadFrame(trx, project.id);
		const figures = toLongFigures(table, frame, choices);
		if (!figures.ok) return figures;
		if (figures.value.asks.length > 0) return failAll(figures.value.asks.map((ask) => ({ code: asked[ask], at: ask })));
		const draft = draftOf(figures.value, frame);
		return draft.ok ? saveObservations(context, trx, project, draft.value) : draft;
	});
};

const asked = {
	wave: 'figures-wave-missing',
	area: 'figures-area-missing',
	columns: 'figures-columns-unknown'
} as const;

export type FiguresPreview = Omit<FiguresPreviewAnswer, 'problems'> & { readonly warnings: readonly Problem[] };

const mostShown = 500; // changes; nobody looks at more before taking them over

/** Tells what a file of figures would change, or what it leaves open; stores nothing. */
export const previewObservations = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown = {}
): Promise<Result<FiguresPreview>> => {
	const read = await readFile(context, projectId, files, fields);
	if (!read.ok) return read;
	const { table, choices, project } = read.value;
	const frame = await loadFrame(context.db, project.id);
	const figures = toLongFigures(table, frame, choices);
	if (!figures.ok) return figures;
	const { shape, asks, columns, otherAreas } = figures.value;
	const about = { shape, asks: [...asks], columns: [...columns], otherAreas: [...otherAreas] };
	if (asks.length > 0)
		return ok({ ...about, inFile: 0, added: 0, changed: 0, unchanged: 0, changes: [], warnings: [] });
	const draft = draftOf(figures.value, frame);
	if (!draft.ok) return draft;
	const { observations, warnings } = draft.value;
	const stored = await listObservations(context.db, project.id, { areaIds: null, after: null, limit: mostRows });
	const before = new Map(stored.map((one) => [cellOf(one), one]));
	const told = observations.filter((one) => !isSame(before.get(cellOf(one)), one));
	const added = told.filter((one) => !before.has(cellOf(one))).length;
	return ok({
		...about,
		inFile: observations.length,
		added,
		changed: told.length - added,
		unchanged: observations.length - told.length,
		changes: told.slice(0, mostShown).map((one) => tell(one, before.get(cellOf(one)), frame)),
		warnings
	});
};

type Read = {
	readonly table: Table;
	readonly choices: FiguresChoices;
	readonly project: { readonly id: string };
};

const readFile = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<Read>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const given = parse(figuresFields, fields);
	if (!given.ok) return given;
	const columns = columnsOf(given.value.columns);
	if (!columns.ok) return columns;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const table = await parseTable(file.value, 'figures');
	if (!table.ok) return table;
	const filled = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);
	const choices = { wave: filled(given.value.wave), area: filled(given.value.area), columns: columns.value };
	return ok({ table: table.value, choices, project: permitted.value.project });
};

const columnsOf = (json: string | undefined): Result<Readonly<Record<string, string>>> => {
	if (json === undefined || json === '') return ok({});
	try {
		return parse(figuresColumns, JSON.parse(json));
	} catch {
		return fail('input-invalid', { field: 'columns' }, 'columns');
	}
};

/** Problems are told of the cell of the file, whatever its layout. */
const draftOf = (figures: LongFigures, frame: Frame): Result<ObservationsDraft> => {
	const read = readObservations(figures.table, frame);
	return read.ok ? read : failAll(read.problems.map((problem) => inFile(problem, figures)));
};

const cellOf = ({ indicatorId, areaId, waveId }: Pick<Observation, 'indicatorId' | 'areaId' | 'waveId'>): string =>
	`${indicatorId} ${areaId} ${waveId}`;

const parts = ['referenceYear', 'value', 'n', 'lower', 'upper', 'trendBreak', 'suppressed', 'note'] as const;

const isSame = (before: ListedObservation | undefined, after: Observation): boolean =>
	before !== undefined && parts.every((part) => before[part] === after[part]);

const tell = (
	{ indicatorId, areaId, waveId, value }: Observation,
	before: ListedObservation | undefined,
	{ indicators, areas, waves }: Frame
): FiguresPreview['changes'][number] => {
	const indicator = indicators.find(({ id }) => id === indicatorId);
	return {
		indicatorKey: indicator?.key ?? '',
		indicator: indicator?.label ?? '',
		area: areas.find(({ id }) => id === areaId)?.name ?? '',
		wave: waves.find(({ id }) => id === waveId)?.label ?? '',
		isNew: before === undefined,
		from: before?.value ?? null,
		to: value
	};
};
