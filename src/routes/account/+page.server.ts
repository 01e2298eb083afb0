import { changePassword } from '#lib/server/commands/change-password.ts';
import { createToken } from '#lib/server/commands/create-token.ts';
import { disableUser } from '#lib/server/commands/disable-user.ts';
import { endSession } from '#lib/server/commands/end-session.ts';
import { inviteMember } from '#lib/server/commands/invite-member.ts';
import { revokeToken } from '#lib/server/commands/revoke-token.ts';
import { updateAccount } from '#lib/server/commands/update-account.ts';
import { viewAccount } from '#lib/server/views/account-page.ts';
import { giveCookie } from '../cookie.ts';
import { formAnswer, inputFrom, orError } from '../form-answer.ts';
import { invitationAnswer } from '../invitation-link.ts';
import { keepLocale } from '../locale-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { rules } = locals.entrance();
	return { screen: orError(await viewAccount(locals.context(), locals.session?.hash ?? null, rules), locals) };
};

export const actions: Actions = {
	profile: async ({ request, locals, cookies }) => {
		const input = inputFrom(await request.formData(), { name: 'text', locale: 'text' });
		const result = await updateAccount(locals.context(), input);
		if (result.ok) keepLocale(cookies, input['locale']);
		return formAnswer(result, locals, input);
	},
	password: async ({ request, locals, cookies }) => {
		const input = inputFrom(await request.formData(), { current: 'text', password: 'text' });
		const result = await changePassword(locals.context(), locals.entrance(), input);
		if (!result.ok) return formAnswer(result, locals);
		giveCookie(cookies, result.value);
		return { value: null };
	},
	endSession: async ({ request, locals }) => {
		const input = inputFrom(await request.formData(), { session: 'text' });
		return formAnswer(await endSession(locals.context(), locals.session?.hash ?? '', input), locals);
	},
	createToken: async ({ request, locals }) => {
		const fields = { name: 'text', scope: 'text', projectId: 'choice', days: 'number' } as const;
		const input = inputFrom(await request.formData(), fields);
		const result = await createToken(locals.context(), input);
		return formAnswer(result.ok ? { ok: true, value: { token: result.value.token } } : result, locals, input);
	},
	revokeToken: async ({ request, locals }) => {
		const input = inputFrom(await request.formData(), { tokenId: 'text' });
		return formAnswer(await revokeToken(locals.context(), input), locals);
	},
	invite: async ({ request, locals, url }) => {
		const input = inputFrom(await request.formData(), { name: 'text', email: 'text', isAdministrator: 'flag' });
		const result = await inviteMember(locals.context(), null, input);
		return formAnswer(invitationAnswer(result, url.origin), locals, input);
	},
	disable: async ({ request, locals }) => {
		const input = inputFrom(await request.formData(), { userId: 'text' });
		return formAnswer(await disableUser(locals.context(), input), locals);
	}
};
