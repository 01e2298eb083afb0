import { z } from 'zod';
import { studyKinds } from '../domain/area/study.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

const areaId = id.nullable().describe('null: in alle gebieden');

export const addStudyInput = z.strictObject({ name: line(), kind: z.enum(studyKinds), areaId: areaId.default(null) });
export type AddStudyInput = z.input<typeof addStudyInput>;

export const updateStudyInput = z.strictObject({
	name: line().optional(),
	kind: z.enum(studyKinds).optional(),
	areaId: areaId.optional()
});
export type UpdateStudyInput = z.infer<typeof updateStudyInput>;

export const listStudiesQuery = z.strictObject({ ...limitQuery });

export const studyAnswer = z.object({
	id: z.uuid(),
	name: z.string(),
	kind: z.enum(studyKinds),
	areaId: z.uuid().nullable()
});
export type StudyAnswer = z.infer<typeof studyAnswer>;

const tag = 'Deelonderzoeken';

export const studyRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/studies',
		summary: 'De deelonderzoeken op naam',
		tag,
		query: listStudiesQuery,
		status: 200,
		answer: pageOf(studyAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/studies',
		summary: 'Voegt een deelonderzoek toe',
		tag,
		body: addStudyInput,
		status: 201,
		answer: studyAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/studies/{studyId}',
		summary: 'Verandert een deelonderzoek',
		tag,
		body: updateStudyInput,
		status: 200,
		answer: studyAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/studies/{studyId}',
		summary: 'Verwijdert een deelonderzoek waar geen gesprekken meer bij horen',
		tag,
		status: 204
	}
];
