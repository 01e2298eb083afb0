import { z } from 'zod';
import { flag } from './coding.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** Which notes of codings; a filter that is left out does not narrow. */
export const listCodingNotesQuery = z.strictObject({
	sourceId: id.optional().describe('bij coderingen in deze bron'),
	codeId: id.optional().describe('bij coderingen met deze code'),
	includeDescendants: flag.optional().describe('ook de codes onder codeId'),
	codingId: id.optional(),
	authorId: id.optional().describe('notities die deze persoon het laatst schreef'),
	q: z.string().max(200).optional().describe('woorden in de notitie'),
	...limitQuery
});

/** The choice that stands in the address of the page of notes: no words. A code is asked for with all below it. */
export const notesPageQuery = listCodingNotesQuery.pick({ sourceId: true, codeId: true, authorId: true });
export type NotesPageQuery = z.output<typeof notesPageQuery>;

/** The short note of a coding, beside what was coded. */
export const codingNoteAnswer = z.object({
	codingId: id,
	note: z.string(),
	quote: z.string(),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	turn: z.int().nullable(),
	sourceId: id,
	codeId: id,
	codePath: z.string(),
	author: z
		.object({ id, name: z.string() })
		.describe('wie de notitie het laatst schreef; dat kan iemand anders zijn dan de codeur'),
	codedAt: z.iso.datetime(),
	changedAt: z.iso.datetime()
});
export type CodingNoteAnswer = z.infer<typeof codingNoteAnswer>;

const tag = "Memo's";

/** The routes about the notes of codings; a note is written with its coding. */
export const codingNoteRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/coding-notes',
		summary: 'De korte notities bij coderingen die u mag lezen, nieuwste eerst',
		tag,
		query: listCodingNotesQuery,
		status: 200,
		answer: pageOf(codingNoteAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/coding-note-searches',
		summary: 'Hetzelfde met de keuze als gegevens; zo staan de woorden die u zoekt in geen adres',
		tag,
		body: listCodingNotesQuery,
		status: 200,
		answer: pageOf(codingNoteAnswer)
	}
];
