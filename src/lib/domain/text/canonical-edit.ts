import { fail, ok, type Result } from '../problem.ts';
import { applyEdit, canonicalEdit, type Edit, type Operation } from './edit.ts';
import { canonicalText } from './plain-text.ts';

/** What a character may join with to its left: combining marks, and the vowels and finals of Hangul. */
const joining = /^[\p{M}\u1160-\u11FF]/u;

/**
 * The edit that does the same and ends in a canonical text. Words put in are brought into canonical form; where they
 * meet a neighbour that would melt with them into one character (an e before a loose accent), that neighbour is
 * replaced too. Problems: those of `canonicalText`.
 */
export const toCanonicalText = (text: string, edit: Edit): Result<{ readonly edit: Edit; readonly text: string }> => {
	const cleaned: Operation[] = [];
	for (const operation of edit) {
		if (!('insert' in operation)) {
			cleaned.push(operation);
			continue;
		}
		// A mark at the beginning of a file is dropped, but here it would be in the middle of a text.
		const canonical = canonicalText(operation.insert.replaceAll('\uFEFF', ''));
		if (!canonical.ok) return canonical;
		cleaned.push({ insert: canonical.value.text });
	}
	const clean = canonicalEdit(cleaned);
	const plain = applyEdit(text, clean);
	if (isCanonical(plain)) return ok({ edit: clean, text: plain });
	const melted = melt(text, clean);
	const after = applyEdit(text, melted);
	return isCanonical(after) ? ok({ edit: melted, text: after }) : fail('edit-not-canonical');
};

const isCanonical = (text: string): boolean => {
	const canonical = canonicalText(text);
	return canonical.ok && canonical.value.text === text;
};

/** A place where an edit takes words out or puts words in. */
type Seam = { readonly start: number; readonly end: number; readonly insert: string };

const seamsOf = (edit: Edit): readonly Seam[] => {
	const seams: Seam[] = [];
	let at = 0;
	for (const operation of edit) {
		if ('retain' in operation) {
			at += operation.retain;
			continue;
		}
		const last = seams.at(-1);
		const seam = last?.end === at ? seams.pop() : undefined;
		const end = 'delete' in operation ? at + operation.delete : at;
		const insert = (seam?.insert ?? '') + ('insert' in operation ? operation.insert : '');
		seams.push({ start: seam?.start ?? at, end, insert });
		at = end;
	}
	return seams;
};

/** Replaces, at each seam, the characters that melt together. */
const melt = (text: string, edit: Edit): Edit => {
	const characters = [...text];
	const isJoining = (at: number) => joining.test(characters[at] ?? '');
	const seams = seamsOf(edit);
	const operations: Operation[] = [];
	let done = 0;
	seams.forEach((seam, index) => {
		let { start, end, insert } = seam;
		const next = seams[index + 1]?.start ?? characters.length;
		while (end < next && isJoining(end)) {
			insert += characters[end] ?? '';
			end += 1;
		}
		while (start > done && joining.test(insert)) {
			start -= 1;
			insert = (characters[start] ?? '') + insert;
		}
		operations.push({ retain: start - done }, { insert: insert.normalize('NFC') }, { delete: end - start });
		done = end;
	});
	return canonicalEdit(operations);
};
