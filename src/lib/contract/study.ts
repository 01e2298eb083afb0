import { z } from 'zod';
import { studyKinds } from '../domain/area/study.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, line, paragraph } from './text.ts';

const areaId = id.nullable().describe('null: in alle gebieden');
const institute = emptyLine(200).describe('wie het onderzoek deed, of van wie de gegevens zijn');
const period = emptyLine(200).describe('waarover de gegevens gaan, bv. schooljaren 2018-2022');
const method = paragraph(5000).describe('de werkwijze, kort');
const n = z.int().min(0).max(2_000_000_000).nullable().describe('personen of gevallen in de gegevens; null: onbekend');
const remark = paragraph(5000).describe('wat een lezer moet weten');

export const addStudyInput = z.strictObject({
	name: line(),
	kind: z.enum(studyKinds),
	areaId: areaId.default(null),
	institute: institute.default(''),
	period: period.default(''),
	method: method.default(''),
	n: n.default(null),
	remark: remark.default('')
});

export const updateStudyInput = z.strictObject({
	version: z.int().min(1).optional().describe('die u zag; is het deelonderzoek intussen veranderd, dan volgt 409'),
	name: line().optional(),
	kind: z.enum(studyKinds).optional(),
	areaId: areaId.optional(),
	institute: institute.optional(),
	period: period.optional(),
	method: method.optional(),
	n: n.optional(),
	remark: remark.optional()
});

export const listStudiesQuery = z.strictObject({ ...limitQuery });

export const studyAnswer = z.object({
	id: z.uuid(),
	name: z.string(),
	kind: z.enum(studyKinds),
	areaId: z.uuid().nullable(),
	institute: z.string(),
	period: z.string(),
	method: z.string(),
	n: z.int().nullable(),
	remark: z.string(),
	version: z.int()
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
		summary: 'Verwijdert een deelonderzoek waar geen gesprekken, tabellen en bevindingen meer bij horen',
		tag,
		status: 204
	}
];
