import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { id, paragraph } from './text.ts';

/** Somebody is asked to do something about a silence. */
export const addSilenceTaskInput = z
	.strictObject({
		pillarId: id,
		areaId: id,
		fromWaveId: id,
		toWaveId: id,
		indicatorId: id.nullable().default(null).describe('het cijfer zonder stemmen'),
		codeId: id.nullable().default(null).describe('het thema zonder cijfer'),
		userId: id.describe('wie het doet'),
		dueOn: z.iso.date().nullable().default(null).describe('null: geen dag afgesproken'),
		remark: paragraph(1000).default('')
	})
	.refine(({ indicatorId, codeId }) => (indicatorId === null) !== (codeId === null), {
		params: { problem: 'silence-one-thing' }
	});

const person = z.object({ id: z.uuid(), name: z.string() });
const place = z.object({ id: z.uuid(), name: z.string() });
const wave = z.object({ id: z.uuid(), year: z.int() });

export const silenceTaskAnswer = z.object({
	id: z.uuid(),
	pillar: place,
	area: place,
	from: wave,
	to: wave,
	indicatorId: z.uuid().nullable(),
	codeId: z.uuid().nullable(),
	name: z.string().describe('hoe het cijfer of het thema heet'),
	person,
	givenBy: person,
	givenAt: z.iso.datetime(),
	dueOn: z.string().nullable(),
	remark: z.string(),
	doneBy: person.nullable(),
	doneAt: z.iso.datetime().nullable(),
	state: z.enum(['open', 'done', 'gone']).describe('gone: de stilte is vanzelf weg'),
	maySettle: z.boolean().describe('mag zeggen dat het gedaan is'),
	mayRemove: z.boolean()
});
export type SilenceTaskAnswer = z.infer<typeof silenceTaskAnswer>;

export const silenceTasksAnswer = z.object({ items: z.array(silenceTaskAnswer).readonly() });
export type SilenceTasksAnswer = z.infer<typeof silenceTasksAnswer>;

const tag = 'Cijfers en stemmen';
const all = '/projects/{projectId}/silence-tasks';
const completion = `${all}/{taskId}/completion`;

export const silenceTaskRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'Taken bij stiltes: die van uzelf, en die in de gebieden waarvan u cijfers en stemmen mag zien.',
		tag,
		status: 200,
		answer: silenceTasksAnswer
	},
	{
		method: 'POST',
		path: all,
		summary: 'Maakt een taak van een cijfer zonder stemmen of een thema zonder cijfer.',
		tag,
		body: addSilenceTaskInput,
		status: 201,
		answer: silenceTaskAnswer
	},
	{ method: 'DELETE', path: `${all}/{taskId}`, summary: 'Haalt een taak bij een stilte weg.', tag, status: 204 },
	{
		method: 'PUT',
		path: completion,
		summary: 'Zegt dat de taak gedaan is.',
		tag,
		status: 200,
		answer: silenceTaskAnswer
	},
	{
		method: 'DELETE',
		path: completion,
		summary: 'Zet de taak weer open.',
		tag,
		status: 200,
		answer: silenceTaskAnswer
	}
];
