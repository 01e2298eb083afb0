import { z } from 'zod';
import { tasks } from '../domain/source/assignment.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const task = z
	.enum(tasks)
	.describe('prepare: klaarmaken voor coderen, code: coderen, second-read: namen nakijken als tweede lezer');

export const assignSourcesInput = z.strictObject({
	sourceIds: z.array(id).min(1).max(500),
	task,
	userId: id.optional().describe('weglaten: uzelf; u pakt het dan op'),
	dueOn: z.iso.date().nullable().default(null).describe('null: geen dag afgesproken')
});
export type AssignSourcesInput = z.input<typeof assignSourcesInput>;

export const unassignSourcesInput = z.strictObject({ assignmentIds: z.array(id).min(1).max(500) });

export const listAssignmentsQuery = z.strictObject({
	sourceId: id.optional(),
	userId: id.optional(),
	task: task.optional(),
	...limitQuery
});

const person = z.object({ id: z.uuid(), name: z.string() });

export const assignmentAnswer = z.object({
	id: z.uuid(),
	sourceId: z.uuid(),
	sourceTitle: z.string(),
	task: z.enum(tasks),
	person,
	givenBy: person.describe('dezelfde als person: zelf opgepakt'),
	givenAt: z.iso.datetime(),
	dueOn: z.string().nullable(),
	isDone: z.boolean().describe('coderen: zo gezegd; anders: zo volgt het uit het gesprek'),
	turns: z.int().describe('beurten in het gesprek'),
	read: z.int().nullable().describe('beurten die deze persoon las; null: dat ziet alleen deze persoon en wie toewijst'),
	mayRemove: z.boolean()
});
export type AssignmentAnswer = z.infer<typeof assignmentAnswer>;

export const assignedSourcesAnswer = z.object({ items: z.array(assignmentAnswer) });
export type AssignedSourcesAnswer = z.infer<typeof assignedSourcesAnswer>;

const span = z
	.strictObject({ first: z.int().min(1), last: z.int().min(1) })
	.describe('beurten op een rij; beide einden horen erbij');

export const recordReadingInput = z.strictObject({
	version: z.int().min(1).describe('de tekstversie waarin u las'),
	read: z.array(span).max(2_000).default([]),
	unread: z.array(span).max(2_000).default([]).describe('deze beurten gelden weer als ongelezen'),
	at: z.int().min(1).describe('de beurt waar u was')
});
export type RecordReadingInput = z.input<typeof recordReadingInput>;

export const readingAnswer = z.object({
	version: z.int(),
	turns: z.int().describe('beurten in de tekst'),
	read: z.int().describe('beurten die u las'),
	spans: z.array(z.object({ first: z.int(), last: z.int() })),
	at: z.int().nullable().describe('de beurt waar u was; null: nog niets gelezen')
});
export type ReadingAnswer = z.infer<typeof readingAnswer>;

const tag = 'Werkverdeling';
const all = '/projects/{projectId}/assignments';
const one = `${all}/{assignmentId}`;
const reading = '/projects/{projectId}/sources/{sourceId}/reading';

export const assignmentRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'Wie wat doet, in de gesprekken die u mag zien',
		tag,
		query: listAssignmentsQuery,
		status: 200,
		answer: pageOf(assignmentAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Wijst een of meer gesprekken toe aan iemand, of pakt ze zelf op; alles of niets',
		tag,
		body: assignSourcesInput,
		status: 201,
		answer: assignedSourcesAnswer
	},
	{ method: 'DELETE', path: one, summary: 'Haalt een toewijzing weg', tag, status: 204 },
	{
		method: 'POST',
		path: '/projects/{projectId}/assignment-removals',
		summary: 'Haalt meer toewijzingen in één keer weg; alles of niets',
		tag,
		body: unassignSourcesInput,
		status: 204
	},
	{
		method: 'POST',
		path: `${one}/completion`,
		summary: 'Zegt dat u klaar bent met coderen',
		tag,
		status: 200,
		answer: assignmentAnswer
	},
	{
		method: 'DELETE',
		path: `${one}/completion`,
		summary: 'Zegt dat u toch nog niet klaar bent met coderen',
		tag,
		status: 200,
		answer: assignmentAnswer
	},
	{
		method: 'GET',
		path: reading,
		summary: 'Welke beurten van een gesprek u las',
		tag,
		status: 200,
		answer: readingAnswer
	},
	{
		method: 'POST',
		path: reading,
		summary: 'Noteert welke beurten u las, of weer als ongelezen wilt zien',
		tag,
		body: recordReadingInput,
		status: 204
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/work-visits',
		summary: 'Noteert dat u zag wat er in het codeboek veranderde',
		tag,
		status: 204
	}
];
