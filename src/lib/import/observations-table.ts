import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import {
	earliestYear,
	lacksReason,
	latestYear,
	longestReason,
	longestSource,
	longestVersion,
	observationFaults
} from '../domain/indicator/check-observation.ts';
import { unsayableParts, type Unsaid, type UnsayablePart } from '../domain/indicator/figure-revision.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { cellKey } from '../domain/indicator/observation-change.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import { roundBefore, sourceTestFaults, type SourceTest } from '../domain/indicator/source-test.ts';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type { AreaId, WaveId } from '../domain/project/ids.ts';
import { isMissing, isTooFew, notationOf, readNumber, type Notation, type NumberCell } from './decimal.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { countFew, tellFew, type Few } from './too-few.ts';
import {
	cellProblem,
	findColumns,
	namesOf,
	plainName,
	resolveName,
	type Columns,
	type ColumnSpec,
	type Names
} from './table-columns.ts';
import { readTested, withTestedRounds } from './tested.ts';
import { wholeIndicators } from './whole-indicators.ts';
import { readYesNo } from './yes-no.ts';

/** What a project knows already, and what the names in a file may stand for. */
export type Frame = {
	readonly indicators: readonly Indicator[];
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	/** further names of areas, e.g. the keys of the demo project */
	readonly areaNames?: readonly (readonly [name: string, areaId: AreaId])[];
};

export type ObservationsDraft = {
	readonly observations: readonly Observation[];
	/** what the file does not say of them, for want of a column */
	readonly unsaid: Unsaid;
	readonly warnings: readonly Problem[];
};

export type ObservationKey =
	| 'indicatorKey'
	| 'area'
	| 'wave'
	| 'referenceYear'
	| 'value'
	| 'n'
	| 'lower'
	| 'upper'
	| 'trendBreak'
	| 'suppressed'
	| 'note'
	| 'testedAgainst'
	| 'testedChange'
	| Said;

type Said = 'source' | 'sourceVersion' | 'trendBreakReason';

const specs: readonly ColumnSpec<ObservationKey>[] = [
	{ key: 'indicatorKey', names: ['indicator', 'indicatorcode', 'indicator key', 'sleutel'], required: true },
	{ key: 'area', names: ['gebied', 'wijk', 'wijk of gebied', 'gebiedscode', 'wijkcode'], required: true },
	{ key: 'wave', names: ['meetronde', 'ronde', 'meting'], required: true },
	{ key: 'referenceYear', names: ['peiljaar', 'jaar', 'reference year', 'year'], required: true },
	{ key: 'value', names: ['waarde', 'cijfer'], required: true },
	{ key: 'n', names: ['aantal', 'respondenten'], required: false },
	{ key: 'lower', names: ['ondergrens', 'lower bound'], required: false },
	{ key: 'upper', names: ['bovengrens', 'upper bound'], required: false },
	{ key: 'trendBreak', names: ['trendbreuk', 'trend break'], required: false },
	{ key: 'suppressed', names: ['onderdrukt', 'te weinig gevallen'], required: false },
	{ key: 'note', names: ['opmerking', 'toelichting'], required: false },
	{ key: 'source', names: ['bron'], required: false },
	{ key: 'sourceVersion', names: ['versie', 'version', 'source version', 'versie bron'], required: false },
	{
		...{ key: 'trendBreakReason', required: false },
		names: ['reden trendbreuk', 'trend break reason', 'reason trend break']
	},
	{ key: 'testedAgainst', names: ['getoetst tegen', 'tested against'], required: false },
	{
		...{ key: 'testedChange', required: false },
		names: ['verschil getoetst', 'getoetst verschil', 'difference tested', 'tested difference']
	}
];

const longest: Readonly<Record<Said, number>> = {
	source: longestSource,
	sourceVersion: longestVersion,
	trendBreakReason: longestReason
};

/** What a column of this name holds of a value; null = nothing that is read. */
export const observationKeyOf = (column: string): ObservationKey | null =>
	specs.find(({ key, names }) => [key, ...names].some((name) => plainName(name) === plainName(column)))?.key ?? null;

/**
 * Reads values of indicators per area and round. All or nothing: every problem of every row is told, with the row, the
 * column, the value and what may have been meant; only a file without problems gives observations.
 */
