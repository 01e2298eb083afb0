import { listCodingNotesQuery, type CodingNoteAnswer } from '../../contract/coding-note.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { listCodingNotes as list, type NoteKey } from '../store/coding-notes.ts';

/** The notes of codings that this person may read, filtered, newest first, a page at a time. */
export const listCodingNotes = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CodingNoteAnswer>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodingNotesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = fromCursor<NoteKey>(cursor, ['text', 'id']);
	if (!after.ok) return after;
	if (after.value && (!isUuid(after.value[1]) || Number.isNaN(Date.parse(after.value[0]))))
		return fail('cursor-invalid', undefined, 'cursor');
	const { project, access } = permitted.value;
	const notes = await list(context.db, project.id, access, filter, after.value, limit + 1);
	const page = toPage(notes, limit, ({ codedAt, codingId }) => [codedAt.toISOString(), codingId]);
	return ok({
		...page,
		items: page.items.map(({ authorId, authorName, quotesAllowed: _, ...note }) => ({
			...note,
			author: { id: authorId, name: authorName },
			codedAt: note.codedAt.toISOString(),
			changedAt: note.changedAt.toISOString()
		}))
	});
};
