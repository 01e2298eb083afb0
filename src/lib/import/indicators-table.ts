import {
	defaultThreshold,
	type Direction,
	type Indicator,
	type IndicatorKind,
	type Threshold
} from '../domain/indicator/indicator.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type { PillarId } from '../domain/project/ids.ts';
import { notationOf, readNumber } from './decimal.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { cellProblem, findColumns, namesOf, resolveName, type Columns, type ColumnSpec } from './table-columns.ts';

export type IndicatorDraft = Omit<Indicator, 'id'>;
export type IndicatorsDraft = { readonly indicators: readonly IndicatorDraft[]; readonly warnings: readonly Problem[] };

/** The pillars of the project, with further names for them (e.g. the keys of the demo project). */
export type PillarFrame = {
	readonly pillars: readonly Pillar[];
	readonly pillarNames?: readonly (readonly [name: string, pillarId: PillarId])[];
};

type Key =
	'key' | 'pillar' | 'label' | 'unit' | 'direction' | 'kind' | 'source' | 'rhythm' | 'threshold' | 'thresholdUnit';

const specs: readonly ColumnSpec<Key>[] = [
	{ key: 'key', names: ['sleutel', 'code', 'indicatorKey', 'indicatorcode'], required: true },
	{ key: 'pillar', names: ['pijler'], required: true },
	{ key: 'label', names: ['indicator', 'naam', 'omschrijving', 'name'], required: true },
	{ key: 'unit', names: ['eenheid'], required: true },
	{ key: 'direction', names: ['richting'], required: true },
	{ key: 'kind', names: ['soort', 'type'], required: true },
	{ key: 'source', names: ['bron'], required: false },
	{ key: 'rhythm', names: ['ritme', 'frequentie'], required: false },
	{ key: 'threshold', names: ['drempel'], required: false },
	{ key: 'thresholdUnit', names: ['drempeleenheid', 'eenheid drempel'], required: false }
];

const directionWords = namesOf<Direction>([
	...words('higher-better', ['higher better', 'higher', 'hoger is beter', 'hoger is gunstig', 'hoger', 'hoog', '↑']),
	...words('lower-better', ['lower better', 'lower', 'lager is beter', 'lager is gunstig', 'lager', 'laag', '↓']),
	...words('neutral', ['neutraal', 'geen', '○', 'o'])
]);
const kindWords = namesOf<IndicatorKind>([
	...words('survey', ['enquête', 'enquete', 'vragenlijst', 'E']),
	...words('model', ['modelschatting', 'schatting', 'M']),
	...words('register', ['registratie', 'R'])
]);
const thresholdWords = namesOf<Threshold['unit']>([
	...words('points', ['punten', 'procentpunt', 'procentpunten', 'punt', 'pp']),
	...words('percent', ['procent', '%'])
]);

function words<Id extends string>(id: Id, others: readonly string[]): readonly (readonly [string, Id])[] {
	return [id, ...others].map((word) => [word, id] as const);
}

/**
 * Reads the indicators of a kernset. All or nothing, with every problem told. Without a threshold the default of the
 * kind counts (DOMAIN 7.2: a survey 3 points, a register 5 percent).
 */
export const readIndicators = (table: Table, frame: PillarFrame): Result<IndicatorsDraft> => {
	const found = findColumns(table, specs);
	if (!found.ok) return found;
	const columns = found.value;
	const readRow = rowReader(table, columns, frame);
	const problems: Problem[] = [];
	const indicators: IndicatorDraft[] = [];
	const firstRows = new Map<string, number>();
	for (const row of table.rows) {
		const read = readRow(row);
		if (!read.ok) {
			problems.push(...read.problems);
			continue;
		}
		const key = read.value.key.toLowerCase();
		const first = firstRows.get(key);
		if (first !== undefined)
			problems.push(cellProblem('indicator-double', row.row, columns.nameOf('key'), read.value.key, { first }));
		else firstRows.set(key, row.row);
		indicators.push(read.value);
	}
	return problems.length > 0 ? failAll(problems) : ok({ indicators, warnings: columns.warnings });
};

const rowReader = (table: Table, columns: Columns<Key>, { pillars, pillarNames = [] }: PillarFrame) => {
	const byPillar = namesOf([
		...pillars.flatMap(({ id, name, shortName }) => [name, shortName].map((each) => [each, id] as const)),
		...pillarNames
	]);
	const notation = notationOf(
		table.rows.map((row) => ({ row: row.row, cell: columns.cell(row, 'threshold'), isWhole: false }))
	);

	return (row: TableRow): Result<IndicatorDraft> => {
		const problems: Problem[] = [];
		const cell = (key: Key): Cell => columns.cell(row, key);
		const text = (key: Key): string => String(cell(key)).trim().normalize('NFC');
		const tell = (code: string, key: Key) => problems.push(cellProblem(code, row.row, columns.nameOf(key), cell(key)));
		const needed = (key: Key): string => {
			if (text(key) === '') tell('cell-empty', key);
			return text(key);
		};
		const resolve = <Id extends string>(key: Key, names: ReturnType<typeof namesOf<Id>>, code: string): Id | null => {
			const result = resolveName(names, code, row.row, columns.nameOf(key), cell(key));
			if (result.ok) return result.value;
			problems.push(...result.problems);
			return null;
		};
		const threshold = (fallback: Threshold): Threshold => {
			const reading = readNumber(cell('threshold'), notation);
			if (reading.kind === 'missing') return fallback;
			if (reading.kind !== 'number') tell(`number-${reading.kind}`, 'threshold');
			else if (reading.value < 0) tell('number-negative', 'threshold');
			const value = reading.kind === 'number' ? reading.value : fallback.value;
			if (text('thresholdUnit') === '') return { value, unit: fallback.unit };
			return { value, unit: resolve('thresholdUnit', thresholdWords, 'table-threshold-unit-unknown') ?? fallback.unit };
		};

		const key = needed('key');
		const pillarId = resolve('pillar', byPillar, 'table-pillar-unknown');
		const label = needed('label');
		const unit = needed('unit');
		const direction = resolve('direction', directionWords, 'table-direction-unknown');
		const kind = resolve('kind', kindWords, 'table-kind-unknown');
		const limit = threshold(defaultThreshold(kind ?? 'survey', unit));
		if (problems.length > 0 || pillarId === null || direction === null || kind === null) return failAll(problems);
		const rhythm = text('rhythm') || null;
		return ok({ key, label, pillarId, unit, direction, kind, source: text('source'), rhythm, threshold: limit });
	};
};
