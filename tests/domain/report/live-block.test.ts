import { describe, expect, test } from 'vitest';
import {
	keepBlock,
	liveState,
	mayStand,
	refreshBlock,
	type Current,
	type LiveBlock
} from '#lib/domain/report/live-block.ts';
import { codesOf, valueOf } from '../../import/fixture.ts';

const said = (text: string) => ({ kind: 'lines', lines: [text] }) as const;
const there = (fingerprint: string): Current => ({ kind: 'there', said: said(fingerprint), fingerprint });
const gone: Current = { kind: 'gone' };
const notAllowed: Current = { kind: 'not-allowed' };
const at = new Date('2025-06-01T09:00:00.000Z');
const block: LiveBlock = {
	id: 'b',
	pillarId: 'p',
	areaId: 'a',
	ref: { kind: 'figure', indicatorId: 'i' },
	said: said('34%'),
	fingerprint: 'f1',
	saidAt: at,
	saidBy: 'author',
	kept: null
};

describe('a live block', () => {
	test('is the same as long as the data are', () => {
		expect(liveState(block, there('f1'))).toBe('same');
		expect(liveState(block, there('f2'))).toBe('changed');
		expect(liveState(block, gone)).toBe('gone');
	});

	test('is not allowed without consent, whatever else holds', () => {
		expect(liveState(block, notAllowed)).toBe('not-allowed');
		const kept = valueOf(keepBlock(block, there('f2'), 'Vastgesteld in mei.', 'author', at));
		expect(liveState(kept, notAllowed)).toBe('not-allowed');
	});

	test('says after a refresh what the data say, and forgets that it was kept', () => {
		const kept = valueOf(keepBlock(block, there('f2'), 'Vastgesteld in mei.', 'author', at));
		const fresh = valueOf(refreshBlock(kept, kept.ref, there('f2'), 'other', at));
		expect(fresh).toMatchObject({ said: said('f2'), fingerprint: 'f2', saidBy: 'other', kept: null });
		expect(liveState(fresh, there('f2'))).toBe('same');
	});

	test('is kept until the data change once more', () => {
		const kept = valueOf(keepBlock(block, there('f2'), 'Vastgesteld in mei.', 'author', at));
		expect(kept.said).toEqual(block.said);
		expect(liveState(kept, there('f2'))).toBe('kept');
		expect(liveState(kept, there('f3'))).toBe('changed');
		expect(liveState(valueOf(keepBlock(block, gone, 'Het cijfer is vervallen.', 'author', at)), gone)).toBe('kept');
	});

	test('cannot be refreshed from nothing, nor kept where nothing changed or nothing may be shown', () => {
		expect(codesOf(refreshBlock(block, block.ref, gone, 'author', at))).toEqual(['report-block-gone']);
		expect(codesOf(refreshBlock(block, block.ref, notAllowed, 'author', at))).toEqual(['report-block-not-allowed']);
		expect(codesOf(keepBlock(block, notAllowed, 'Toch.', 'author', at))).toEqual(['report-block-not-allowed']);
		expect(codesOf(keepBlock(block, there('f1'), 'Toch.', 'author', at))).toEqual(['report-block-same']);
	});

	test('stands in a file unless it is gone or may not be shown', () => {
		expect((['same', 'changed', 'kept', 'gone', 'not-allowed'] as const).filter(mayStand)).toEqual([
			'same',
			'changed',
			'kept'
		]);
	});
});
