import { createHash } from 'node:crypto';
import { figuresChoices, figuresFields, type FiguresPreviewAnswer } from '../../contract/observation.ts';
import { parse } from '../../contract/parse.ts';
import { unsaidBesideSource } from '../../domain/indicator/figure-revision.ts';
import { fromSource, type FileSource, type Observation } from '../../domain/indicator/observation.ts';
import { cellKey, differencesOf, isSameFigure } from '../../domain/indicator/observation-change.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { layoutOf } from '../../import/figures-columns.ts';
import type { FiguresChoices } from '../../import/figures-choices.ts';
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
import { recall, rememberedOf } from './figure-memory.ts';
import type { Imported } from './import-indicators.ts';
import { reviseFigures } from './revise-figures.ts';
import { saveObservations } from './store-observations.ts';

/**
 * Stores the figures of a file in any layout: all or nothing; each problem names row, column, value and remedy. What the
 * file leaves open has to be in the fields, or to be known of an earlier file of the same source. What it does not say of
 * a figure that is there (a trend break, that it is suppressed) stays.
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
		if (figures.asks.length > 0) return failAll(missingIn(figures));
		if (source !== '') await remember(context, trx, project.id, read.value, frame);
		return saveObservations(context, trx, project, await reviseFigures(trx, project.id, figures, frame), source);
	});
};

const asked = {
	wave: 'figures-wave-missing',
	area: 'figures-area-missing',
	columns: 'figures-columns-unknown',
	rounds: 'figures-rounds-missing',
	years: 'figures-years-missing',
	dimensions: 'figures-dimensions-missing',
	indicators: 'figures-indicators-unknown'
} as const;

/** What somebody has to say before a file is taken in; a file that lacks a column says which. */
const missingIn = ({ asks, periods, dimensions, names, warnings }: FiguresRead): readonly Problem[] => {
	const lacking = warnings.filter(({ code }) => code === 'column-missing');
	const list = (texts: readonly string[]) => texts.slice(0, 8).join(', ');
	const open = {
		rounds: list(periods.flatMap(({ period, wave }) => (wave === null ? [period] : []))),
		dimensions: list(dimensions.flatMap(({ column, chosen }) => (chosen === null ? [column] : []))),
		indicators: list(names.flatMap(({ name, indicatorKey }) => (indicatorKey === null ? [name] : [])))
	};
	return asks.flatMap((ask): readonly Problem[] => {
		if (ask === 'columns' && lacking.length > 0) return lacking;
		const code = asked[ask];
		return [ask in open ? { code, params: { names: open[ask as keyof typeof open] }, at: ask } : { code, at: ask }];
	});
};

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
	const { present, observations, lapsed, warnings } = await reviseFigures(context.db, id, figures, frame);
	const beside = await presentObservations(context.db, id, lapsed);
	const before = new Map([...present, ...beside].map((one) => [cellKey(one), one]));
	const told = [...observations, ...lapsed].filter((one) => !isSameFigure(before.get(cellKey(one)) ?? null, one));
	const added = told.filter((one) => !before.has(cellKey(one))).length;
	return ok({
		shape: figures.shape,
		asks: [...figures.asks],
		columns: [...figures.columns],
		otherAreas: [...figures.otherAreas],
		otherSheets: [...figures.otherSheets],
		periods: [...figures.periods],
		names: [...figures.names],
		dimensions: figures.dimensions.map(({ values, ...one }) => ({ ...one, values: [...values] })),
		source,
		isSourceKnown,
		inFile: observations.length,
		added,
		changed: told.length - added,
		unchanged: observations.length + lapsed.length - told.length,
		changes: told.slice(0, mostShown).map((one) => tell(one, before.get(cellKey(one)), frame)),
		warnings
	});
};

type Sent = {
	readonly tables: readonly NamedTable[];
	readonly choices: FiguresChoices;
	/** where the figures come from; source null = nobody was asked yet */
	readonly from: Omit<FileSource, 'source'> & { readonly source: string | null };
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
	const chosen = choicesOf(given.value);
	if (!chosen.ok) return chosen;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const tables = await parseFigures(file.value);
	if (!tables.ok) return tables;
	const filled = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);
	const choices = { wave: filled(given.value.wave), area: filled(given.value.area), ...chosen.value };
	const said = (text = '') => text.normalize('NFC').trim();
	const { source, sourceVersion } = withoutBsnsIn({
		source: said(given.value.source),
		sourceVersion: said(given.value.sourceVersion)
	});
	const from = { source: given.value.source === undefined ? null : source, sourceVersion };
	return ok({ tables: tables.value, choices, from, projectId: permitted.value.project.id });
};

