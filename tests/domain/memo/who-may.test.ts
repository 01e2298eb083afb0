import { describe, expect, test } from 'vitest';
import { mayReadMemo, maySeeMemoPlace, maySettleMemo, type MemoPlace } from '#lib/domain/memo/who-may.ts';
import { roles, type Access, type Role } from '#lib/domain/project/membership.ts';

const access = (role: Role, areaIds: readonly string[] | null = null): Access => ({
	userId: 'me',
	memberships: [{ id: 'x', userId: 'me', role, areaIds }]
});
const target = { areaPath: ['west', 'town'], uploadedBy: 'somebody', isReleased: true };
const places: readonly MemoPlace[] = [
	{ kind: 'project' },
	{ kind: 'code' },
	{ kind: 'source', target, isBlind: false },
	{ kind: 'turn', target, isBlind: false },
	{ kind: 'coding', target, isBlind: false, layer: 'shared', coderId: 'somebody' },
	{ kind: 'case', kase: { targets: [target], createdBy: 'somebody' } }
];
const ofOther = (visibility: 'private' | 'shared') => ({ authorId: 'somebody', visibility });

test('a private memo of another is read by no role, about anything', () => {
	for (const role of roles)
		for (const place of places) expect(mayReadMemo(access(role), ofOther('private'), place)).toBe(false);
});

test.each([
	['administrator', ''],
	['interviewer', 'project code'],
	['coder', 'project code source turn coding case'],
	['codebook-manager', 'project code source turn coding case'],
	['author', 'project code source turn coding case'],
	['reader', '']
] as const)('as %s one reads shared memos about: %s', (role, expected) => {
	const read = places.filter((place) => mayReadMemo(access(role), ofOther('shared'), place));
	expect(read.map(({ kind }) => kind).join(' ')).toBe(expected);
});

test('a role in one area reads shared memos on interviews there, in streets in it, and not elsewhere', () => {
	const [, , source] = places;
	if (!source) throw new RangeError('no source');
	expect(mayReadMemo(access('coder', ['west']), ofOther('shared'), source)).toBe(true);
	expect(mayReadMemo(access('coder', ['town']), ofOther('shared'), source)).toBe(true);
	expect(mayReadMemo(access('coder', ['east']), ofOther('shared'), source)).toBe(false);
	expect(mayReadMemo(access('coder', ['east']), ofOther('shared'), { kind: 'project' })).toBe(true);
});

describe('an interview that is not released, or coded blind', () => {
	const unreleased: MemoPlace = { kind: 'source', target: { ...target, isReleased: false }, isBlind: false };

	test('has shared memos for its interviewer only', () => {
		const own: MemoPlace = { ...unreleased, target: { ...unreleased.target, uploadedBy: 'me' } };
		expect(mayReadMemo(access('interviewer'), ofOther('shared'), own)).toBe(true);
		expect(mayReadMemo(access('interviewer'), ofOther('shared'), unreleased)).toBe(false);
		expect(mayReadMemo(access('coder'), ofOther('shared'), unreleased)).toBe(false);
	});

	test('lets a blind coder write about what he or she sees, and read no one else', () => {
		const blind = { target, isBlind: true } as const;
		const own: MemoPlace = { kind: 'coding', ...blind, layer: 'second', coderId: 'me' };
		const shared: MemoPlace = { kind: 'coding', ...blind, layer: 'shared', coderId: 'somebody' };
		const turn: MemoPlace = { kind: 'turn', ...blind };
		expect([own, shared, turn].map((place) => maySeeMemoPlace(access('coder'), place))).toEqual([true, false, true]);
		for (const place of [own, shared, turn]) expect(mayReadMemo(access('coder'), ofOther('shared'), place)).toBe(false);
		expect(mayReadMemo(access('coder'), { authorId: 'me', visibility: 'private' }, own)).toBe(true);
	});

	test('a blind coding of another is seen by nobody else', () => {
		const place: MemoPlace = { kind: 'coding', target, isBlind: false, layer: 'second', coderId: 'somebody' };
		for (const role of roles) expect(maySeeMemoPlace(access(role), place)).toBe(false);
	});
});

test('who codes, who keeps the codebook and who asked say that a question was answered', () => {
	const may = roles.filter((role) => maySettleMemo(access(role), { authorId: 'somebody' }));
	expect(may).toEqual(['coder', 'codebook-manager']);
	expect(maySettleMemo(access('author'), { authorId: 'me' })).toBe(true);
});
