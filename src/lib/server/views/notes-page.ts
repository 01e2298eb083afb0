import { notesPageQuery, type CodingNoteAnswer, type NotesPageQuery } from '../../contract/coding-note.ts';
import type { Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { inTreeOrder, pathName, pathOf } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { listNoteChoices } from '../store/coding-notes.ts';
import { listCodingNotes } from './list-coding-notes.ts';

/** The page of the notes of codings: what was asked, the first of them, and what they can be narrowed by. */
export type NotesPage = {
	readonly asked: NotesPageQuery;
	readonly first: Page<CodingNoteAnswer>;
	readonly choices: {
		/** codes with notes, with a code below them that has, and what was asked for; by path, in the order of the tree */
		readonly codes: readonly { readonly id: string; readonly path: string }[];
		readonly sources: readonly { readonly id: string; readonly title: string }[];
		readonly authors: readonly { readonly id: string; readonly name: string }[];
	};
};

/** The notes that this person may read, by the choice in an address; the words one looks for never stand there. */
export const viewNotes = async (context: Context, projectId: string, query: unknown): Promise<Result<NotesPage>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(notesPageQuery, query);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	const first = await listCodingNotes(context, projectId, { ...asked, includeDescendants: true });
	if (!first.ok) return first;
	const { project, access } = permitted.value;
	const { sources, codeIds, authors } = await listNoteChoices(context.db, project.id, access);
	const book = await loadCodebook(context.db, project.id);
	const offered = new Set([...codeIds].flatMap((id) => pathOf(book, id).map((code) => code.id)));
	return ok({
		asked,
		first: first.value,
		choices: {
			codes: inTreeOrder(book).flatMap(({ code }) =>
				offered.has(code.id) || code.id === asked.codeId ? [{ id: code.id, path: pathName(book, code.id) }] : []
			),
			sources,
			authors
		}
	});
};