type Within = {
	readonly figures: FiguresRead;
	readonly source: string;
	readonly isSourceKnown: boolean;
	readonly layout: string;
	readonly choices: FiguresChoices;
};

/**
 * Reads the tables with what is remembered of their source: that of the name, or else that with the same columns. Its
 * name goes to the values, but where somebody took it away.
 */
const readWithin = async (db: Db, projectId: ProjectId, sent: Sent, frame: Frame): Promise<Result<Within>> => {
	const { tables, from } = sent;
	const name = from.source ?? '';
	const namesOfColumns = [...new Set(tables.flatMap(({ table }) => table.columns))];
	const layout = createHash('sha256').update(layoutOf(namesOfColumns, frame.waves)).digest('hex');
	const sources = await listFigureSources(db, projectId);
	const known = sources.find((one) =>
		name === '' ? one.layout === layout : one.name.toLowerCase() === name.toLowerCase()
	);
	const recalled = recall(known ?? { columns: {}, names: {} }, namesOfColumns, frame);
	// A column that somebody now gives an indicator is no longer what it was said to be, nor the other way round.
	const now = sent.choices;
	const isSaid = (column: string) => Object.hasOwn({ ...now.columns, ...now.roles }, column);
	const unsaid = <T>(named: Readonly<Record<string, T>> = {}) =>
		Object.fromEntries(Object.entries(named).filter(([column]) => !isSaid(column)));
	const choices = {
		...now,
		columns: { ...unsaid(recalled.columns), ...now.columns },
		roles: { ...unsaid(recalled.roles), ...now.roles },
		dimensions: { ...recalled.dimensions, ...now.dimensions },
		indicators: { ...recalled.indicators, ...now.indicators }
	};
	const figures = readFigureTables(tables, frame, choices);
	if (!figures.ok) return figures;
	const source = from.source ?? known?.name ?? '';
	const observations = fromSource(figures.value.observations, { ...from, source });
	// An empty source takes away the one that the file is known by; of another file it says nothing.
	const said = { isSourceSaid: source !== '' || known !== undefined, sourceVersion: from.sourceVersion };
	const left = unsaidBesideSource(figures.value.observations, figures.value.unsaid, said);
	return ok({
		figures: { ...figures.value, observations, unsaid: left },
		...{ source, isSourceKnown: Boolean(known), layout, choices }
	});
};

/** Remembers what each column held, and which columns somebody passed over. */
const remember = (
	{ newId, now, actor }: Context,
	trx: Db,
	projectId: ProjectId,
	{ figures, source, layout, choices }: Within,
	frame: Frame
): Promise<void> =>
	saveFigureSource(
		trx,
		projectId,
		{ name: source, layout, ...rememberedOf(figures, choices, frame) },
		{ id: newId(), by: actor.userId, at: now() }
	);

const choiceFields = ['columns', 'roles', 'rounds', 'years', 'dimensions', 'indicators'] as const;

/** What was chosen per column, period or name, each a field of JSON. */
const choicesOf = (
	given: Readonly<Partial<Record<(typeof choiceFields)[number], string | undefined>>>
): Result<Omit<FiguresChoices, 'wave' | 'area'>> => {
	const sent: Record<string, unknown> = {};
	for (const field of choiceFields) {
		const json = given[field];
		if (json === undefined || json === '') continue;
		try {
			sent[field] = JSON.parse(json);
		} catch {
			return fail('input-invalid', { field }, field);
		}
	}
	return parse(figuresChoices, sent);
};

const tell = (
	observation: Observation,
	before: Observation | undefined,
	{ indicators, areas, waves }: Frame
): FiguresPreview['changes'][number] => {
	const { indicatorId, areaId, waveId, value } = observation;
	const indicator = indicators.find(({ id }) => id === indicatorId);
	const roundNamed = (named: unknown) => waves.find(({ id }) => id === named)?.label ?? null;
	return {
		indicatorKey: indicator?.key ?? '',
		indicator: indicator?.label ?? '',
		area: areas.find(({ id }) => id === areaId)?.name ?? '',
		wave: waves.find(({ id }) => id === waveId)?.label ?? '',
		isNew: before === undefined,
		from: before?.value ?? null,
		to: value,
		differences: differencesOf(before ?? null, observation).map((one) =>
			one.part === 'testedAgainst' ? { ...one, from: roundNamed(one.from), to: roundNamed(one.to) } : one
		)
	};
};
