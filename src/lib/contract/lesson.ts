import { z } from 'zod';
import { lessonStates } from '../domain/report/lesson.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, line, paragraph } from './text.ts';

const waveId = id.nullable().describe('de ronde waar het over gaat; null: niet over één ronde');
const period = emptyLine(100).describe('wanneer, in woorden, bv. voorjaar 2024');
const pillarIds = z.array(id).max(50).describe('pijlers waar de les over gaat');
const title = line(200);
const happened = paragraph(5000).min(1).describe('wat er gedaan is of gebeurde, zonder namen');
const learnt = paragraph(5000).min(1).describe('wat ervan geleerd is');
const audience = emptyLine(200).describe('voor wie dit bruikbaar is');
const state = z.enum(lessonStates).describe('draft: alleen wie lessen schrijft, ziet hem, published: lezers zien hem');
const isShared = z.boolean().describe('lezers van alle wijken zien hem, zodra hij gepubliceerd is');
const evidence = z
	.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('explanation'), explanationId: id }),
		z.strictObject({ kind: z.literal('display'), pillarId: id })
	])
	.nullable()
	.describe('waar de les op rust: een mogelijke verklaring uit dit gebied, of cijfers en stemmen van een pijler');

export const addLessonInput = z.strictObject({
	areaId: id,
	waveId: waveId.default(null),
	period: period.default(''),
	pillarIds: pillarIds.default([]),
	title,
	happened,
	learnt,
	audience: audience.default(''),
	evidence: evidence.default(null),
	state: state.default('draft'),
	isShared: isShared.default(false)
});

/** What is left out stays as it is. */
export const updateLessonInput = z.strictObject({
	version: z.int().min(1).describe('die u zag; is de les intussen veranderd, dan volgt 409'),
	areaId: id.optional(),
	waveId: waveId.optional(),
	period: period.optional(),
	pillarIds: pillarIds.optional(),
	title: title.optional(),
	happened: happened.optional(),
	learnt: learnt.optional(),
	audience: audience.optional(),
	evidence: evidence.optional(),
	state: state.optional(),
	isShared: isShared.optional()
});

const lessonShelf = z
	.enum([...lessonStates, 'archived'])
	.describe('zonder: concepten en gepubliceerde lessen; archived: wat in het archief staat, voor wie lessen schrijft');

export const lessonFilter = { areaId: id.optional(), pillarId: id.optional(), state: lessonShelf.optional() };
export const listLessonsQuery = z.strictObject({
	...lessonFilter,
	q: z.string().max(200).optional().describe('woorden die alle in de les staan; een zinsdeel tussen aanhalingstekens'),
	...limitQuery
});

export const lessonAnswer = z.object({
	id: z.uuid(),
	version: z.int(),
	areaId: z.uuid(),
	area: z.string(),
	waveId: z.uuid().nullable(),
	period: z.string(),
	pillarIds: z.array(z.uuid()).readonly(),
	title: z.string(),
	happened: z.string(),
	learnt: z.string(),
	audience: z.string(),
	evidence: evidence.describe('null: geen, of u mag het niet zien'),
	state: z.enum(lessonStates),
	isShared: z.boolean(),
	isArchived: z.boolean(),
	createdAt: z.iso.datetime(),
	changedAt: z.iso.datetime(),
	mayChange: z.boolean()
});
export type LessonAnswer = z.infer<typeof lessonAnswer>;

const tag = 'Geleerde lessen';
const all = '/projects/{projectId}/lessons';
const one = `${all}/{lessonId}`;

export const lessonRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De lessen uit uw gebieden en die met alle wijken gedeeld zijn, de nieuwste eerst',
		tag,
		query: listLessonsQuery,
		status: 200,
		answer: pageOf(lessonAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/lesson-searches',
		summary: 'Hetzelfde met de keuze als gegevens; zo staan de woorden die u zoekt in geen adres',
		tag,
		body: listLessonsQuery,
		status: 200,
		answer: pageOf(lessonAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Schrijft een les op, als concept of meteen gepubliceerd',
		tag,
		body: addLessonInput,
		status: 201,
		answer: lessonAnswer
	},
	{ method: 'GET', path: one, summary: 'Een les om te lezen', tag, status: 200, answer: lessonAnswer },
	{
		method: 'PATCH',
		path: one,
		summary: 'Verandert, publiceert of deelt een les; nog eens hetzelfde sturen mag',
		tag,
		body: updateLessonInput,
		status: 200,
		answer: lessonAnswer
	},
	{ method: 'DELETE', path: one, summary: 'Zet een les in het archief; dat is terug te draaien', tag, status: 204 },
	{
		method: 'POST',
		path: `${one}/restoration`,
		summary: 'Haalt een les terug uit het archief',
		tag,
		status: 200,
		answer: lessonAnswer
	}
];
