import { fail, type ActionFailure } from '@sveltejs/kit';
import { httpStatusOf } from '#lib/contract/problem-json.ts';
import type { Problem, Result } from '#lib/domain/problem.ts';
import type { Imported } from '#lib/server/commands/import-indicators.ts';
import { sayProblem } from '#lib/words/problem.ts';

/** Something wrong in a file: where it stands, what stands there, and what to do. */
export type FileProblem = {
	readonly row: number | null;
	readonly column: string;
	readonly value: string;
	readonly message: string;
};

export type ImportDone = Omit<Imported, 'warnings'> & { readonly warnings: readonly string[] };
export type ImportFailed = { readonly rows: readonly FileProblem[]; readonly total: number };

type Locale = 'nl' | 'en';

const mostShown = 200; // nobody mends more than these before trying again

/** The end of an import: what it did, or everything that is wrong with the file, row by row. */
export const importAnswer = (
	result: Result<Imported>,
	locale: Locale
): { readonly done: ImportDone } | ActionFailure<ImportFailed> => {
	if (result.ok) {
		const { warnings, ...counts } = result.value;
		return { done: { ...counts, warnings: warnings.map((warning) => sayProblem(warning, locale)) } };
	}
	const { problems } = result;
	return fail(httpStatusOf(problems), {
		rows: problems.slice(0, mostShown).map((problem) => fileProblem(problem, locale)),
		total: problems.length
	});
};

/** A problem of a file as a row of a table: what its place says is not said again in the sentence. */
export const fileProblem = (problem: Problem, locale: Locale): FileProblem => {
	const place = /^row (\d+)(?:, (.+))?$/s.exec(problem.at ?? '');
	const value = problem.params?.['value'];
	const message = sayProblem(problem, locale);
	return {
		row: place ? Number(place[1]) : null,
		column: place?.[2] ?? '',
		value: value === undefined ? '' : String(value),
		message: place ? withoutPlace(message) : message
	};
};

/** "Rij 14, kolom ‘wijk’: onbekend." -> "Onbekend." */
const withoutPlace = (message: string): string => {
	const rest = message.replace(/^\p{L}+ \d+(?:, \p{L}+ ‘[^’]*’)?: /u, '');
	const [first = ''] = rest;
	return first.toLocaleUpperCase() + rest.slice(first.length);
};
