import type { CodingId } from '../domain/project/ids.ts';
import type { SaidChart } from '../domain/report/live-block.ts';
import type { RichText } from '../domain/text/rich-text.ts';
import type { ToldFigure } from './told-figures.ts';

/** How a line looks; what it says never depends on it. */
export type Look = 'normal' | 'strong' | 'small' | 'quote' | 'proposal';

export type Line = { readonly text: string; readonly look: Look };

/** Lines below each other in one cell. */
export type TextCell = readonly Line[];

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

/**
 * A part of a report, as data; a writer turns it into Word or another format. `figures`: which values it tells, where they
 * must be able to go after all.
 */
export type Block =
	| { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
	| { readonly kind: 'paragraph'; readonly line: Line; readonly figures?: readonly ToldFigure[] }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	/** what an author wrote; `level` is that of the highest heading in it */
	| { readonly kind: 'rich'; readonly text: RichText; readonly level: 2 | 3 | 4 }
	/** `codingId`: whose words they are, where they must be able to go after all */
	| { readonly kind: 'quote'; readonly text: string; readonly reference: string; readonly codingId?: CodingId }
	/** a drawing with what it shows in words; its numbers stand in a table of their own */
	| ({ readonly kind: 'chart'; readonly figures?: readonly ToldFigure[] } & SaidChart)
	/** framed lines: what the page rests on */
	| { readonly kind: 'box'; readonly lines: readonly string[] }
	| {
			readonly kind: 'table';
			readonly caption: string;
			/** widths are parts of the whole */
			readonly columns: readonly { readonly label: string; readonly width: number }[];
			/** the first cell of a row is its header */
			readonly rows: readonly (readonly TextCell[])[];
			readonly figures?: readonly ToldFigure[];
	  };

/** A report: what it consists of, not how it looks. */
export type ReportDocument = {
	readonly title: string;
	readonly subtitle: string;
	/** BCP 47 */
	readonly language: 'nl-NL' | 'en-GB';
	/** the page stands up, for running text; without: it lies down, for wide tables */
	readonly isUpright?: boolean;
	/** on every page, for invented data */
	readonly watermark: string | null;
	/** on every page: where the data come from, and when */
	readonly footer: string;
	/** ISO 8601, UTC: when the data changed last */
	readonly madeAt: string;
	readonly pageWords: { readonly page: string; readonly of: string };
	readonly blocks: readonly Block[];
};

export const line = (text: string, look: Look = 'normal'): Line => ({ text, look });
