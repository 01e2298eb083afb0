import type { Problem } from '../domain/problem.ts';

/** What a file may hold that is no part of its text; each is told as a warning with how often it occurs. */
export const leftOutKinds = [
	'deleted-text',
	'hidden-text',
	'footnotes',
	'comments',
	'pictures',
	'tables',
	'headers',
	'line-numbers',
	'fields',
	'objects',
	'scripts',
	'attachments',
	'macros',
	'sheets'
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];
export type LeftOut = Partial<Record<LeftOutKind, number>>;

/** Counts one more (or several) of a kind. */
export const countLeftOut = (leftOut: LeftOut, kind: LeftOutKind, count = 1): void => {
	leftOut[kind] = (leftOut[kind] ?? 0) + count;
};

/** The warnings, always in the same order, so that files of one kind can be compared. */
export const warningsOfLeftOut = (leftOut: LeftOut): readonly Problem[] =>
	leftOutKinds.flatMap((kind) => {
		const count = leftOut[kind] ?? 0;
		return count > 0 ? [{ code: `left-out-${kind}`, params: { count } }] : [];
	});
