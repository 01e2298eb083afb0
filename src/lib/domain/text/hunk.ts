import { canonicalEdit, type Edit, type Operation } from './edit.ts';
import type { Range } from './range.ts';

/** A stretch of the old text that an edit leaves out (it may be empty), and the words that come in its place. */
export type Hunk = Range & { readonly insert: string };

/** The places that an edit touches, in order; between two of them at least one character stays. */
export const hunksOf = (edit: Edit): readonly Hunk[] => {
	const hunks: Hunk[] = [];
	let at = 0;
	for (const operation of edit) {
		if ('retain' in operation) {
			at += operation.retain;
			continue;
		}
		const end = 'delete' in operation ? at + operation.delete : at;
		const last = hunks.at(-1);
		const same = last?.end === at ? hunks.pop() : undefined;
		const insert = (same?.insert ?? '') + ('insert' in operation ? operation.insert : '');
		hunks.push({ start: same?.start ?? at, end, insert });
		at = end;
	}
	return hunks;
};

/** The edit that does these changes; they stand in order and do not overlap. */
export const editOf = (hunks: readonly Hunk[]): Edit => {
	const operations: Operation[] = [];
	let at = 0;
	for (const { start, end, insert } of hunks) {
		operations.push({ retain: start - at }, { insert }, { delete: end - start });
		at = end;
	}
	return canonicalEdit(operations);
};
