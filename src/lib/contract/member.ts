import { z } from 'zod';
import { roles } from '../domain/project/membership.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const roleInput = z.strictObject({
	role: z.enum(roles),
	areaIds: z
		.array(id)
		.min(1)
		.max(500)
		.nullable()
		.default(null)
		.describe('alleen in deze gebieden en wat daarin ligt; null: overal')
});

export const setMemberRolesInput = z.strictObject({
	roles: z.array(roleInput).min(1).max(roles.length).describe('alle rollen van dit lid; wat er niet bij staat, vervalt')
});
export type SetMemberRolesInput = z.input<typeof setMemberRolesInput>;

export const addMemberInput = setMemberRolesInput.extend({
	email: z.string().trim().toLowerCase().min(3).max(254).describe('e-mailadres van iemand met een account')
});

export const listMembersQuery = z.strictObject({ ...limitQuery });

export const memberAnswer = z.object({
	userId: z.uuid(),
	name: z.string(),
	email: z.string(),
	isDisabled: z.boolean().describe('het account is uitgeschakeld'),
	roles: z.array(z.object({ role: z.enum(roles), areaIds: z.array(z.uuid()).nullable() }))
});
export type MemberAnswer = z.infer<typeof memberAnswer>;

const tag = 'Leden';

export const memberRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/members',
		summary: 'De leden met hun rollen, op naam',
		tag,
		query: listMembersQuery,
		status: 200,
		answer: pageOf(memberAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/members',
		summary: 'Maakt iemand met een account lid',
		tag,
		body: addMemberInput,
		status: 201,
		answer: memberAnswer
	},
	{
		method: 'PUT',
		path: '/projects/{projectId}/members/{userId}',
		summary: 'Geeft een lid precies deze rollen; er blijft altijd één beheerder',
		tag,
		body: setMemberRolesInput,
		status: 200,
		answer: memberAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/members/{userId}',
		summary: 'Neemt een lid alle rollen af; het werk van dat lid blijft',
		tag,
		status: 204
	}
];
