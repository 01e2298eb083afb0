import type { Observation } from '#lib/domain/indicator/observation.ts';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import { readFigureTables } from '#lib/import/figures-sheets.ts';
import type { Frame } from '#lib/import/observations-table.ts';
import { readFigures } from '#lib/import/read-figures.ts';
import type { UploadedFile } from '#lib/import/source-draft.ts';
import type { Table } from '#lib/import/table.ts';
import { textFile, valueOf } from './fixture.ts';
import { frame } from './frame.ts';

/** The one table of a file. */
export const tableOf = (file: UploadedFile): Table => {
	const [first] = valueOf(readFigures(file));
	if (!first) throw new Error('no table');
	return first.table;
};

/** A table as a file of semicolons. */
export const csv = (...lines: string[]): Table => tableOf(textFile('a.csv', lines.join('\n')));

/** A table as a file of OData. */
export const odata = (...value: Readonly<Record<string, unknown>>[]): Table =>
	tableOf(textFile('a.json', JSON.stringify({ value })));

/** What is read of a table with some choices. */
export const readWith = (table: Table, choices: FiguresChoices = {}, within: Frame = frame) =>
	readFigureTables([{ sheet: '', table }], within, choices);

/** The values of a table. */
export const observationsOf = (
	table: Table,
	choices: FiguresChoices = {},
	within: Frame = frame
): readonly Observation[] => {
	const { asks, observations } = valueOf(readWith(table, choices, within));
	if (asks.length > 0) throw new Error(`asked: ${asks.join(', ')}`);
	return observations;
};
