import { describe, expect, test } from 'vitest';
import { mayOnCase, maySeeCase, type CasePlace } from '#lib/domain/case/who-may.ts';
import type { Access, Role, Target } from '#lib/domain/project/membership.ts';

const me = 'anna';
const as = (role: Role, areaIds: readonly string[] | null = null): Access => ({
	userId: me,
	memberships: [{ id: 'm', userId: me, role, areaIds }]
});
const interview = (change: Partial<Target> = {}): Target => ({
	areaPath: ['west', 'town'],
	uploadedBy: 'bert',
	isReleased: true,
	...change
});
const place = (...targets: Target[]): CasePlace => ({ targets, createdBy: 'bert' });

describe('a person is seen', () => {
	test('by who sees one of the interviews', () => {
		const both = place(interview({ areaPath: ['east', 'town'] }), interview());
		expect(maySeeCase(as('coder', ['west']), both)).toBe(true);
		expect(maySeeCase(as('coder', ['north']), both)).toBe(false);
		expect(maySeeCase(as('coder'), place(interview({ isReleased: false })))).toBe(false);
		expect(maySeeCase(as('interviewer'), place(interview()))).toBe(false);
		expect(maySeeCase(as('interviewer'), place(interview({ uploadedBy: me })))).toBe(true);
		expect(maySeeCase(as('reader'), both)).toBe(false);
	});

	test('without an interview: by who wrote him or her down, and by an administrator of all areas', () => {
		expect(maySeeCase(as('interviewer', ['west']), { targets: [], createdBy: me })).toBe(true);
		expect(maySeeCase(as('interviewer'), place())).toBe(false);
		expect(maySeeCase(as('administrator'), place())).toBe(true);
		expect(maySeeCase(as('administrator', ['west']), place())).toBe(false);
	});
});

describe('a person is changed', () => {
	test('by who may on every interview', () => {
		const both = place(interview({ uploadedBy: me }), interview());
		expect(mayOnCase(as('interviewer'), 'case.edit', both)).toBe(false);
		expect(mayOnCase(as('interviewer'), 'case.edit', place(interview({ uploadedBy: me })))).toBe(true);
		expect(mayOnCase(as('administrator'), 'case.withdraw', both)).toBe(true);
		expect(mayOnCase(as('coder'), 'case.edit', both)).toBe(false);
	});
});
