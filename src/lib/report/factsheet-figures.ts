import { outcomeOf } from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { comparedShortly } from '../words/figures.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import type { LeftOut } from './left-out.ts';
import { figuresTable } from './live-said.ts';
import { roundsShown } from './rounds-shown.ts';
import { saidBlocks } from './section-blocks.ts';
import { toldByRows, type ToldFigure } from './told-figures.ts';

/** Where something stands, and how many of it. */
export type Share = { readonly place: string; readonly most: number };

/**
 * The figures that moved first, then the others that something can be said about; where there is room, each beside the
 * area that it is compared with.
 */
export const figureBlocks = (
	display: JointDisplay,
	{ place, most, isCompared }: Share & { readonly isCompared: boolean },
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const known = display.indicators.filter(({ values }) => values.some(({ value }) => value !== null));
	const labels = display.indicators.filter((figures) => !known.includes(figures)).map(({ label }) => label);
	// For a pillar that an area does not have no figures were agreed, so none are missed.
	if (labels.length > 0 && !display.isAbsent) leftOut.push({ kind: 'no-values', place, labels });
	const chosen = new Set([...known].sort((a, b) => weight(a) - weight(b)).slice(0, most));
	if (known.length > chosen.size) leftOut.push({ kind: 'more-figures', place, n: known.length - chosen.size });
	const indicators = known.filter((figures) => chosen.has(figures));
	if (indicators.length === 0) return [];
	const rounds = roundsShown(display.waves);
	const own = toldByRows(display.area.id, indicators, rounds);
	const figures = isCompared ? [...own, ...indicators.flatMap(toldElsewhere)] : own;
	const elsewhere = isCompared ? indicators.flatMap(({ comparison }) => comparison?.values.slice(-1) ?? []) : [];
	const table = saidBlocks(figuresTable({ ...display, indicators }, locale, rounds, elsewhere), { figures });
	if (!isCompared) return table;
	return table.map((block) => (block.kind === 'table' ? compared(block, display, indicators, locale) : block));
};

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A column before the last with the values of the area that the figures are compared with, and how they stand beside it. */
const compared = (
	table: TableBlock,
	{ to }: Pick<JointDisplay, 'to'>,
	indicators: readonly IndicatorFigures[],
	locale: Locale
): TableBlock => {
	const [area, another] = new Set(indicators.flatMap(({ comparison }) => (comparison ? [comparison.areaName] : [])));
	if (area === undefined) return table;
	const isOne = another === undefined;
	// The name of one area stands in the caption, which has the width of the page; in a column it takes up to four lines.
	const caption = isOne
		? m.writing_caption_compared({ caption: table.caption, area, year: String(to.year) }, { locale })
		: table.caption;
	const label = isOne ? m.writing_column_compared({}, { locale }) : m.report_column_comparison({}, { locale });
	const words = (figures: IndicatorFigures | undefined): string => {
		const said = figures && comparedShortly(figures, locale);
		if (!said || !figures.comparison) return m.report_none({}, { locale });
		if (isOne) return said;
		return m.writing_compared_elsewhere({ area: figures.comparison.areaName, compared: said }, { locale });
	};
	return {
		...table,
		caption,
		columns: beforeLast(
			table.columns.map((column, at) => ({ ...column, width: widthOf(at, table.columns.length) })),
			{ label, width: comparedWidth }
		),
		rows: table.rows.map((cells, row) => beforeLast(cells, [line(words(indicators[row]))]))
	};
};

/**
 * So that "Gunstiger: 7 procentpunt lager." stays on one line, and so does "(trendbreuk)" beside a value: a word that is
 * broken off in small letters cannot be found in a PDF. With more rounds than three there is no room for the second.
 */
const widthOf = (at: number, columns: number): number => {
	const hasFewRounds = columns <= 5; // the name, three rounds, the development
	if (at === 0) return hasFewRounds ? 27 : 31;
	if (at === columns - 1) return 33;
	return hasFewRounds ? 15 : 10;
};

const comparedWidth = 17; // a number and a word

const beforeLast = <T>(items: readonly T[], item: T): readonly T[] => [...items.slice(0, -1), item, ...items.slice(-1)];

const weight = ({ development }: IndicatorFigures): number => {
	const outcome = outcomeOf(development);
	return outcome === 'better' || outcome === 'worse' ? 0 : outcome === 'same' ? 1 : 2;
};

/** The value of the other area in the last round, which must be able to go after all too. */
const toldElsewhere = ({ indicatorId, comparison }: IndicatorFigures, row: number): readonly ToldFigure[] => {
	const last = comparison?.values.at(-1);
	return comparison && last ? [{ indicatorId, areaId: comparison.areaId, waveId: last.waveId, row }] : [];
};
