import type { CodeId, CodingId } from '../project/ids.ts';
import type { Coding } from './coding.ts';
import { writersTogether, type NoteWriters } from './note-writers.ts';
import type { Union } from './unite.ts';

/**
 * The codings of some codes once all of them went to one code and some became one. A coding stays where it is when its
 * coder has that code on the very same passage already, in another layer.
 */
export const codingsAfter = <C extends Coding & NoteWriters>(
	codings: readonly C[],
	unions: readonly Union[],
	intoCodeId: CodeId
): readonly C[] => {
	const byId = new Map(codings.map((coding) => [coding.id, coding]));
	const gone = new Set(unions.flatMap((union) => union.gone));
	const unionOf = new Map(unions.map((union) => [union.keep, union]));
	const present = codings.filter(({ id }) => !gone.has(id));
	const there = new Set(present.filter(({ codeId }) => codeId === intoCodeId).map(passageOf));
	return present.map((coding) => {
		const union = unionOf.get(coding.id);
		if (!union) return there.has(passageOf(coding)) ? coding : { ...coding, codeId: intoCodeId };
		const { range, valences, isImportant, memo, memosFrom } = union;
		const from = memosFrom.flatMap((id) => byId.get(id) ?? []);
		const writers = from.length > 0 ? writersTogether([coding, ...from]) : {};
		return { ...coding, codeId: intoCodeId, range, valences, isImportant, memo, ...writers };
	});
};

const passageOf = ({ sourceId, range, coderId }: Coding): string =>
	[sourceId, range.start, range.end, coderId].join(' ');

/**
 * The codings in whose note several stand one below the other after codings became one; `before`: those of which that
 * was so by an earlier step of the same change.
 */
export const withJoinedNotes = (
	codings: readonly Pick<Coding, 'id' | 'memo'>[],
	unions: readonly Union[],
	before: ReadonlySet<CodingId> = new Set()
): ReadonlySet<CodingId> => {
	const noted = new Set(codings.filter(({ memo }) => memo !== '').map(({ id }) => id));
	const after = new Set(before);
	for (const { keep, memosFrom, gone } of unions) {
		const notes = [keep, ...memosFrom].filter((id) => noted.has(id));
		if (notes.length > 1 || notes.some((id) => before.has(id))) after.add(keep);
		for (const id of gone) after.delete(id);
	}
	return after;
};
