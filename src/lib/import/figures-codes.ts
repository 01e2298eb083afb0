import type { Area } from '../domain/area/area.ts';
import { isCount, type Indicator } from '../domain/indicator/indicator.ts';
import type { Problem } from '../domain/problem.ts';
import { isMissing, isTooFew, notationOf, readNumber, type Notation } from './decimal.ts';
import { waveOf } from './figures-heading.ts';
import { areaIn } from './figures-roles.ts';
import { areaNamesOf, observationKeyOf, type Frame, type ObservationKey } from './observations-table.ts';
import type { Cell, TableRow } from './table.ts';
import { findName, namesOf } from './table-columns.ts';
import { wholeIndicators } from './whole-indicators.ts';

/** A row of values with what the file called its area, and what it may be weighed by. */
export type CodedRow = { readonly row: TableRow; readonly code: string; readonly weight: Cell };

export type Combined = {
	readonly rows: readonly CodedRow[];
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

/**
 * Makes one value of those of several statistical codes of one area. Numbers of people or things are added up; a
 * percentage or a mean needs to know how many people each code counts, and is refused when the file does not say it.
 */
export const combineCodes = (columns: readonly string[], rows: readonly CodedRow[], frame: Frame): Combined => {
	const at = (key: ObservationKey) => columns.findIndex((column) => observationKeyOf(column) === key);
	const indicators = namesOf(
		frame.indicators.flatMap(({ id, key, label }) => [[key, id] as const, [label, id] as const])
	);
	const known = areaNamesOf(frame);
	const numberKeys = (['value', 'n', 'lower', 'upper'] as const).filter((key) => at(key) >= 0);
	const isWhole = wholeIndicators(frame.indicators);
	const notation = notationOf(
		rows.flatMap(({ row: { row, cells }, weight }) => [
			...numberKeys.map((key) => ({
				...{ row, cell: cells[at(key)] ?? '' },
				isWhole: key === 'n' || (key === 'value' && isWhole(cells[at('indicatorKey')] ?? ''))
			})),
			{ row, cell: weight, isWhole: true }
		])
	);
	const groups = new Map<string, CodedRow[]>();
	for (const coded of rows) {
		const { cells } = coded.row;
		const areaId = areaIn(known, cells[at('area')]) ?? String(cells[at('area')]);
		const indicatorId = findName(indicators, String(cells[at('indicatorKey')])) ?? '';
		const wave = String(cells[at('wave')]);
		const key = JSON.stringify([indicatorId, areaId, waveOf(frame.waves, wave)?.id ?? wave]);
		const group = groups.get(key);
		if (group) group.push(coded);
		else groups.set(key, [coded]);
	}
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const kept = new Map<CodedRow, readonly Cell[] | null>();
	for (const [key, group] of groups) {
		const [indicatorId, areaId] = JSON.parse(key) as [string, string, string];
		const area = frame.areas.find(({ id }) => id === areaId);
		const indicator = frame.indicators.find(({ id }) => id === indicatorId);
		const coded = area ? group.filter(({ code }) => isCodeOf(area, code)) : [];
		const codes = coded.map(({ code }) => code);
		if (!area || !indicator || coded.length === 0 || new Set(codes.map(plainCode)).size < coded.length) continue;
		const [first] = coded;
		if (!first) continue;
		const about = { area: area.name, indicator: indicator.key, codes: codes.join(', ') };
		const absent = group.length > coded.length ? [] : absentCodes(area, codes);
		if (absent.length > 0)
			warnings.push({ code: 'figures-codes-absent', params: { ...about, absent: absent.join(', ') } });
		if (group.length > coded.length) {
			// The file also has a value under the name of the area: that is the combined one.
			for (const row of coded) kept.set(row, null);
			warnings.push({ code: 'figures-codes-named', params: about });
			continue;
		}
		const outer = coded.filter(({ code }) => !codes.some((other) => other !== code && lies(code, other)));
		for (const row of coded) if (!outer.includes(row)) kept.set(row, null);
		if (outer.length < 2) continue;
		const read = combine(outer, indicator, at, notation);
		for (const row of outer) kept.set(row, null);
		if (read.cells && outer[0]) kept.set(outer[0], read.cells);
		else problems.push({ code: read.code, params: { ...about, row: first.row.row }, at: `row ${first.row.row}` });
		if (read.cells && read.code !== '') warnings.push({ code: read.code, params: about });
	}
	const result = rows.flatMap((coded) => {
		const cells = kept.get(coded);
		return cells === null ? [] : [cells === undefined ? coded : { ...coded, row: { ...coded.row, cells } }];
	});
	return {
		rows: kept.size === 0 ? rows : result.map((coded) => asNumbers(coded, numberKeys.map(at), notation)),
		problems,
		warnings: once(warnings)
	};
};

const plainCode = (code: string): string => code.trim().toUpperCase();

const isCodeOf = ({ statisticalCodes }: Area, code: string): boolean =>
	statisticalCodes.some((each) => plainCode(each) === plainCode(code));

/** Codes of the area that a file does not have; those of a buurt in a wijk that it has are in that wijk. */
const absentCodes = ({ statisticalCodes }: Area, present: readonly string[]): readonly string[] => {
	const here = present.map(plainCode);
	return statisticalCodes.map(plainCode).filter((code) => !here.some((each) => lies(code, each) || lies(each, code)));
};

/** Whether a code lies in another: the digits of a buurt begin with those of its wijk, those of a wijk with its gemeente. */
const lies = (code: string, other: string): boolean => digits(code).startsWith(digits(other));

const digits = (code: string): string => code.replaceAll(/\D/g, '');

type At = (key: ObservationKey) => number;
type OneValue = { readonly cells: readonly Cell[] | null; readonly code: string };

const combine = (coded: readonly CodedRow[], indicator: Indicator, at: At, notation: Notation): OneValue => {
	const numbers = (cells: readonly Cell[]) =>
		cells.map((cell) => {
			const reading = readNumber(cell, notation);
			return reading.kind === 'number' ? reading.value : null;
		});
	const column = (key: ObservationKey) => coded.map(({ row }) => row.cells[at(key)] ?? '');
	const years = new Set(column('referenceYear').map((cell) => String(cell).trim()));
	if (years.size > 1) return { cells: null, code: 'figures-codes-years' };
	const values = numbers(column('value'));
	const unreadable = column('value').some(
		(cell, index) => values[index] === null && !isMissing(cell) && !isTooFew(cell)
	);
	if (unreadable) return { cells: null, code: 'figures-codes-unreadable' };
	const count = numbers(column('n'));
	const weights = numbers(coded.map(({ weight }) => weight));
	// Of a register n is what the rate is a part of; of a survey it says nothing of how many people live somewhere.
	const shares = weights.includes(null) && indicator.kind === 'register' ? count : weights;
	const isAdded = isCount(indicator.unit);
	const isIncomplete = values.includes(null);
	const total = sum(shares);
	if (!isAdded && !isIncomplete && (total === null || total <= 0 || shares.some((share) => (share ?? 0) < 0)))
		return { cells: null, code: 'figures-codes-unweighted' };
	const value = isIncomplete
		? ''
		: isAdded
			? sum(values)
			: (sum(values.map((each, index) => (each ?? 0) * (shares[index] ?? 0))) ?? 0) / (total ?? 1);
	const tooFew = column('value').find(isTooFew);
	const replaced = new Map<number, Cell>([
		[at('value'), isIncomplete && tooFew !== undefined ? tooFew : value === '' ? '' : rounded(value ?? 0)],
		[at('n'), sum(count) ?? (column('n').every(isTooFew) ? (column('n')[0] ?? '') : '')],
		[at('lower'), ''],
		[at('upper'), '']
	]);
	const [first] = coded;
	return {
		cells: first?.row.cells.map((cell, index) => replaced.get(index) ?? cell) ?? null,
		code: isIncomplete ? 'figures-codes-incomplete' : isAdded ? 'figures-codes-added' : 'figures-codes-weighted'
	};
};

const sum = (numbers: readonly (number | null)[]): number | null =>
	numbers.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);

/** Adding up leaves traces far behind the point: 0.1 + 0.2. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** The signs of all rows show how a number is written; rows that are gone showed it too. */
const asNumbers = (coded: CodedRow, ats: readonly number[], notation: Notation): CodedRow => ({
	...coded,
	row: {
		...coded.row,
		cells: coded.row.cells.map((cell, at) => {
			const reading = ats.includes(at) ? readNumber(cell, notation) : null;
			return reading?.kind === 'number' ? reading.value : cell;
		})
	}
});

/** One warning for all indicators of an area. */
const once = (warnings: readonly Problem[]): readonly Problem[] => {
	const found = new Map<string, Problem>();
	for (const warning of warnings) {
		const key = JSON.stringify([warning.code, warning.params?.['area'], warning.params?.['codes']]);
		const before = found.get(key);
		found.set(
			key,
			before
				? {
						...before,
						params: { ...before.params, indicator: `${before.params?.['indicator']}, ${warning.params?.['indicator']}` }
					}
				: warning
		);
	}
	return [...found.values()];
};
