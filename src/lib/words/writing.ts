import type { CountedGroup, CountedSaying, LiveKind, LiveState, Said } from '../domain/report/live-block.ts';
import type { ReportKind, Slot } from '../domain/report/report.ts';
import type { WhyHeldBack } from '../merge/small-cells.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

const slots: Readonly<Record<Slot, Saying>> = {
	message: m.writing_slot_message,
	figures: m.writing_slot_figures,
	residents: m.writing_slot_residents,
	professionals: m.writing_slot_professionals,
	explanations: m.writing_slot_explanations,
	attention: m.writing_slot_attention
};
const kinds: Readonly<Record<ReportKind, Saying>> = {
	final: m.writing_kind_final,
	factsheet: m.writing_kind_factsheet
};
const blocks: Readonly<Record<LiveKind, Saying>> = {
	quote: m.writing_block_quote,
	figure: m.writing_block_figure,
	chart: m.writing_block_chart,
	count: m.writing_block_count,
	display: m.writing_block_display,
	table: m.writing_block_table
};
const states: Readonly<Record<LiveState, Saying>> = {
	same: m.writing_state_same,
	changed: m.writing_state_changed,
	kept: m.writing_state_kept,
	gone: m.writing_state_gone,
	'not-allowed': m.writing_state_not_allowed
};
const interviews: Readonly<Record<CountedGroup, (inputs: { total: number }, options: { locale: Locale }) => string>> = {
	together: m.writing_interviews_together,
	resident: m.writing_interviews_resident,
	professional: m.writing_interviews_professional
};
type Counted = (inputs: { n: number; interviews: string; theme: string }, options: { locale: Locale }) => string;
const sayings: Readonly<Record<CountedSaying, Counted>> = {
	mentions: m.writing_count_mentions,
	forward: m.writing_count_forward,
	backward: m.writing_count_backward,
	improve: m.writing_count_improve,
	good: m.writing_count_good
};

/** "Kernboodschap", "Cijfers": the place in a report. */
export const slotLabel = (slot: Slot, locale: Locale = readersLocale()): string => slots[slot]({}, { locale });

/** "eindrapport", "factsheet". */
export const reportKindLabel = (kind: ReportKind, locale: Locale = readersLocale()): string =>
	kinds[kind]({}, { locale });

/** "citaat", "cijfer": what a live block shows. */
export const liveKindLabel = (kind: LiveKind, locale: Locale = readersLocale()): string => blocks[kind]({}, { locale });

/** How a live block stands beside the data of now. */
export const liveStateLabel = (state: LiveState, locale: Locale = readersLocale()): string =>
	states[state]({}, { locale });

/** How many interviews say something: "3 van 8 gesprekken met bewoners zeggen dat het vooruitgaat met ‘Groen’." */
export const countedWords = (
	counted: {
		readonly n: number;
		readonly total: number;
		readonly theme: string;
		readonly group: CountedGroup;
		readonly saying: CountedSaying;
	},
	locale: Locale = readersLocale()
): string => {
	const { n, total, theme, group, saying } = counted;
	return sayings[saying]({ n, interviews: interviews[group]({ total }, { locale }), theme }, { locale });
};

/** That what interviews say is not counted, since they are too few, or since it would tell what a small group says. */
export const heldBackWords = (
	{
		theme,
		group,
		total,
		why
	}: {
		readonly theme: string;
		readonly group: CountedGroup;
		readonly total: number;
		readonly why: WhyHeldBack;
	},
	locale: Locale = readersLocale()
): string => {
	const words = why === 'few' ? m.writing_count_few : m.writing_count_beside;
	return words({ theme, interviews: interviews[group]({ total }, { locale }) }, { locale });
};

/** What a live block says, on one line; null = words that may not be shown. */
export const saidWords = (said: Said | null, locale: Locale = readersLocale()): string => {
	if (said === null) return m.writing_words_withheld({}, { locale });
	switch (said.kind) {
		case 'quote':
			return `‘${said.text}’ [${said.reference}]`;
		case 'lines':
			return said.lines.join(' ');
		case 'chart':
			return said.description;
		case 'table':
			return m.writing_table_short({ caption: said.caption, rows: said.rows.length }, { locale });
		default:
			return said satisfies never;
	}
};
