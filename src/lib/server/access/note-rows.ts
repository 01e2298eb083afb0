import type { ProjectId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { MemoRow } from '../../domain/memo/memo-row.ts';
import { listCodingNotes, type CodingNote, type NoteFilter, type NoteKey } from '../store/coding-notes.ts';
import type { Db } from '../store/database.ts';
import { countReportedNames } from '../store/disclosure-confirmations.ts';

const rowsAtOnce = 200; // so that the embedded database is never busy for long

/**
 * The notes of codings that a person may read, as rows of a file of memos, never with the words of the passage; and the
 * interviews of which the file has the words of a note.
 */
export const noteRows = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	filter: NoteFilter
): Promise<{ readonly rows: readonly MemoRow[]; readonly sourceIds: readonly string[] }> => {
	const rows: MemoRow[] = [];
	const sourceIds: string[] = [];
	for (let after: NoteKey | null = null; ;) {
		const notes: readonly CodingNote[] = await listCodingNotes(db, projectId, access, filter, after, rowsAtOnce);
		const openNames = await countReportedNames(
			db,
			notes.map(({ sourceId }) => sourceId)
		);
		for (const note of notes) {
			const row = rowOf(note, openNames);
			rows.push(row);
			if (row.isOpen) sourceIds.push(note.sourceId);
		}
		const last = notes.at(-1);
		if (!last || notes.length < rowsAtOnce) return { rows, sourceIds };
		after = [last.codedAt.toISOString(), last.codingId];
	}
};

const rowOf = (note: CodingNote, openNames: ReadonlyMap<string, number>): MemoRow => ({
	...{ memoKind: 'note', title: '', visibility: 'shared', about: 'coding', isRemoved: false, settled: null },
	body: note.note.split('\n').map((text) => ({ kind: 'paragraph', content: [{ kind: 'text', text, marks: [] }] })),
	reference: note.reference,
	codePath: note.codePath,
	authorName: note.authorName,
	createdAt: note.codedAt.toISOString(),
	changedAt: note.changedAt.toISOString(),
	isOpen: note.quotesAllowed && !openNames.has(note.sourceId)
});
