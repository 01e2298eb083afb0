import { plainText } from '../domain/text/rich-text.ts';
import * as m from '../paraglide/messages.js';
import { capitalised } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { memoKindLabel, memoSubjectLabel, memoVisibilityLabel } from '../words/memo.ts';
import { formatNumber } from '../words/number.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import type { MemoRow } from '../domain/memo/memo-row.ts';
import type { Table } from './table.ts';

/** Memos as one flat table, a row a memo. */
export const memoTable = (memos: readonly MemoRow[], about: About, locale: Locale): Table => ({
	name: m.report_memos_title({}, { locale }),
	watermark: watermarkOf(about, locale),
	about: aboutLines(about, dataHash(memos), memoCounts(memos, locale), locale),
	columns: columns.map(({ label, width }) => ({ label: capitalised(label({}, { locale })), width })),
	rows: memos.map((memo) => [
		memoKindLabel(memo.memoKind, locale),
		memo.isOpen ? memo.title : '',
		memo.isOpen ? plainText(memo.body) : m.report_memo_text_withheld({}, { locale }),
		aboutWords(memo, locale),
		memo.reference ?? '',
		memo.codePath ?? '',
		memoVisibilityLabel(memo.visibility, locale),
		memo.authorName,
		memo.createdAt,
		memo.changedAt,
		memo.settled?.by ?? '',
		memo.settled?.at ?? ''
	])
});

/** What a memo is about, also when that was a coding or a code that was taken away. */
export const aboutWords = ({ about, isRemoved }: MemoRow, locale: Locale): string => {
	if (!isRemoved) return memoSubjectLabel(about, locale);
	return about === 'code'
		? m.report_memo_about_code_removed({}, { locale })
		: m.report_memo_about_removed({}, { locale });
};

/** How many memos there are, and how many without their text. */
export const memoCounts = (memos: readonly MemoRow[], locale: Locale): readonly (readonly [string, string])[] => [
	[m.report_memos_count({}, { locale }), formatNumber(memos.length, locale)],
	[m.report_memos_withheld({}, { locale }), formatNumber(memos.filter(({ isOpen }) => !isOpen).length, locale)]
];

const columns = [
	{ label: m.report_memo_kind, width: 20 },
	{ label: m.report_memo_title, width: 30 },
	{ label: m.report_memo_text, width: 70 },
	{ label: m.report_memo_about, width: 13 },
	{ label: m.report_memo_reference, width: 26 },
	{ label: m.report_memo_code, width: 32 },
	{ label: m.report_memo_visibility, width: 18 },
	{ label: m.report_memo_author, width: 20 },
	{ label: m.report_memo_created, width: 24 },
	{ label: m.report_memo_changed, width: 24 },
	{ label: m.report_memo_settled_by, width: 20 },
	{ label: m.report_memo_settled_at, width: 24 }
];
