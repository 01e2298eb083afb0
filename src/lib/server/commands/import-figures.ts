import { createHash } from 'node:crypto';
import { figuresColumns, figuresFields, type FiguresPreviewAnswer } from '../../contract/observation.ts';
import { parse } from '../../contract/parse.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { cellKey, isSameFigure } from '../../domain/indicator/observation-change.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { layoutOf } from '../../import/figures-columns.ts';
import type { FiguresChoices } from '../../import/figures-shape.ts';
import { readFigureTables, type FiguresRead } from '../../import/figures-sheets.ts';
import type { Frame } from '../../import/observations-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { NamedTable } from '../../import/read-table.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { withoutBsnsIn } from '../../privacy/block-bsns-in.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseFigures } from '../parsing/parse.ts';
import type { Db } from '../store/database.ts';
import { listFigureSources, saveFigureSource } from '../store/figure-sources.ts';
import { loadFrame } from '../store/frame.ts';
import { presentObservations } from '../store/observation-changes.ts';
import { changeFrame } from './change-frame.ts';
import type { Imported } from './import-indicators.ts';
import { saveObservations } from './store-observations.ts';

/**
 * Stores the figures of a file in any layout: all or nothing; each problem names row, column, value and remedy. What the
 * file leaves open has to be in the fields, or to be known of an earlier file of the same source.
 */
export const importObservations = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown = {}
): Promise<Result<Imported>> => {
	const sent = await readFile(context, projectId, files, fields);
	if (!sent.ok) return sent;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const frame = await loadFrame(trx, project.id);
		const read = await readWithin(trx, project.id, sent.value, frame);
		if (!read.ok) return read;
		const { figures, source } = read.value;
		if (figures.asks.length > 0) return failAll(figures.asks.map((ask) => ({ code: asked[ask], at: ask })));
		if (source !== '') await remember(context, trx, project.id, read.value, frame);
		return saveObservations(context, trx, project, figures, source);
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
	const sent = await readFile(context, projectId, files, fields);
	if (!sent.ok) return sent;
	const { projectId: id } = sent.value;
	const frame = await loadFrame(context.db, id);
	const read = await readWithin(context.db, id, sent.value, frame);
	if (!read.ok) return read;
	const { figures, source, isSourceKnown } = read.value;
	const { observations, warnings, shape } = figures;
	const before = new Map((await presentObservations(context.db, id, observations)).map((one) => [cellKey(one), one]));
	const told = observations.filter((one) => !isSameFigure(before.get(cellKey(one)) ?? null, one));
	const added = told.filter((one) => !before.has(cellKey(one))).length;
	return ok({
		shape,
		asks: [...figures.asks],
		columns: [...figures.columns],
		otherAreas: [...figures.otherAreas],
		otherSheets: [...figures.otherSheets],
		source,
		isSourceKnown,
		inFile: observations.length,
		added,
		changed: told.length - added,
		unchanged: observations.length - told.length,
		changes: told.slice(0, mostShown).map((one) => tell(one, before.get(cellKey(one)), frame)),
		warnings
	});
};

type Sent = {
	readonly tables: readonly NamedTable[];
	readonly choices: FiguresChoices;
	readonly source: string;
	readonly projectId: ProjectId;
};

const readFile = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<Sent>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const given = parse(figuresFields, fields);
	if (!given.ok) return given;
	const columns = columnsOf(given.value.columns);
	if (!columns.ok) return columns;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const tables = await parseFigures(file.value);
	if (!tables.ok) return tables;
	const filled = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);
	const choices = { wave: filled(given.value.wave), area: filled(given.value.area), columns: columns.value };
	const { source } = withoutBsnsIn({ source: (given.value.source ?? '').normalize('NFC').trim() });
	return ok({ tables: tables.value, choices, source, projectId: permitted.value.project.id });
};

type Within = {
	readonly figures: FiguresRead;
	readonly source: string;
	readonly isSourceKnown: boolean;
	readonly layout: string;
	readonly choices: FiguresChoices;
};

/** Reads the tables with what is remembered of their source: that of the name, or else that with the same columns. */
const readWithin = async (db: Db, projectId: ProjectId, sent: Sent, frame: Frame): Promise<Result<Within>> => {
	const { tables, source } = sent;
	const names = layoutOf(tables.flatMap(({ table }) => table.columns));
	const layout = createHash('sha256').update(names).digest('hex');
	const sources = await listFigureSources(db, projectId);
	const known = sources.find((one) =>
		source === '' ? one.layout === layout : one.name.toLowerCase() === source.toLowerCase()
	);
	const keyOf = new Map(frame.indicators.map(({ id, key }) => [id, key]));
	const remembered = Object.entries(known?.columns ?? {}).map(([column, indicatorId]) => [
		column,
		indicatorId === null ? '' : keyOf.get(indicatorId)
	]);
	const columns = { ...Object.fromEntries(remembered.filter(([, key]) => key !== undefined)), ...sent.choices.columns };
	const choices = { ...sent.choices, columns };
	const figures = readFigureTables(tables, frame, choices);
	return figures.ok
		? ok({
				figures: figures.value,
				source: source || (known?.name ?? ''),
				isSourceKnown: Boolean(known),
				layout,
				choices
			})
		: figures;
};

/** Remembers which indicator each column held, and which columns somebody passed over. */
const remember = (
	{ newId, now, actor }: Context,
	trx: Db,
	projectId: ProjectId,
	{ figures, source, layout, choices }: Within,
	{ indicators }: Frame
): Promise<void> => {
	const idOf = new Map(indicators.map(({ id, key }) => [key, id]));
	const passedOver = Object.entries(choices.columns ?? {}).filter(([, key]) => key === '');
	const read = figures.columns.flatMap(({ column, indicatorKey }) => {
		const id = indicatorKey === null ? undefined : idOf.get(indicatorKey);
		return id === undefined ? [] : [[column, id] as const];
	});
	const columns = Object.fromEntries([...passedOver.map(([column]) => [column, null] as const), ...read]);
	return saveFigureSource(
		trx,
		projectId,
		{ name: source, layout, columns },
		{ id: newId(), by: actor.userId, at: now() }
	);
};

const columnsOf = (json: string | undefined): Result<Readonly<Record<string, string>>> => {
	if (json === undefined || json === '') return ok({});
	try {
		return parse(figuresColumns, JSON.parse(json));
	} catch {
		return fail('input-invalid', { field: 'columns' }, 'columns');
	}
};

const tell = (
	{ indicatorId, areaId, waveId, value }: Observation,
	before: Observation | undefined,
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
