import type { CellState, Matrix, MatrixCell } from '../merge/matrix.ts';
import { voicesOf } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { developmentSign } from './figures.ts';
import { readersLocale, type Locale, type Saying } from './locale.ts';
import { countLine, voicesLabel } from './voices.ts';

const states: Readonly<Record<CellState, Saying>> = {
	empty: m.display_cell_empty,
	'voices-ready': m.display_cell_voices_ready,
	'figures-ready': m.display_cell_figures_ready,
	'both-ready': m.display_cell_both_ready,
	interpreted: m.display_cell_interpreted,
	'text-ready': m.display_cell_text_ready
};

/** How far a cell is: "stemmen gereed", "geduid". */
export const cellState = (state: CellState, locale: Locale = readersLocale()): string => states[state]({}, { locale });

/** The figures of a cell with their sign: "▲" and "2 van 5 gunstiger". */
export const cellFigures = (
	{ figures }: Pick<MatrixCell, 'figures'>,
	locale: Locale = readersLocale()
): { readonly sign: string; readonly words: string } => {
	const { better, worse, total, unknown, neutral } = figures;
	if (better > 0 && worse > 0)
		return { sign: developmentSign.mixed, words: m.display_cell_mixed({ better, worse, total }, { locale }) };
	if (better > 0)
		return { sign: developmentSign.better, words: m.display_cell_better({ n: better, total }, { locale }) };
	if (worse > 0) return { sign: developmentSign.worse, words: m.display_cell_worse({ n: worse, total }, { locale }) };
	if (total > 0) return { sign: developmentSign.same, words: m.display_cell_same({}, { locale }) };
	return unknown + neutral > 0
		? { sign: developmentSign.unknown, words: m.display_cell_unknown({}, { locale }) }
		: { sign: developmentSign.unknown, words: m.display_cell_no_figures({}, { locale }) };
};

/** The signs of a cell in words, for who does not see them: how many interviews, and what they say, also the few. */
export const cellVoices = ({ signs }: Pick<MatrixCell, 'signs'>, locale: Locale = readersLocale()): string => {
	if (signs.length === 0) return m.matrix_no_voices({}, { locale });
	const residents = signs.filter(({ group }) => group === 'resident').length;
	const professionals = signs.length - residents;
	const { together } = voicesOf(signs, { resident: residents, professional: professionals });
	const outcome = voicesLabel(together.outcome, locale);
	return m.matrix_voices({ residents, professionals, outcome, count: countLine(together, locale) }, { locale });
};

/** "11 van 19 oordelen vastgesteld". */
export const matrixProgress = ({ decided, rows }: Pick<Matrix, 'decided' | 'rows'>, locale: Locale = readersLocale()) =>
	m.display_matrix_decided({ n: decided, total: rows }, { locale });
