import type { Problem } from '../domain/problem.ts';
import type { Locale } from './locale.ts';
import { sayProblem } from './problem.ts';

/** Something wrong in a file: where it stands, what stands there, and what to do. */
export type FileProblem = {
	/** null = it is about the whole file */
	readonly row: number | null;
	readonly column: string;
	readonly value: string;
	readonly message: string;
};

/** A problem of a file as a row of a table: what its place says is not said again in the sentence. */
export const fileProblem = (problem: Problem, locale: Locale): FileProblem => {
	const place = /^(?:(.+): )?row (\d+)(?:, (.+))?$/s.exec(problem.at ?? '');
	const value = problem.params?.['value'];
	const message = sayProblem(problem, locale);
	return {
		row: place ? Number(place[2]) : null,
		column: [place?.[1] ?? problem.params?.['sheet'], place?.[3]].filter((part) => part !== undefined).join(' › '),
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
