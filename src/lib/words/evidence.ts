import type { EvidenceItem, EvidenceSide, WaveValue } from '../domain/integration/evidence.ts';
import type { Group } from '../domain/source/source.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';
import { decimalsOf, formatWithUnit } from './number.ts';

/** Whether something speaks for an explanation or against it: "steunt dit". */
export const evidenceSideLabel = (side: EvidenceSide, locale: Locale = readersLocale()): string =>
	side === 'supports' ? m.evidence_supports({}, { locale }) : m.evidence_contradicts({}, { locale });

/** The sign before evidence; words always stand beside it. */
export const evidenceSign: Readonly<Record<EvidenceSide, string>> = { supports: '+', contradicts: '−' };

/** What kind of thing it is: "citaat". */
export const evidenceKindLabel = (kind: EvidenceItem['kind'], locale: Locale = readersLocale()): string => {
	switch (kind) {
		case 'quote':
			return m.evidence_quote({}, { locale });
		case 'memo':
			return m.evidence_memo({}, { locale });
		case 'figure':
			return m.evidence_figure({}, { locale });
		case 'literature':
			return m.evidence_literature({}, { locale });
	}
};

/** What a piece of evidence says, in one line: the words of a quote, the values of a figure, the name of a report. */
export const evidenceWords = (item: EvidenceItem, locale: Locale = readersLocale()): string => {
	switch (item.kind) {
		case 'quote':
			if (item.text !== null) return m.evidence_quote_words({ text: item.text }, { locale });
			return item.withheld === 'consent'
				? m.evidence_quote_no_consent({}, { locale })
				: m.evidence_quote_not_yours({}, { locale });
		case 'memo':
			return item.title ?? m.evidence_memo_not_yours({}, { locale });
		case 'figure': {
			const values = valuesLine(item.values, item.unit, locale);
			const { label, areaName: area } = item;
			return m.evidence_figure_words({ label, area, values }, { locale });
		}
		case 'literature':
			return item.reference;
	}
};

/** That a figure says something else than when it was put down, with what it said then; null when it does not. */
export const figureChanged = (item: EvidenceItem, locale: Locale = readersLocale()): string | null =>
	item.kind !== 'figure' || item.before === null
		? null
		: item.before.length === 0
			? m.evidence_figure_changed_only({}, { locale })
			: m.evidence_figure_changed({ before: valuesLine(item.before, item.unit, locale) }, { locale });

/** Whether it is a quote of somebody of one of these groups. */
export const isQuoteOf = (item: EvidenceItem, groups: readonly Group[]): boolean =>
	item.kind === 'quote' && item.group !== null && groups.includes(item.group);

/**
 * A piece of evidence as a line of a report: a memo is of the team, so its words stay inside. Of a quote of one of the
 * groups that are too small nothing is told but that it is there (R12).
 */
export const evidenceLine = (item: EvidenceItem, locale: Locale, tooSmall: readonly Group[] = []): string => {
	if (isQuoteOf(item, tooSmall))
		return m.evidence_line(
			{ side: evidenceSideLabel(item.side, locale), what: m.evidence_quote_small_group({}, { locale }) },
			{ locale }
		);
	const what = item.kind === 'memo' ? m.evidence_memo_of_team({}, { locale }) : evidenceWords(item, locale);
	const reference = item.kind === 'quote' && item.text !== null ? item.reference : null;
	return [
		m.evidence_line({ side: evidenceSideLabel(item.side, locale), what }, { locale }),
		...(reference === null ? [] : [`(${reference})`]),
		...(item.kind === 'literature' && item.url !== null ? [item.url] : []),
		...(item.remark === '' ? [] : [m.evidence_remark_in_line({ remark: item.remark }, { locale })])
	].join(' ');
};

const valuesLine = (values: readonly WaveValue[], unit: string, locale: Locale): string => {
	const decimals = decimalsOf(values.map(({ value }) => value));
	return values
		.map(({ year, value }) => `${year}: ${formatWithUnit({ value, suppressed: false }, unit, locale, decimals)}`)
		.join(' · ');
};
