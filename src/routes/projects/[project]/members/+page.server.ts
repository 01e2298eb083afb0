import { redirect } from '@sveltejs/kit';
import { inviteMember } from '#lib/server/commands/invite-member.ts';
import { removeMember } from '#lib/server/commands/remove-member.ts';
import { setMemberRoles } from '#lib/server/commands/set-member-roles.ts';
import { viewMembers } from '#lib/server/views/members-page.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import { invitationAnswer } from '../../../invitation-link.ts';
import { rolesFrom } from './roles-from.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewMembers(locals.context(), params.project), locals)
});

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	invite: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const [first] = rolesFrom(form);
		const input = { ...inputFrom(form, { name: 'text', email: 'text' }), ...first };
		const result = await inviteMember(locals.context(), params.project, input);
		return formAnswer(invitationAnswer(result, url.origin), locals, input);
	},
	renew: async ({ request, locals, url }) => {
		const input = inputFrom(await request.formData(), { name: 'text', email: 'text' });
		return formAnswer(invitationAnswer(await inviteMember(locals.context(), null, input), url.origin), locals);
	},
	roles: async ({ request, locals, params }) => {
		const form = await request.formData();
		const userId = text(form, 'userId');
		const roles = rolesFrom(form);
		const result = await setMemberRoles(locals.context(), params.project, userId, { roles });
		if (!result.ok) return formAnswer(result, locals);
		// Who takes the own right away to be here, has nothing to see here any more.
		const isHere = result.value.roles.some(({ role, areaIds }) => role === 'administrator' && areaIds === null);
		if (userId === locals.actor?.userId && !isHere) redirect(303, `/projects/${params.project}`);
		return { value: null };
	},
	remove: async ({ request, locals, params }) => {
		const userId = text(await request.formData(), 'userId');
		const result = await removeMember(locals.context(), params.project, userId);
		if (result.ok && userId === locals.actor?.userId) redirect(303, '/projects');
		return formAnswer(result, locals);
	}
};
