import { codeGiven } from '../../domain/coding/code-moments.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import { ownNote } from '../../domain/coding/join-notes.ts';
import { writersTogether } from '../../domain/coding/note-writers.ts';
import { agrees } from '../../domain/coding/undo.ts';
import { uniteCodings, type Union } from '../../domain/coding/unite.ts';
import type { CodeId, CodingId, ProjectId } from '../../domain/project/ids.ts';
import type { Grown, Handed } from '../store/code-changes.ts';
import { findCoding, updateCoding, type StoredCoding } from '../store/codings.ts';
import { lockCodingsOfCodes, recodeCodings } from '../store/recoded-codings.ts';
import { listRemovedNotes, restoreCodings, softDeleteCodings } from '../store/removed-codings.ts';
import type { Db } from '../store/database.ts';
import { textMap } from '../store/text-maps.ts';

/** From which code to which codings go, and the step in which united ones are hidden. */
export type Handover = {
	readonly fromCodeId: CodeId;
	readonly intoCodeId: CodeId;
	readonly deletionId: string;
	readonly at: Date;
	/** somebody chose the code for each of them, as in a split; otherwise they follow a merge */
	readonly isChosen: boolean;
};

/**
 * Which passages become one when codings go to another code; of equal passages what stays is a coding of that code,
 * where there is one.
 */
export const unionsOf = (
	codings: readonly StoredCoding[],
	fromCodeId: CodeId,
	mode: 'equal' | 'overlapping'
): readonly Union[] => {
	const inOrder = [...codings].sort((a, b) => Number(a.codeId === fromCodeId) - Number(b.codeId === fromCodeId));
	return uniteCodings(inOrder, mode);
};

/** Gives codings another code. `codings` are those that go and those that are there. */
export const handOver = async (
	trx: Db,
	codings: readonly StoredCoding[],
	unions: readonly Union[],
	{ fromCodeId, intoCodeId, deletionId, at, isChosen }: Handover
): Promise<Pick<Handed, 'moved' | 'grown'>> => {
	const byId = new Map(codings.map((coding) => [coding.id, coding]));
	const gone = new Set(unions.flatMap((union) => union.gone));
	// What goes makes room first: a coder has a code on a passage only once.
	await softDeleteCodings(trx, [...gone], deletionId, at);
	const staying = codings.filter((coding) => coding.codeId === fromCodeId && !gone.has(coding.id)).map(({ id }) => id);
	const moved = await recodeCodings(trx, {
		...{ ids: staying, from: fromCodeId, into: intoCodeId, at },
		how: isChosen ? 'chosen' : 'followed'
	});
	const grown: Grown[] = [];
	for (const union of unions) {
		const kept = byId.get(union.keep);
		if (!kept) continue;
		const { range, valences, isImportant, memo, memosFrom } = union;
		const from = memosFrom.flatMap((id) => byId.get(id) ?? []);
		const writers = from.length > 0 ? writersTogether([kept, ...from]) : {};
		const map = await textMap(trx, kept.sourceId, kept.version);
		const moments = isChosen ? codeGiven(kept, intoCodeId, at.toISOString(), false) : {};
		const place = { codeId: intoCodeId, range, ...anchorOf(map, range) };
		await updateCoding(trx, { ...kept, ...place, ...moments, valences, isImportant, memo, ...writers }, at);
		grown.push({
			id: kept.id,
			before: { range: kept.range, valences: kept.valences, isImportant: kept.isImportant },
			after: { range, valences, isImportant },
			tookMemo: memosFrom.length > 0,
			memosFrom
		});
	}
	return { moved, grown };
};

/** The codings of a code that a split hands to another one, with those that are there already; equal passages unite. */
export const codingsFor = async (
	trx: Db,
	fromCodeId: CodeId,
	intoCodeId: CodeId,
	codingIds: readonly CodingId[]
): Promise<{ readonly codings: readonly StoredCoding[]; readonly unions: readonly Union[] }> => {
	const chosen = new Set(codingIds);
	const all = await lockCodingsOfCodes(trx, [fromCodeId, intoCodeId]);
	const codings = all.filter(({ codeId, id }) => codeId === intoCodeId || chosen.has(id));
	return { codings, unions: unionsOf(codings, fromCodeId, 'equal') };
};

/** How many codings an undo brought back, and how many someone changed since; those stay as that person left them. */
export type Returned = { readonly restored: number; readonly left: number };

/** Takes a handover back, except for codings that someone went on with. */
export const takeBackCodings = async (
	trx: Db,
	projectId: ProjectId,
	{ fromCodeId, intoCodeId, deletionId, moved, grown }: Handed,
	at: Date
): Promise<Returned> => {
	const seen = { restored: 0, left: 0 };
	const mine = new Set(moved);
	const notes = await listRemovedNotes(trx, projectId, deletionId);
	for (const { before, after, ...one } of grown) {
		const { id } = one;
		const present = await findCoding(trx, projectId, id, 'lock');
		const memo = present && ownNote(present.memo, one, notes);
		if (!present || memo === null || present.codeId !== intoCodeId || !agrees(present, after)) {
			// Someone went on with this passage: it stays as that person left it.
			seen.left += 1;
			mine.delete(id);
			continue;
		}
		const map = await textMap(trx, present.sourceId, present.version);
		const own = memo === '' ? { memo, memoWriters: [] } : { memo };
		await updateCoding(trx, { ...present, ...before, ...own, ...anchorOf(map, before.range) }, at);
		seen.restored += 1;
	}
	const back = await restoreCodings(trx, projectId, deletionId);
	const recoded = await recodeCodings(trx, {
		...{ ids: [...mine], from: intoCodeId, into: fromCodeId, at },
		how: 'back'
	});
	seen.restored += back + recoded.filter((id) => !grown.some((one) => one.id === id)).length;
	seen.left += mine.size - recoded.length;
	return seen;
};
