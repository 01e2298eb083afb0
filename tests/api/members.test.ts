import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember } from '../../src/lib/server/commands/add-member.ts';
import { removeMember } from '../../src/lib/server/commands/remove-member.ts';
import { setMemberRoles } from '../../src/lib/server/commands/set-member-roles.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listMembers } from '../../src/lib/server/views/list-members.ts';
import { readProject } from '../../src/lib/server/views/read-project.ts';
import { testStore } from '../support/database.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addProject, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	project = await addProject(store);
});
afterAll(() => store.close());

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
const emailOf = async (userId: string) =>
	(await store.db.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirstOrThrow()).email;
const rolesOf = async (userId: string) =>
	valueOf(await listMembers(await as('administrator'), project.id)).items.find((member) => member.userId === userId)
		?.roles;

describe('the members of a project', () => {
	test('are listed by name with their roles and areas, a page at a time', async () => {
		const context = await as('administrator');
		const first = valueOf(await listMembers(context, project.id, { limit: '4' }));
		expect(first.items.map(({ name, roles }) => [name, roles])).toEqual([
			['Test administrator', [{ role: 'administrator', areaIds: null }]],
			['Test author', [{ role: 'author', areaIds: null }]],
			['Test codebook-manager', [{ role: 'codebook-manager', areaIds: null }]],
			['Test coder', [{ role: 'coder', areaIds: null }]]
		]);
		const rest = valueOf(await listMembers(context, project.id, { limit: '4', cursor: first.nextCursor ?? '' }));
		expect(rest.items.map(({ name }) => name)).toEqual(['Test interviewer', 'Test key-holder', 'Test reader']);
		expect(rest.nextCursor).toBeNull();
	});

	test('are for who manages them, also with a token that only reads', async () => {
		expect(codesOf(await listMembers(await as('author'), project.id))).toEqual(['not-allowed']);
		expect(codesOf(await listMembers(await as('stranger'), project.id))).toEqual(['project-unknown']);
		const token = { scope: 'read' as const, projectId: project.id };
		const reading = await contextFor(store, project.users.administrator, { token });
		expect(valueOf(await listMembers(reading, project.id)).items).toHaveLength(7);
		expect(codesOf(await removeMember(reading, project.id, project.users.coder))).toEqual(['token-reads-only']);
	});
});

describe('a new member', () => {
	test('gets the roles that are given, in all areas or in some, and can come in', async () => {
		const email = await emailOf(project.users.stranger);
		const added = valueOf(
			await addMember(await as('administrator'), project.id, {
				email: email.toUpperCase(),
				roles: [{ role: 'coder' }, { role: 'author', areaIds: [project.areas.district] }]
			})
		);
		expect(added).toEqual({
			userId: project.users.stranger,
			name: 'Test stranger',
			email,
			isDisabled: false,
			roles: [
				{ role: 'coder', areaIds: null },
				{ role: 'author', areaIds: [project.areas.district] }
			]
		});
		expect(valueOf(await readProject(await as('stranger'), project.id)).roles).toEqual(['author', 'coder']);
		const line = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_id'])
			.where('project_id', '=', project.id)
			.executeTakeFirst();
		expect(line).toEqual({ action: 'member.add', object_id: project.users.stranger });
	});

	test.each([
		['has an account', { email: 'niemand@voorbeeld.nl', roles: [{ role: 'coder' }] }, 'member-account-unknown'],
		['gets a role', { email: 'niemand@voorbeeld.nl', roles: [] }, 'input-too-few'],
		['gets a role that exists', { email: 'niemand@voorbeeld.nl', roles: [{ role: 'baas' }] }, 'input-not-allowed']
	])('%s', async (_, input, code) => {
		expect(codesOf(await addMember(await as('administrator'), project.id, input))).toEqual([code]);
	});

	test('is not a member yet, and can still sign in', async () => {
		const administrator = await as('administrator');
		const roles = [{ role: 'reader' }];
		const member = await emailOf(project.users.coder);
		expect(codesOf(await addMember(administrator, project.id, { email: member, roles }))).toEqual(['member-exists']);
		const stopped = await addUser(store, 'Vertrokken');
		await store.db.updateTable('users').set({ disabled_at: new Date() }).where('id', '=', stopped).execute();
		const email = await emailOf(stopped);
		expect(codesOf(await addMember(administrator, project.id, { email, roles }))).toEqual(['account-disabled']);
	});

	test('gets areas of this project only, and each role once; nothing is stored otherwise', async () => {
		const elsewhere = await addProject(store, 'Elders');
		const email = await emailOf(project.users.stranger);
		const given = await addMember(await as('administrator'), project.id, {
			email,
			roles: [{ role: 'coder' }, { role: 'coder' }, { role: 'author', areaIds: [elsewhere.areas.district] }]
		});
		expect(given).toMatchObject({
			ok: false,
			problems: [
				{ code: 'role-twice', at: 'roles.1.role' },
				{ code: 'reference-unknown', at: 'roles.2.areaIds' }
			]
		});
		expect(await rolesOf(project.users.stranger)).toBeUndefined();
	});

	test('is made by an administrator only', async () => {
		const email = await emailOf(project.users.stranger);
		const input = { email, roles: [{ role: 'administrator' }] };
		for (const role of ['codebook-manager', 'author', 'coder', 'interviewer', 'reader'] as const)
			expect(codesOf(await addMember(await as(role), project.id, input))).toEqual(['not-allowed']);
		expect(codesOf(await addMember(await as('stranger'), project.id, input))).toEqual(['project-unknown']);
	});
});

