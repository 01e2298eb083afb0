import type { TextReference } from '../domain/text/rich-text.ts';
import { markdown } from '../domain/text/rich-text-markdown.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import { capitalised } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { memoKindLabel } from '../words/memo.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import type { MemoRow } from '../domain/memo/memo-row.ts';
import { aboutWords, memoCounts } from './memo-table.ts';

/** Where a mention in a memo leads; null = its reader may not see that. */
type AddressOf = (reference: TextReference) => string | null;

/** Memos as a text to read or to go on writing in: Markdown, each memo below a heading of its own. */
export const memoDocument = (memos: readonly MemoRow[], about: About, addressOf: AddressOf, locale: Locale): string => {
	const watermark = watermarkOf(about, locale);
	const lines = aboutLines(about, dataHash(memos), memoCounts(memos, locale), locale);
	const parts = [
		`# ${plain(m.report_memos_title({}, { locale }))}`,
		...(watermark === null ? [] : [`**${plain(watermark)}**`]),
		lines.map(([label, value]) => `- ${plain(label)}: ${plain(value)}`).join('\n'),
		...memos.flatMap((memo) => partsOf(memo, addressOf, locale))
	];
	return `${parts.join('\n\n')}\n`;
};

const partsOf = (memo: MemoRow, addressOf: AddressOf, locale: Locale): readonly string[] => {
	const title = memo.isOpen && memo.title !== '' ? memo.title : m.report_memo_untitled({}, { locale });
	const place = [
		capitalised(memoKindLabel(memo.memoKind, locale)),
		aboutWords(memo, locale),
		memo.reference,
		memo.codePath
	].filter((part) => part !== null);
	const moment = formatMoment(memo.createdAt, locale);
	const body = memo.isOpen ? markdown(memo.body, addressOf) : plain(m.report_memo_text_withheld({}, { locale }));
	return [
		'---',
		`# ${plain(title)}`,
		`${plain(place.join(' · '))}  \n${plain(m.report_memo_written({ author: memo.authorName, moment }, { locale }))}`,
		...(memo.memoKind === 'question' ? [plain(answered(memo, locale))] : []),
		...(body === '' ? [] : [body])
	];
};

const answered = ({ settled }: MemoRow, locale: Locale): string =>
	settled
		? m.report_memo_answered({ who: settled.by, moment: formatMoment(settled.at, locale) }, { locale })
		: m.report_memo_open({}, { locale });

/** A line in which no sign makes up the text. */
const plain = (text: string): string =>
	markdown([{ kind: 'paragraph', content: [{ kind: 'text', text: text.replaceAll(/\s+/g, ' '), marks: [] }] }]);
