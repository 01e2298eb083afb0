import { z } from 'zod';
import { groups } from '../domain/source/source.ts';
import type { RouteDescription } from './route-description.ts';
import { line } from './text.ts';

const name = line(100);
const classes = z.array(line(100)).max(100).describe('in volgorde; een waarde is altijd een van deze klassen');
const group = z.enum(groups).nullable().describe('alleen van deze groep gevraagd; null: van iedereen');

export const addVariableInput = z.strictObject({ name, classes, group: group.default(null) });
export type AddVariableInput = z.input<typeof addVariableInput>;

/** What is left out stays as it is. */
export const updateVariableInput = z.strictObject({
	name: name.nullable().optional().describe('null: de naam die Wijkstem er zelf aan geeft'),
	classes: classes.optional(),
	group: group.optional(),
	renames: z
		.array(z.strictObject({ from: z.string().max(200), to: line(100) }))
		.max(100)
		.default([])
		.describe('klassen die een andere naam kregen, met iedereen die erin zit')
});
export type UpdateVariableInput = z.input<typeof updateVariableInput>;

export const variableAnswer = z.object({
	key: z.string(),
	name: z.string().nullable().describe('null: de naam die Wijkstem er zelf aan geeft'),
	classes: z.array(z.string()),
	group,
	isStandard: z.boolean(),
	hasFixedClasses: z.boolean()
});
export type VariableAnswer = z.infer<typeof variableAnswer>;

const tag = 'Deelnemers';
const all = '/projects/{projectId}/variables';
const params = { key: z.string().describe('sleutel van het kenmerk, bijvoorbeeld ageBand') };

export const variableRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De kenmerken van deelnemers, met hun klassen',
		tag,
		status: 200,
		answer: z.object({ items: z.array(variableAnswer), nextCursor: z.null() })
	},
	{
		method: 'POST',
		path: all,
		summary: 'Voegt een eigen kenmerk toe, met klassen',
		tag,
		body: addVariableInput,
		status: 201,
		answer: variableAnswer
	},
	{
		method: 'PATCH',
		path: `${all}/{key}`,
		summary: 'Wijzigt naam of klassen; een klas waar iemand in zit kan alleen een andere naam krijgen',
		tag,
		params,
		body: updateVariableInput,
		status: 200,
		answer: variableAnswer
	},
	{
		method: 'DELETE',
		path: `${all}/{key}`,
		summary: 'Haalt een eigen kenmerk weg, met wat erover is ingevuld',
		tag,
		params,
		status: 204
	}
];
