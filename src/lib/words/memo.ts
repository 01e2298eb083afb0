import type { MemoKind, MemoSubject, MemoVisibility } from '../domain/memo/memo.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

const kinds: Readonly<Record<MemoKind | 'note', Saying>> = {
	note: m.report_memo_kind_note,
	thought: m.report_memo_kind_thought,
	question: m.report_memo_kind_question,
	explanation: m.report_memo_kind_explanation
};
const subjects: Readonly<Record<MemoSubject, Saying>> = {
	project: m.report_memo_about_project,
	source: m.report_memo_about_source,
	turn: m.report_memo_about_turn,
	coding: m.report_memo_about_coding,
	code: m.report_memo_about_code,
	case: m.report_memo_about_case
};
const readers: Readonly<Record<MemoVisibility, Saying>> = {
	private: m.report_memo_private,
	shared: m.report_memo_shared
};

/** What a memo is: "gedachte", "vraag aan het team". */
export const memoKindLabel = (kind: MemoKind | 'note', locale: Locale = readersLocale()): string =>
	kinds[kind]({}, { locale });
/** What a memo is about: "het project", "beurt". */
export const memoSubjectLabel = (subject: MemoSubject, locale: Locale = readersLocale()): string =>
	subjects[subject]({}, { locale });
/** Who reads a memo: "alleen de schrijver", "het team". */
export const memoVisibilityLabel = (visibility: MemoVisibility, locale: Locale = readersLocale()): string =>
	readers[visibility]({}, { locale });