describe('the roles of a member', () => {
	test('become exactly those that are given', async () => {
		const { coder } = project.users;
		const roles = [{ role: 'reader', areaIds: [project.areas.municipality] }];
		valueOf(await setMemberRoles(await as('administrator'), project.id, coder, { roles }));
		expect(await rolesOf(coder)).toEqual(roles);
	});

	test('cannot leave a project without an administrator', async () => {
		const administrator = await as('administrator');
		const me = project.users.administrator;
		const roles = [{ role: 'author' }];
		expect(codesOf(await setMemberRoles(administrator, project.id, me, { roles }))).toEqual(['last-administrator']);
		expect(codesOf(await removeMember(administrator, project.id, me))).toEqual(['last-administrator']);
		expect(await rolesOf(me)).toEqual([{ role: 'administrator', areaIds: null }]);

		valueOf(
			await setMemberRoles(administrator, project.id, project.users.author, { roles: [{ role: 'administrator' }] })
		);
		valueOf(await removeMember(administrator, project.id, me));
		expect(codesOf(await listMembers(administrator, project.id))).toEqual(['project-unknown']);
	});

	test('of two administrators who take each other away at once, one stays', async () => {
		const administrator = await as('administrator');
		const { author } = project.users;
		valueOf(await setMemberRoles(administrator, project.id, author, { roles: [{ role: 'administrator' }] }));
		const other = await contextFor(store, author);
		const outcomes = await Promise.all([
			removeMember(administrator, project.id, author),
			removeMember(other, project.id, project.users.administrator)
		]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		const left = await store.db
			.selectFrom('memberships')
			.select('user_id')
			.where('project_id', '=', project.id)
			.where('role', '=', 'administrator')
			.execute();
		expect(left).toHaveLength(1);
	});

	test('go away with the member, whose work stays', async () => {
		const administrator = await as('administrator');
		valueOf(await removeMember(administrator, project.id, project.users.coder));
		expect(codesOf(await readProject(await as('coder'), project.id))).toEqual(['project-unknown']);
		expect(codesOf(await removeMember(administrator, project.id, project.users.coder))).toEqual(['member-unknown']);
		expect(codesOf(await removeMember(administrator, project.id, 'geen-id'))).toEqual(['member-unknown']);
		expect(await hasAccount(project.users.coder)).toBe(true);
	});
});

const hasAccount = async (userId: string) =>
	(await store.db.selectFrom('users').select('id').where('id', '=', userId).executeTakeFirst()) !== undefined;
