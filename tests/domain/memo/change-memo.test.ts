import { describe, expect, test } from 'vitest';
import { changeMemo, checkMemoWords, reopenMemo, settleMemo } from '#lib/domain/memo/change-memo.ts';
import { longestMemo, mostMemoReferences, type Memo } from '#lib/domain/memo/memo.ts';
import { fromPlainText, type RichText } from '#lib/domain/text/rich-text.ts';
import { codesOf, valueOf } from '../../import/fixture.ts';

const at = new Date('2025-06-01T09:00:00.000Z');
const later = new Date('2025-06-02T09:00:00.000Z');
const memo: Memo = {
	id: 'm',
	projectId: 'p',
	about: { kind: 'project' },
	memoKind: 'question',
	title: 'Waarom?',
	body: fromPlainText('Waarom zeggen zij dit? 😀'),
	visibility: 'shared',
	authorId: 'anna',
	createdAt: at,
	changedAt: at,
	version: 3,
	settled: null
};
const byAnna = { by: 'anna', at: later };

describe('changing a memo', () => {
	test('makes a next version, with the moment of the change', () => {
		expect(valueOf(changeMemo(memo, { version: 3, title: 'Hoezo?' }, byAnna))).toEqual({
			...memo,
			title: 'Hoezo?',
			version: 4,
			changedAt: later
		});
	});

	test('is for its author only, whatever it would change', () => {
		for (const change of [{ title: 'x' }, { visibility: 'private' as const }, {}])
			expect(codesOf(changeMemo(memo, { version: 3, ...change }, { by: 'bert', at }))).toEqual(['memo-of-other']);
	});

	test('into what it is already is no change, whichever version was seen', () => {
		const same = { title: memo.title, body: fromPlainText('Waarom zeggen zij dit? 😀'), visibility: memo.visibility };
		for (const version of [1, 2, 3, 9]) expect(valueOf(changeMemo(memo, { version, ...same }, byAnna))).toBe(memo);
		expect(valueOf(changeMemo(memo, { version: 3, title: undefined }, byAnna))).toBe(memo);
	});

	test('is refused over a version that was not seen, older or newer', () => {
		for (const version of [2, 4])
			expect(changeMemo(memo, { version, title: 'x' }, byAnna)).toMatchObject({
				problems: [{ code: 'memo-changed', params: { version, present: 3 } }]
			});
	});

	test('leaves no answer on what is no question any more', () => {
		const settled = valueOf(settleMemo(memo, 'bert', at));
		expect(valueOf(changeMemo(settled, { version: 3, title: 'x' }, byAnna)).settled).toEqual({ by: 'bert', at });
		expect(valueOf(changeMemo(settled, { version: 3, memoKind: 'thought' }, byAnna)).settled).toBeNull();
	});
});

describe('the words of a memo', () => {
	const check = (title: string, body: RichText) => codesOf(checkMemoWords({ title, body }));
	const mention = { kind: 'reference', to: 'code', id: 'a', label: 'Park' } as const;

	test('are a title or a text', () => {
		expect(check('', [])).toEqual(['memo-empty']);
		expect(check('', [{ kind: 'paragraph', content: [{ kind: 'text', text: ' ', marks: [] }] }])).toEqual([
			'memo-empty'
		]);
		expect(check('Titel', [])).toEqual([]);
		expect(check('', [{ kind: 'paragraph', content: [mention] }])).toEqual([]);
	});

	test('are counted in characters as people see code points, not in halves of an emoji', () => {
		const long = (length: number) => fromPlainText('😀'.repeat(length));
		expect(check('', long(longestMemo))).toEqual([]);
		expect(check('', long(longestMemo + 1))).toEqual(['memo-too-long']);
	});

	test('mention so many things and no more', () => {
		const many = (count: number): RichText => [{ kind: 'paragraph', content: Array(count).fill(mention) }];
		expect(check('', many(mostMemoReferences))).toEqual([]);
		expect(check('', many(mostMemoReferences + 1))).toEqual(['memo-too-many-references']);
	});
});

describe('a question', () => {
	test('is settled once: the first to do so stays named, and the version stays', () => {
		const settled = valueOf(settleMemo(memo, 'bert', later));
		expect(settled).toEqual({ ...memo, settled: { by: 'bert', at: later } });
		expect(valueOf(settleMemo(settled, 'anna', at))).toBe(settled);
	});

	test('is opened again', () => {
		expect(valueOf(reopenMemo(valueOf(settleMemo(memo, 'bert', later))))).toEqual(memo);
		expect(valueOf(reopenMemo(memo))).toBe(memo);
	});

	test.each(['thought', 'explanation'] as const)('is no %s', (memoKind) => {
		expect(codesOf(settleMemo({ ...memo, memoKind }, 'bert', at))).toEqual(['memo-not-a-question']);
		expect(codesOf(reopenMemo({ ...memo, memoKind }))).toEqual(['memo-not-a-question']);
	});
});
