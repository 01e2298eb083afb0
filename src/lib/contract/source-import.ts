import { z } from 'zod';
import { importStates } from '../domain/source/source-import.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { uploadSourceInput } from './source.ts';
import { id } from './text.ts';

/** The fields beside the files of an import: where all of them belong. Titles come from the names of the files. */
export const importSourcesInput = uploadSourceInput.omit({ title: true });

export const importedFileAnswer = z.object({
	id,
	name: z.string().describe('naam van het bestand, met de mappen als het uit een zip komt'),
	title: z.string(),
	state: z.enum(importStates),
	sourceId: id.nullable().describe('null: niet toegevoegd, of sindsdien verwijderd'),
	messages: z
		.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
		.describe('wat niet is overgenomen, of waarom het bestand is geweigerd')
});
export type ImportedFileAnswer = z.infer<typeof importedFileAnswer>;

const counts = {
	waiting: z.int(),
	reading: z.int(),
	stored: z.int(),
	refused: z.int(),
	cancelled: z.int()
};

export const sourceImportAnswer = z.object({
	id,
	madeAt: z.iso.datetime(),
	isDone: z.boolean().describe('er wacht niets meer'),
	...counts,
	files: z.array(importedFileAnswer)
});
export type SourceImportAnswer = z.infer<typeof sourceImportAnswer>;

export const sourceImportItem = sourceImportAnswer.omit({ files: true });
export type SourceImportItem = z.infer<typeof sourceImportItem>;

export const listSourceImportsQuery = z.strictObject(limitQuery);

const tag = 'Gesprekken';
const path = '/projects/{projectId}/source-imports';

/** The routes of taking in many files at once. */
export const sourceImportRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'Uw eigen reeksen bestanden die tegelijk zijn toegevoegd, de nieuwste eerst; een dag lang te zien.',
		tag,
		query: listSourceImportsQuery,
		status: 200,
		answer: pageOf(sourceImportItem)
	},
	{
		method: 'POST',
		path,
		summary:
			'Voegt veel bestanden toe, of een .zip (samen hoogstens 500); ze worden op de achtergrond gelezen en een fout bestand houdt de rest niet tegen.',
		tag,
		multipart: importSourcesInput,
		status: 202,
		answer: sourceImportAnswer
	},
	{
		method: 'GET',
		path: `${path}/{importId}`,
		summary: 'Hoe ver een reeks is, met per bestand wat niet is overgenomen of waarom het is geweigerd.',
		tag,
		status: 200,
		answer: sourceImportAnswer
	},
	{
		method: 'POST',
		path: `${path}/{importId}/cancellation`,
		summary: 'Stopt een reeks: wat nog wacht wordt niet toegevoegd, wat er al staat blijft.',
		tag,
		status: 200,
		answer: sourceImportAnswer
	}
];
