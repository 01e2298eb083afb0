import type { ColumnRole } from '../domain/indicator/column-role.ts';
import type { Problem } from '../domain/problem.ts';
import type { Table } from './table.ts';

/** How figures lie in a file: a value a row; a column a round; or a column an indicator, as statistics offices do. */
export type FiguresShape = 'long' | 'waves' | 'indicators';

/** What a file leaves open, as somebody filled it in. */
export type FiguresChoices = {
	/** label or year of the round, for a file that does not say it or says another year */
	readonly wave?: string | undefined;
	/** name or code of the area, for a file about one */
	readonly area?: string | undefined;
	/** the key of the indicator that a column holds; '' = not read */
	readonly columns?: Readonly<Record<string, string>> | undefined;
	/** what a column is read as */
	readonly roles?: Readonly<Record<string, ColumnRole>> | undefined;
	/** the round that a period of the file belongs to; '' = not read */
	readonly rounds?: Readonly<Record<string, string>> | undefined;
	/** the reference year of the values of a column; that of '' = of all values */
	readonly years?: Readonly<Record<string, number>> | undefined;
	/** the key of the indicator that a name in the rows stands for; '' = not read */
	readonly indicators?: Readonly<Record<string, string>> | undefined;
	/** the value of a breakdown (age, sex) whose rows are read */
	readonly dimensions?: Readonly<Record<string, string>> | undefined;
};

export type FiguresColumn = {
	readonly column: string;
	readonly role: ColumnRole;
	readonly indicatorKey: string | null;
	readonly wave: string | null;
	/** the year that its values are about, where its heading or somebody says it */
	readonly referenceYear: number | null;
};

/** What somebody may have to say of a file before it is read. */
export const figuresAsks = ['wave', 'area', 'columns', 'rounds', 'years', 'dimensions', 'indicators'] as const;
export type FiguresAsk = (typeof figuresAsks)[number];

/** A period of the file and the round it goes to: null = open, '' = not read. */
export type FiguresPeriod = { readonly period: string; readonly wave: string | null };

/** A name of an indicator in the rows that the project does not have, and what it stands for: null = open, '' = not read. */
export type FiguresName = { readonly name: string; readonly indicatorKey: string | null };

/** A breakdown of which one value is read; null = somebody has to choose. */
export type FiguresDimension = {
	readonly column: string;
	readonly values: readonly string[];
	readonly chosen: string | null;
};

export type LongFigures = {
	readonly shape: FiguresShape;
	/** a value a row, with the columns that `readObservations` knows */
	readonly table: Table;
	/** where the value of each row of `table` stands in the file; empty for a file that was long already */
	readonly places: readonly { readonly row: number; readonly column: string }[];
	/** the name in the file of a column of `table` that goes by another */
	readonly headings: Readonly<Record<string, string>>;
	readonly columns: readonly FiguresColumn[];
	/** areas of the file that the project does not have: their rows are passed over */
	readonly otherAreas: readonly string[];
	readonly periods: readonly FiguresPeriod[];
	readonly names: readonly FiguresName[];
	readonly dimensions: readonly FiguresDimension[];
	/** what somebody has to say first */
	readonly asks: readonly FiguresAsk[];
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};
