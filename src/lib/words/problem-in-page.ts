import * as m from '../paraglide/messages.js';
import type { Problem } from '../domain/problem.ts';
import type { Locale } from './locale.ts';

type Message = (values: never, options: { locale: Locale }) => string;

/** The problems that a page finds before it asks the server, by their codes. */
const sentences: Readonly<Record<string, Message>> = {
	'consent-missing': m.problem_consent_missing,
	'consent-parent-missing': m.problem_consent_parent_missing,
	'consent-stopped': m.problem_consent_stopped,
	'consent-without-case': m.problem_consent_without_case,
	'photo-unchecked': m.problem_photo_unchecked,
	'photo-without-text': m.problem_photo_without_text,
	'pseudonyms-first': m.problem_pseudonyms_first,
	'pseudonyms-open': m.problem_pseudonyms_open,
	'pseudonyms-pending': m.problem_pseudonyms_pending,
	'pseudonyms-unchecked': m.problem_pseudonyms_unchecked,
	'report-blocks-too-many': m.problem_report_blocks_too_many,
	'report-text-mention': m.problem_report_text_mention,
	'report-text-too-long': m.problem_report_text_too_long,
	'rich-text-has-nul': m.problem_rich_text_has_nul,
	'rich-text-too-deep': m.problem_rich_text_too_deep,
	'rich-text-too-long': m.problem_rich_text_too_long,
	'rich-text-too-many-blocks': m.problem_rich_text_too_many_blocks,
	'rich-text-unreadable': m.problem_rich_text_unreadable,
	'source-has-codings': m.problem_source_has_codings,
	'source-without-respondent': m.problem_source_without_respondent
};

/**
 * A problem that a page found itself, as `sayProblem` says it. Pages use this one: the sentences of all problems there
 * are would come along to the browser with the other one.
 */
export const sayProblemInPage = (problem: Problem, locale: Locale): string => {
	const say = sentences[problem.code] as
		((values: Record<string, string | number>, options: { locale: Locale }) => string) | undefined;
	return say ? say({ ...problem.params, at: problem.at ?? '' }, { locale }) : problem.code;
};
