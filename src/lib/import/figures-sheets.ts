import type { Unsaid, UnsayablePart } from '../domain/indicator/figure-revision.ts';
import { cellKey } from '../domain/indicator/observation-change.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import { fail, failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type {
	FiguresAsk,
	FiguresChoices,
	FiguresColumn,
	FiguresDimension,
	FiguresName,
	FiguresPeriod,
	FiguresShape,
	LongFigures
} from './figures-choices.ts';
import { waveOf } from './figures-heading.ts';
import { isAreaName } from './figures-roles.ts';
import { inFile, toLongFigures } from './figures-shape.ts';
import { readObservations, type Frame, type ObservationsDraft } from './observations-table.ts';
import { inSheet, type NamedTable } from './read-table.ts';

/** What a file of figures holds: of one table, or of sheets that each are about an area or a round. */
export type FiguresRead = {
	readonly shape: FiguresShape;
	readonly columns: readonly FiguresColumn[];
	readonly otherAreas: readonly string[];
	/** sheets that are about no area of the project and were passed over */
	readonly otherSheets: readonly string[];
	/** what somebody has to say first; nothing was read then */
	readonly asks: readonly FiguresAsk[];
	readonly periods: readonly FiguresPeriod[];
	readonly names: readonly FiguresName[];
	readonly dimensions: readonly FiguresDimension[];
	readonly observations: readonly Observation[];
	/** what the file does not say of them */
	readonly unsaid: Unsaid;
	readonly warnings: readonly Problem[];
};

type Part = { readonly sheet: string; readonly figures: LongFigures };

/** Reads the tables of a file: all of them or nothing. A sheet without a column of areas is about the area it is called after. */
export const readFigureTables = (
	tables: readonly NamedTable[],
	frame: Frame,
	choices: FiguresChoices = {}
): Result<FiguresRead> => {
	const parts: Part[] = [];
	const otherSheets: string[] = [];
	for (const { sheet, table } of tables) {
		const figures = toLongFigures(table, frame, choicesIn(sheet, frame, choices));
		if (isAside(sheet, frame, figures)) otherSheets.push(sheet);
		else if (figures.ok) parts.push({ sheet, figures: figures.value });
		else return failAll(inSheet(figures.problems, sheet));
	}
	const [first] = parts;
	if (!first) return fail('figures-sheets-unknown', { sheets: otherSheets.slice(0, 8).join(', ') });
	const about = {
		shape: first.figures.shape,
		columns: uniqueColumns(parts),
		otherAreas: [...new Set(parts.flatMap(({ figures }) => figures.otherAreas))],
		otherSheets,
		asks: [...new Set(parts.flatMap(({ figures }) => figures.asks))],
		periods: unique(
			parts,
			({ periods }) => periods,
			({ period }) => period
		),
		names: unique(
			parts,
			({ names }) => names,
			({ name }) => name
		),
		dimensions: unique(
			parts,
			({ dimensions }) => dimensions,
			({ column }) => column
		)
	};
	if (about.asks.length > 0)
		return ok({
			...about,
			observations: [],
			unsaid: new Map(),
			warnings: parts.flatMap(({ sheet, figures }) => inSheet(figures.warnings, sheet))
		});
	const read = readParts(parts, frame);
	return read.ok ? ok({ ...about, ...read.value }) : read;
};

/** The name of a sheet answers what its table leaves open; a choice for the whole file cannot be about one sheet's area. */
const choicesIn = (sheet: string, frame: Frame, choices: FiguresChoices): FiguresChoices => {
	if (sheet === '') return choices;
	const wave = choices.wave ?? waveOf(frame.waves, sheet)?.label;
	return { ...choices, wave, area: isAreaName(frame, sheet) ? sheet : undefined };
};

/** Whether a sheet holds no figures, such as one with an explanation. */
const isAside = (sheet: string, frame: Frame, figures: Result<LongFigures>): boolean =>
	sheet !== '' &&
	!isAreaName(frame, sheet) &&
	(!figures.ok ||
		figures.value.asks.some((ask) => ask === 'area' || ask === 'columns') ||
		hasNoFigures(figures.value, frame));

/** Neither values nor areas: a table about something else, as the sheet about the file that Wijkstem itself adds. */
const hasNoFigures = ({ table, asks }: LongFigures, frame: Frame): boolean => {
	const read = asks.length > 0 ? null : readObservations(table, frame);
	const missing = new Set(
		read && !read.ok
			? read.problems.filter(({ code }) => code === 'column-missing').map(({ params }) => params?.['key'])
			: []
	);
	return missing.has('value') && missing.has('area');
};

/** What the sheets say of one thing, once. */
const unique = <T>(
	parts: readonly Part[],
	of: (figures: LongFigures) => readonly T[],
	nameOf: (one: T) => string
): readonly T[] => [...new Map(parts.flatMap(({ figures }) => of(figures).map((one) => [nameOf(one), one]))).values()];

const uniqueColumns = (parts: readonly Part[]): readonly FiguresColumn[] => {
	const columns = new Map<string, FiguresColumn>();
	for (const { figures } of parts)
		for (const column of figures.columns)
			if (!columns.has(column.column) || columns.get(column.column)?.role === 'other')
				columns.set(column.column, column);
	return [...columns.values()];
};

/** Problems are told of the cell of the file, whatever its layout; a value that two sheets give is one. */
const readParts = (parts: readonly Part[], frame: Frame): Result<ObservationsDraft> => {
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const unsaid = new Map<string, readonly UnsayablePart[]>();
	const found = new Map<string, { readonly sheet: string; readonly observation: Observation }>();
	for (const { sheet, figures } of parts) {
		const read = readObservations(figures.table, frame);
		const faults = read.ok ? [] : read.problems.map((problem) => inFile(problem, figures));
		problems.push(...inSheet([...figures.problems, ...faults], sheet));
		if (!read.ok) continue;
		const told = read.value.warnings.map((warning) => inFile(warning, figures));
		warnings.push(...inSheet([...figures.warnings, ...told], sheet));
		for (const observation of read.value.observations) {
			const key = cellKey(observation);
			const before = found.get(key);
			if (before) problems.push(doubled(observation, frame, before.sheet, sheet));
			else {
				found.set(key, { sheet, observation });
				unsaid.set(key, read.value.unsaid.get(key) ?? []);
			}
		}
	}
	return problems.length > 0
		? failAll(problems)
		: ok({ observations: [...found.values()].map(({ observation }) => observation), unsaid, warnings });
};

const doubled = (
	{ indicatorId, areaId, waveId }: Observation,
	{ indicators, areas, waves }: Frame,
	first: string,
	sheet: string
): Problem => ({
	code: 'figures-sheets-double',
	params: {
		indicator: indicators.find(({ id }) => id === indicatorId)?.key ?? '',
		area: areas.find(({ id }) => id === areaId)?.name ?? '',
		wave: waves.find(({ id }) => id === waveId)?.label ?? '',
		first,
		sheet
	},
	at: sheet
});