export const readObservations = (table: Table, frame: Frame): Result<ObservationsDraft> => {
	const head = findColumns(table, specs);
	if (!head.ok) return head;
	const columns = head.value;
	const notation = notationOf(numberCells(table, columns, frame));
	if (notation.decimal === 'mixed')
		return failAll([{ code: 'number-signs-mixed', params: { row: notation.row }, at: `row ${notation.row}` }]);
	const readRow = rowReader(columns, frame, notation);
	const problems: Problem[] = [];
	const observations: Observation[] = [];
	const lacking = unsayableParts.filter((part) => !columns.has(part === 'testedAgainst' ? 'testedChange' : part));
	const unsaid = new Map<string, readonly UnsayablePart[]>();
	const unexplained: number[] = [];
	const found: (Few & { readonly row: number })[] = [];
	const firstRows = new Map<string, number>();
	for (const row of table.rows) {
		const read = readRow(row);
		if (!read.ok) {
			problems.push(...read.problems);
			continue;
		}
		const { observation, few } = read.value;
		const key = cellKey(observation);
		const first = firstRows.get(key);
		if (first !== undefined)
			problems.push(
				cellProblem('observation-double', row.row, columns.nameOf('indicatorKey'), columns.cell(row, 'indicatorKey'), {
					first
				})
			);
		else firstRows.set(key, row.row);
		observations.push(observation);
		unsaid.set(key, unsaidIn(row, observation, lacking));
		if (few) found.push({ ...few, row: row.row });
		if (lacksReason(observation)) unexplained.push(row.row);
	}
	return problems.length > 0
		? failAll(problems)
		: ok({
				observations: withTestedRounds(observations, frame.waves),
				unsaid,
				warnings: [...columns.warnings, ...tellFew(found), ...askReasons(unexplained)]
			});
};

/**
 * A value that the row itself hides ("<10") is said to be suppressed, with a column for that or without. Where a row says
 * what came of a test and not against which round, that round is left unsaid.
 */
const unsaidIn = (
	{ unsaid = [] }: TableRow,
	{ suppressed, testedAgainst, testedChange }: Observation,
	lacking: readonly UnsayablePart[]
): readonly UnsayablePart[] =>
	unsayableParts.filter(
		(part) =>
			(part === 'testedAgainst' && testedAgainst === null && testedChange !== null) ||
			((lacking.includes(part) || unsaid.includes(part)) && !(part === 'suppressed' && suppressed))
	);

/** Breaks without a reason are taken in; who knows the reason is asked for it, once. */
const askReasons = ([row, ...others]: readonly number[]): readonly Problem[] =>
	row === undefined ? [] : [{ code: 'trend-break-unexplained', params: { row, n: others.length + 1 } }];

const numberCells = (table: Table, columns: Columns<ObservationKey>, { indicators }: Frame): readonly NumberCell[] => {
	const isWhole = wholeIndicators(indicators);
	return table.rows.flatMap((row) =>
		(['value', 'lower', 'upper', 'n'] as const).map((key) => ({
			row: row.row,
			cell: columns.cell(row, key),
			isWhole: key === 'n' || (key === 'value' && isWhole(columns.cell(row, 'indicatorKey')))
		}))
	);
};

/** All names and codes by which a file can mean an area; its id as well, which is never proposed for another name. */
export const areaNamesOf = ({ areas, areaNames = [] }: Frame): Names<AreaId> => {
	const named = namesOf([
		...areas.flatMap(({ id, name, aliasName, statisticalCodes }) =>
			[name, aliasName, ...statisticalCodes].map((each) => [each, id] as const)
		),
		...areaNames
	]);
	return { ...named, idOf: new Map([...named.idOf, ...areas.map(({ id }) => [id.toLowerCase(), id] as const)]) };
};

