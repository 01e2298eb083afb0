import { describe, expect, test } from 'vitest';
import type { Access, Role } from '../../../src/lib/domain/project/membership.ts';
import { fitsTask, nextWork, type TaskFacts } from '../../../src/lib/domain/source/assignment.ts';

const somebody = (role: Role, areaIds: readonly string[] | null = null): Access => ({
	userId: 'me',
	memberships: [{ id: 'one', userId: 'me', role, areaIds }]
});
const target = { areaPath: ['wijk', 'stad'], uploadedBy: 'other', isReleased: false };

describe('a task fits', () => {
	test('who may do it on that source', () => {
		expect(fitsTask(somebody('coder'), 'code', target)).toBe(true);
		expect(fitsTask(somebody('author'), 'code', target)).toBe(false);
		expect(fitsTask(somebody('key-holder'), 'prepare', target)).toBe(true);
		expect(fitsTask(somebody('key-holder'), 'second-read', target)).toBe(true);
		expect(fitsTask(somebody('coder'), 'second-read', target)).toBe(false);
	});

	test('an interviewer on his or her own interviews only', () => {
		expect(fitsTask(somebody('interviewer'), 'prepare', target)).toBe(false);
		expect(fitsTask(somebody('interviewer'), 'prepare', { ...target, uploadedBy: 'me' })).toBe(true);
	});

	test('a coder in the areas of the role only', () => {
		expect(fitsTask(somebody('coder', ['wijk']), 'code', target)).toBe(true);
		expect(fitsTask(somebody('coder', ['elders']), 'code', target)).toBe(false);
	});
});

describe('the next step', () => {
	const facts: TaskFacts = {
		task: 'prepare',
		status: 'uploaded',
		pseudonyms: 'busy',
		isSaidDone: false,
		read: 0,
		mayPrepare: true
	};
	const step = (some: Partial<TaskFacts>) => nextWork({ ...facts, ...some });

	test('of preparing follows the status line', () => {
		expect(step({})).toBe('speakers');
		expect(step({ status: 'pseudonymising' })).toBe('pseudonyms');
		expect(step({ status: 'pseudonymising', pseudonyms: 'waiting' })).toBe('wait-for-check');
		expect(step({ status: 'pseudonymising', pseudonyms: 'sent-back' })).toBe('pseudonyms');
		expect(step({ status: 'attributes', pseudonyms: 'done' })).toBe('attributes');
		expect(step({ status: 'handed-over' })).toBe('done');
		expect(step({ status: 'restricted' })).toBe('done');
	});

	test('of who only works on names is the names', () => {
		expect(step({ mayPrepare: false })).toBe('pseudonyms');
		expect(step({ mayPrepare: false, pseudonyms: 'done', status: 'attributes' })).toBe('done');
	});

	test('of coding waits for the release, and ends when the coder says so', () => {
		const coding = { task: 'code', status: 'released' } as const;
		expect(step({ ...coding, status: 'handed-over' })).toBe('wait-for-release');
		expect(step(coding)).toBe('begin-coding');
		expect(step({ ...coding, read: 3 })).toBe('go-on-coding');
		expect(step({ ...coding, isSaidDone: true })).toBe('done');
	});

	test('of the second reader comes after the first', () => {
		expect(step({ task: 'second-read' })).toBe('wait-for-pseudonyms');
		expect(step({ task: 'second-read', pseudonyms: 'waiting' })).toBe('check');
		expect(step({ task: 'second-read', pseudonyms: 'done' })).toBe('done');
	});
});
