import { expect, test } from 'vitest';
import type { LiveBlock } from '#lib/domain/report/live-block.ts';
import {
	beginsAnew,
	keysOf,
	sameContent,
	shownText,
	textState,
	type ReportContent
} from '#lib/domain/report/version.ts';
import { textOf } from '../../support/rich-text-of.ts';

const key = { pillarId: 'p', areaId: 'a', slot: 'message' } as const;
const id = '00000000-0000-4000-8000-000000000001';
const block = (more: Partial<LiveBlock> = {}): LiveBlock => ({
	id,
	pillarId: 'p',
	areaId: 'a',
	ref: { kind: 'quote', codingId: 'c', shortened: null },
	said: { kind: 'quote', text: 'één 😀 wijk', reference: 'TES-B-01' },
	fingerprint: 'f1',
	saidAt: new Date('2025-11-01'),
	saidBy: 'u',
	kept: null,
	...more
});
const content = (
	text: ReportContent['sections'][number]['text'],
	blocks: readonly LiveBlock[] = []
): ReportContent => ({
	sections: [{ ...key, text }],
	blocks
});

test('a text is the same, changed, written later or emptied later', () => {
	const [one, other] = [textOf('Eén.'), textOf('Twee.')];
	expect(textState(one, one)).toBe('same');
	expect(textState(one, other)).toBe('changed');
	expect(textState([], one)).toBe('written');
	expect(textState(one, [])).toBe('emptied');
});

test('a report with a block that says something else is another report', () => {
	const text = [{ kind: 'live', id }] as const;
	const then = content(text, [block()]);
	expect(sameContent(then, content(text, [block({ saidAt: new Date('2025-11-02') })]))).toBe(true);
	expect(sameContent(then, content(text, [block({ fingerprint: 'f2' })]))).toBe(false);
	const ref = { kind: 'quote', codingId: 'c', shortened: 'één (…)' } as const;
	expect(sameContent(then, content(text, [block({ ref })]))).toBe(false);
	const kept = { fingerprint: 'f2', reason: 'Vastgesteld.', by: 'u', at: new Date('2025-11-03') };
	expect(sameContent(then, content(text, [block({ kept })]))).toBe(false);
});

test('a block that stands in no text does not make a report another one', () => {
	expect(sameContent(content(textOf('Eén.'), [block()]), content(textOf('Eén.')))).toBe(true);
});

test('an empty text of then and now is no part', () => {
	expect(keysOf(content([]), content([]))).toEqual([]);
	expect(keysOf(content([]), content(textOf('Eén.')))).toEqual([key]);
});

test('what blocks say stands on lines of its own', () => {
	const text = [...textOf('Een bewoner zegt:'), { kind: 'live', id } as const, ...textOf('Dus.')];
	expect(shownText(text, () => '‘één wijk’')).toBe('Een bewoner zegt:\n‘één wijk’\nDus.');
});

test('a report is kept before somebody writes on after a night, and once', () => {
	const evening = new Date('2025-11-01T20:00:00Z');
	const morning = new Date('2025-11-02T08:00:00Z');
	expect(beginsAnew(evening, null, morning)).toBe(true);
	expect(beginsAnew(evening, { madeAt: new Date('2025-11-01T12:00:00Z') }, morning)).toBe(true);
	expect(beginsAnew(evening, { madeAt: new Date('2025-11-01T21:00:00Z') }, morning)).toBe(false);
	expect(beginsAnew(evening, null, new Date('2025-11-01T21:00:00Z'))).toBe(false);
});
