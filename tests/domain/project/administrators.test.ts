import { describe, expect, test } from 'vitest';
import { checkAdministratorStays } from '#lib/domain/project/administrators.ts';
import type { Membership, Role } from '#lib/domain/project/membership.ts';

const membership = (userId: string, role: Role, areaIds: readonly string[] | null = null): Membership => ({
	id: `${userId}-${role}`,
	userId,
	role,
	areaIds
});
const nobody = () => false;
const last = { ok: false, problems: [{ code: 'last-administrator' }] };
const fine = { ok: true, value: null };

describe('a project keeps somebody who can manage it', () => {
	const one = [membership('anna', 'administrator'), membership('bob', 'coder')];
	const two = [...one, membership('bob', 'administrator')];

	test('the only administrator cannot go', () => {
		expect(checkAdministratorStays(one, 'anna', [], nobody)).toEqual(last);
	});

	test('the only administrator cannot become something else', () => {
		expect(checkAdministratorStays(one, 'anna', [{ role: 'author', areaIds: null }], nobody)).toEqual(last);
	});

	test('the only administrator can get other roles beside that one', () => {
		const roles = [
			{ role: 'administrator' as const, areaIds: null },
			{ role: 'coder' as const, areaIds: null }
		];
		expect(checkAdministratorStays(one, 'anna', roles, nobody)).toEqual(fine);
	});

	test('one of two can go, and somebody else can always go', () => {
		expect(checkAdministratorStays(two, 'anna', [], nobody)).toEqual(fine);
		expect(checkAdministratorStays(one, 'bob', [], nobody)).toEqual(fine);
	});

	test('an administrator of some areas only does not count', () => {
		const limited = [membership('anna', 'administrator'), membership('bob', 'administrator', ['wijk'])];
		expect(checkAdministratorStays(limited, 'anna', [], nobody)).toEqual(last);
		expect(checkAdministratorStays(one, 'anna', [{ role: 'administrator', areaIds: ['wijk'] }], nobody)).toEqual(last);
	});

	test('an administrator who can no longer sign in does not count', () => {
		expect(checkAdministratorStays(two, 'anna', [], (userId) => userId === 'bob')).toEqual(last);
	});
});
