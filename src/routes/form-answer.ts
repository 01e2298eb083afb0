import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { httpStatusOf } from '#lib/contract/problem-json.ts';
import type { Problem, Result } from '#lib/domain/problem.ts';
import { sayProblem } from '#lib/words/problem.ts';

/** A problem as a page shows it. */
export type ShownProblem = {
	readonly code: string;
	readonly message: string;
	readonly at?: string;
	/** values of the sentence, for a page that offers them as choices */
	readonly params?: Problem['params'];
};

/** What a form gets back when its command failed; `values` fills it again. */
export type FormProblems = { readonly problems: readonly ShownProblem[]; readonly values: Record<string, unknown> };

type Reader = { readonly locale: 'nl' | 'en' };

const shown = (problems: readonly Problem[], { locale }: Reader): readonly ShownProblem[] =>
	problems.map((problem) => ({
		code: problem.code,
		message: sayProblem(problem, locale),
		...(problem.at !== undefined && problem.at !== '' && { at: problem.at }),
		...(problem.params && { params: problem.params })
	}));

/** The end of a form action: what the command answered, or `fail` with sentences and what was filled in. */
export const formAnswer = <T>(
	result: Result<T>,
	reader: Reader,
	values: Record<string, unknown> = {}
): { readonly value: T } | ActionFailure<FormProblems> =>
	result.ok
		? { value: result.value }
		: fail(httpStatusOf(result.problems), { problems: shown(result.problems, reader), values });

/** What a view answered, for a `load`; a failed view becomes the error page with the right status. */
export const orError = <T>(result: Result<T>, reader: Reader): T => {
	if (result.ok) return result.value;
	const first = shown(result.problems, reader)[0];
	return error(httpStatusOf(result.problems), {
		code: first?.code ?? 'unknown',
		message: first?.message ?? ''
	});
};

/** How a field of a form becomes a field of a command's input. */
export type FieldKind =
	/** as it stands */
	| 'text'
	/** empty = null: nothing chosen */
	| 'choice'
	/** empty = null; a decimal comma is read as a point; what is no number stays text, so that the command refuses it */
	| 'number'
	/** a checkbox */
	| 'flag'
	/** all values of this name: checkboxes, or a select with several */
	| 'list'
	/** one value a line, empty lines left out */
	| 'lines'
	/** what a part of a page put together; what cannot be read stays text, so that the command refuses it */
	| 'json';

/** Reads a form as the input of a command. A field that the form does not hold is left out, but for flags and lists. */
export const inputFrom = (form: FormData, kinds: Readonly<Record<string, FieldKind>>): Record<string, unknown> => {
	const input: Record<string, unknown> = {};
	for (const [name, kind] of Object.entries(kinds)) {
		const value = form.get(name);
		if (kind === 'flag') input[name] = value !== null && value !== 'false';
		else if (kind === 'list') input[name] = form.getAll(name).filter((item) => item !== '');
		else if (typeof value === 'string') input[name] = fieldOf(value, kind);
	}
	return input;
};

const fieldOf = (value: string, kind: Exclude<FieldKind, 'flag' | 'list'>): unknown => {
	switch (kind) {
		case 'text':
			return value;
		case 'choice':
			return value === '' ? null : value;
		case 'number': {
			const plain = value.trim().replace(',', '.');
			if (plain === '') return null;
			return Number.isFinite(Number(plain)) ? Number(plain) : value;
		}
		case 'lines':
			return value
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== '');
		case 'json':
			return dataOf(value);
		default:
			return kind satisfies never;
	}
};

const dataOf = (value: string): unknown => {
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
};