const rowReader = (columns: Columns<ObservationKey>, frame: Frame, notation: Notation) => {
	const { indicators, waves } = frame;
	const byIndicator = namesOf(indicators.flatMap(({ id, key, label }) => [[key, id] as const, [label, id] as const]));
	const byArea = areaNamesOf(frame);
	const byWave = namesOf(waves.flatMap(({ id, label, year }) => [[label, id] as const, [String(year), id] as const]));
	const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));

	return (row: TableRow): Result<{ readonly observation: Observation; readonly few: Few | null }> => {
		const problems: Problem[] = [];
		const cell = (key: ObservationKey): Cell => columns.cell(row, key);
		const tell = (code: string, key: ObservationKey, more?: Readonly<Record<string, string | number>>) =>
			problems.push(cellProblem(code, row.row, columns.nameOf(key), cell(key), more));
		const keep = <T>(result: Result<T>): T | null => {
			if (result.ok) return result.value;
			problems.push(...result.problems);
			return null;
		};
		const number = (key: ObservationKey): number | null => {
			const reading = readNumber(cell(key), notation);
			if (reading.kind === 'number') return reading.value;
			const mayBeFew = key === 'value' || key === 'n';
			if (reading.kind !== 'missing' && !(mayBeFew && isTooFew(cell(key)))) tell(`number-${reading.kind}`, key);
			return null;
		};
		const yes = (key: ObservationKey): boolean => {
			const reading = readYesNo(cell(key));
			if (reading === null) tell('yes-no-unreadable', key);
			return reading ?? false;
		};

		const indicatorId = keep(
			resolveName(byIndicator, 'table-indicator-unknown', row.row, columns.nameOf('indicatorKey'), cell('indicatorKey'))
		);
		const areaId = keep(resolveName(byArea, 'table-area-unknown', row.row, columns.nameOf('area'), cell('area')));
		const waveId = keep(resolveName(byWave, 'table-wave-unknown', row.row, columns.nameOf('wave'), cell('wave')));
		const referenceYear = readYear(cell('referenceYear'));
		if (referenceYear === null)
			tell(isMissing(cell('referenceYear')) ? 'cell-empty' : 'year-unreadable', 'referenceYear');
		const [counted, few] = countFew(
			{
				...{ value: number('value'), n: number('n'), lower: number('lower'), upper: number('upper') },
				...{ suppressed: yes('suppressed'), note: String(cell('note')).trim().normalize('NFC') }
			},
			{ value: cell('value'), n: cell('n') }
		);
		const trendBreak = yes('trendBreak');

		const said = (key: Said): string | null => {
			const text = String(cell(key)).trim().normalize('NFC');
			if ([...text].length > longest[key]) tell('cell-too-long', key, { limit: longest[key] });
			return text === '' ? null : text;
		};
		const source = said('source');
		const sourceVersion = said('sourceVersion');
		const trendBreakReason = said('trendBreakReason');

		const testedChange = readTested(cell('testedChange'));
		if (testedChange === undefined) tell('yes-no-unreadable', 'testedChange');
		const testedAgainst = isMissing(cell('testedAgainst'))
			? null
			: keep(
					resolveName(
						...([byWave, 'table-wave-unknown', row.row] as const),
						...([columns.nameOf('testedAgainst'), cell('testedAgainst')] as const)
					)
				);
		const test = { testedAgainst, testedChange: testedChange ?? null };
		if (waveId !== null && problems.length === 0)
			for (const { code, field } of sourceTestFaults(beforeIfOpen(test, waveId, waves), waveId, waves))
				// Without an earlier round it is the outcome that cannot be: the file need not have the other column.
				tell(code, code === 'test-without-round' ? 'testedChange' : field, {
					wave: waves.find(({ id }) => id === waveId)?.label ?? ''
				});

		const indicator = indicatorId === null ? undefined : indicatorOf.get(indicatorId);
		const faults = observationFaults({ ...counted, referenceYear: referenceYear ?? 2000 }, indicator?.unit ?? '');
		for (const { code, field, params } of faults) tell(code, field, withoutValue(params));

		if (problems.length > 0 || indicatorId === null || areaId === null || waveId === null || referenceYear === null)
			return failAll(problems);
		return ok({
			observation: {
				...{ indicatorId, areaId, waveId, referenceYear, ...counted },
				...{ trendBreak, source, sourceVersion, trendBreakReason, ...test }
			},
			few
		});
	};
};

/** What a row says of a test, with the round before it where it names none: there has to be one. */
const beforeIfOpen = (test: SourceTest, waveId: WaveId, waves: readonly Wave[]): SourceTest =>
	test.testedAgainst === null && test.testedChange !== null
		? { ...test, testedAgainst: roundBefore(waveId, waves, () => false) }
		: test;

/** The sentence shows the value as the file writes it, which `cellProblem` adds. */
const withoutValue = ({ value: _value, ...others }: Readonly<Record<string, string | number>>) => others;

const readYear = (cell: Cell): number | null => {
	const year = typeof cell === 'number' ? cell : /^\d{4}$/.test(cell.trim()) ? Number(cell) : null;
	return year !== null && Number.isInteger(year) && year >= earliestYear && year <= latestYear ? year : null;
};
