import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '#lib/domain/project/membership.ts';
import { inviteMember } from '#lib/server/commands/invite-member.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewMembers } from '#lib/server/views/members-page.ts';
import { viewSettings } from '#lib/server/views/settings-page.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor, testNow } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('who manages members sees each once, with all roles, areas, and until when an invitation works', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.administrator);
	const input = {
		email: `zoë-${project.id}@voorbeeld.nl`.replace('ë', 'e'),
		name: 'Zoë 😀',
		role: 'coder',
		areaIds: [project.areas.district]
	};
	const { userId } = valueOf(await inviteMember(context, project.id, input));
	expect((await inviteMember(context, project.id, { ...input, role: 'reader', areaIds: null })).ok).toBe(true);

	const page = valueOf(await viewMembers(context, project.id));
	expect(page.members).toHaveLength(roles.length + 1);
	expect(page.members.find((member) => member.userId === userId)).toEqual({
		userId,
		name: input.name,
		email: input.email,
		isDisabled: false,
		isSelf: false,
		roles: [
			{ role: 'coder', areaIds: [project.areas.district] },
			{ role: 'reader', areaIds: null }
		],
		invitation: { expiresAt: new Date(testNow.getTime() + 7 * 86_400_000).toISOString() }
	});
	expect(page.members.filter(({ isSelf }) => isSelf).map((member) => member.userId)).toEqual([
		project.users.administrator
	]);
	const later = { ...context, now: () => new Date(testNow.getTime() + 8 * 86_400_000) };
	const member = valueOf(await viewMembers(later, project.id)).members.find((other) => other.userId === userId);
	expect(member?.invitation).toEqual({ expiresAt: null });
});

test('members and settings are for who manages the project; others are told so, strangers see no project', async () => {
	const project = await addProject(store);
	for (const role of [...roles, 'stranger'] as const) {
		const context = await contextFor(store, project.users[role]);
		const expected = role === 'administrator' ? [] : [role === 'stranger' ? 'project-unknown' : 'not-allowed'];
		for (const view of [viewMembers, viewSettings]) {
			const result = await view(context, project.id);
			expect({ role, codes: result.ok ? [] : result.problems.map(({ code }) => code) }).toEqual({
				role,
				codes: expected
			});
		}
	}
});
