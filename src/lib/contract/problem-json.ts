import type { Problem } from '../domain/problem.ts';

/** Problems that are not simply "400: what you sent does not fit". */
const statusOf: Readonly<Record<string, number>> = {
	'not-signed-in': 401,
	'token-invalid': 401,
	'not-allowed': 403,
	'token-reads-only': 403,
	'origin-foreign': 403,
	'route-unknown': 404,
	'method-unknown': 405,
	'project-unknown': 404,
	'source-unknown': 404,
	'import-unknown': 404,
	'code-unknown': 404,
	'coding-unknown': 404,
	'orphan-unknown': 404,
	'orphan-not-placed': 409,
	'version-unknown': 404,
	'assignment-unknown': 404,
	'assignment-taken': 409,
	'memo-unknown': 404,
	'report-unknown': 404,
	'report-place-unknown': 404,
	'report-block-unknown': 404,
	'report-changed': 409,
	'report-text-changed': 409,
	'edition-unknown': 404,
	'edition-same': 409,
	'edition-withdrawn': 409,
	'factsheet-undecided': 409,
	'factsheet-outdated': 409,
	'lesson-unknown': 404,
	'lesson-changed': 409,
	'report-block-not-allowed': 409,
	'report-block-gone': 409,
	'report-block-same': 409,
	'case-unknown': 404,
	'variable-not-there': 404,
	'case-label-taken': 409,
	'case-changed': 409,
	'case-withdrawn': 409,
	'case-in-use': 409,
	'class-in-use': 409,
	'variable-name-taken': 409,
	'variable-standard': 409,
	'consent-missing': 409,
	'consent-stopped': 409,
	'consent-without-case': 409,
	'quotes-from-consent': 409,
	'proposal-unknown': 404,
	'coding-batch-unknown': 404,
	'coding-batch-stale': 409,
	'coding-batch-removed': 409,
	'coding-batch-present': 409,
	'proposal-decided': 409,
	'proposal-open': 409,
	'code-change-undone': 409,
	'code-change-stands': 409,
	'code-change-spared': 409,
	'code-change-not-yours': 403,
	'code-change-unknown': 404,
	'code-split-nothing': 409,
	'proposal-code-in-use': 409,
	'proposal-of-other': 403,
	'code-in-use': 409,
	'quotes-not-allowed': 409,
	'row-unknown': 404,
	'display-unknown': 404,
	'quote-not-chosen': 404,
	'explanation-unknown': 404,
	'export-unknown': 404,
	'member-unknown': 404,
	'frame-part-unknown': 404,
	'observation-unknown': 404,
	'network-empty': 409,
	'review-session-unknown': 404,
	'evidence-unknown': 404,
	'evidence-changed': 409,
	'study-changed': 409,
	'figure-import-unknown': 404,
	'figure-import-undone': 409,
	'figures-changed-since': 409,
	'photo-unknown': 404,
	'outline-too-large': 413,
	'outline-not-geojson': 415,
	'photo-settled': 409,
	'photo-without-observation': 409,
	'photo-without-text': 409,
	'photo-unchecked': 409,
	'photo-double': 409,
	'photo-too-many': 409,
	'photo-too-large': 413,
	'photo-type-unknown': 415,
	'photo-extension-wrong': 415,
	'version-conflict': 409,
	'already-exists': 409,
	'member-exists': 409,
	'last-administrator': 409,
	'code-name-taken': 409,
	'code-import-stale': 409,
	'case-import-stale': 409,
	'coding-exists': 409,
	'source-title-taken': 409,
	'coding-of-other': 403,
	'coding-changed': 409,
	'memo-changed': 409,
	'memo-of-other': 403,
	'turn-changed': 409,
	'turns-settled': 409,
	'source-in-use': 409,
	'source-has-codings': 409,
	'speaker-label-taken': 409,
	'in-use': 409,
	'code-has-codings': 409,
	'template-adds-nothing': 409,
	'file-too-large': 413,
	'body-too-large': 413,
	'media-unknown': 415,
	'file-type-unknown': 415,
	'archive-not-one-file': 415,
	'file-is-archive': 415,
	'file-is-old-excel': 415,
	'file-is-old-word': 415,
	'file-is-opendocument': 415,
	'file-is-picture': 415,
	'file-is-program': 415,
	'file-is-recording': 415,
	'file-is-spreadsheet': 415,
	'table-type-unknown': 415,
	'pseudonym-group-unknown': 409,
	'pseudonym-hit-unknown': 409,
	'pseudonyms-bsn': 409,
	'pseudonyms-open': 409,
	'pseudonyms-pending': 409,
	'pseudonyms-leftover': 409,
	'pseudonyms-not-done': 409,
	'pseudonyms-own-work': 403,
	'pseudonyms-first': 409,
	'pseudonyms-unchecked': 409,
	'key-empty': 409,
	'consent-parent-missing': 409,
	'destruction-own': 403,
	'destruction-proposed': 409,
	'destruction-unknown': 404,
	'original-gone': 409,
	'version-sealed': 403,
	'original-unreadable': 409,
	'key-unreadable': 409,
	'name-reported': 409,
	'name-report-unknown': 404,
	'too-many-attempts': 429,
	unexpected: 500
};

/** The HTTP status of a failed outcome: that of its first problem with one of its own, else 400. */
export const httpStatusOf = (problems: readonly Problem[]): number =>
	problems.map(({ code }) => statusOf[code]).find((status) => status !== undefined) ?? 400;

/** A problem with its sentence; `at` is the field, or the row and column, it is about. */
export type ToldProblem = { code: string; message: string; at?: string };

/** A body of type application/problem+json (RFC 9457). */
export type ProblemJson = {
	readonly type: string;
	readonly title: string;
	readonly status: number;
	readonly detail: string;
	readonly problems: readonly ToldProblem[];
};

/** Puts problems into the form of the API; `say` turns a problem into a sentence. */
export const problemJson = (problems: readonly Problem[], say: (problem: Problem) => string): ProblemJson => {
	const status = httpStatusOf(problems);
	const first = problems[0] ?? { code: 'unknown' };
	return {
		type: `urn:wijkstem:problem:${first.code}`,
		title: titles[status] ?? 'Bad request',
		status,
		detail: problems.length === 1 ? say(first) : problems.slice(0, 3).map(say).join(' '),
		problems: toldProblems(problems, say)
	};
};

/** Problems with their sentences, as an answer lists them. */
export const toldProblems = (problems: readonly Problem[], say: (problem: Problem) => string): ToldProblem[] =>
	problems.map((problem) => ({
		code: problem.code,
		message: say(problem),
		...(problem.at !== undefined && problem.at !== '' && { at: problem.at })
	}));

const titles: Readonly<Record<number, string>> = {
	400: 'Bad request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not found',
	405: 'Method not allowed',
	409: 'Conflict',
	413: 'Content too large',
	415: 'Unsupported media type',
	429: 'Too many requests',
	500: 'Internal server error'
};
