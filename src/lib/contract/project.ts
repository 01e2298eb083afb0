import { z } from 'zod';
import { actions, roles } from '../domain/project/membership.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

const language = z
	.string()
	.regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
	.max(35)
	.describe('taal van de gesprekken als BCP 47, bv. nl');

const asksForConsent = z
	.boolean()
	.describe(
		'geen gesprek vrijgeven waarvan geen deelnemer is vastgelegd; waar er een is, moet er altijd toestemming zijn'
	);

export const createProjectInput = z.strictObject({
	name: line(),
	language: language.default('nl'),
	asksForConsent: asksForConsent.default(false)
});

/** What is left out stays as it is. */
export const updateProjectInput = z.strictObject({
	name: line().optional(),
	language: language.optional(),
	comparisonAreaId: id.nullable().optional().describe('gebied om mee te vergelijken als er niets dichterbij is'),
	includeEarlierWaves: z.boolean().optional().describe('ook gesprekken uit eerdere meetrondes meetellen'),
	smallCell: z.int().min(1).max(100).optional().describe('onder dit aantal gesprekken wordt niet verder gesplitst'),
	asksForConsent: asksForConsent.optional(),
	withdrawalUntil: z.iso
		.date()
		.nullable()
		.optional()
		.describe('laatste dag waarop deelnemers zich kunnen terugtrekken'),
	originalDays: z
		.int()
		.min(0)
		.max(3650)
		.optional()
		.describe('dagen na vrijgeven waarin het bestand van een gesprek bewaard blijft; 0: niet bewaren'),
	keysUntil: z.iso.date().nullable().optional().describe('dag waarna sleutels en verzegelde teksten weg moeten'),
	networkGroupIds: z
		.array(id)
		.max(50)
		.optional()
		.describe('groepen codes die over samenwerking in het netwerk gaan; leeg: de eerste groep zonder pijler')
});

export const listProjectsQuery = z.strictObject({ ...limitQuery });

export const projectAnswer = z.object({
	id: z.uuid(),
	name: z.string(),
	language: z.string(),
	isFictional: z.boolean().describe('verzonnen gegevens: de demo'),
	comparisonAreaId: z.uuid().nullable(),
	includeEarlierWaves: z.boolean(),
	smallCell: z.int(),
	asksForConsent: z.boolean(),
	withdrawalUntil: z.iso.date().nullable(),
	originalDays: z.int(),
	keysUntil: z.iso.date().nullable(),
	networkGroupIds: z.array(z.uuid()).readonly(),
	roles: z.array(z.enum(roles)).describe('uw rollen in dit project'),
	actions: z.array(z.enum(actions)).describe('wat u ergens in dit project mag')
});
export type ProjectAnswer = z.infer<typeof projectAnswer>;

const tag = 'Projecten';

export const projectRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects',
		summary: 'De projecten waarvan u lid bent, op naam',
		tag,
		query: listProjectsQuery,
		status: 200,
		answer: pageOf(projectAnswer)
	},
	{
		method: 'POST',
		path: '/projects',
		summary: 'Maakt een project met de vijf pijlers en drie meetrondes van de monitor, nog zonder gebieden',
		tag,
		body: createProjectInput,
		status: 201,
		answer: projectAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}',
		summary: 'Eén project, met uw rollen',
		tag,
		status: 200,
		answer: projectAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}',
		summary: 'Verandert naam of instellingen van een project',
		tag,
		body: updateProjectInput,
		status: 200,
		answer: projectAnswer
	},
	{ method: 'DELETE', path: '/projects/{projectId}', summary: 'Verwijdert een project uit beeld', tag, status: 204 }
];
