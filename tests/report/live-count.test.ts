import { describe, expect, test } from 'vitest';
import { isHeldBack, isUntold, shownSaid, type CountedGroup } from '#lib/domain/report/live-block.ts';
import { currentOf } from '#lib/report/live-said.ts';
import { decidedDisplay } from './decided-display.ts';

const countAt = (smallCell: number, group: CountedGroup, locale: 'nl' | 'en' = 'nl') => {
	const display = { ...decidedDisplay(), smallCell };
	const ref = { kind: 'count', codeId: 'V1', group, saying: 'forward' } as const;
	const now = currentOf(ref, { display, quote: null }, locale);
	if (now.kind !== 'there' || now.said.kind !== 'lines') throw new Error('no words');
	return { now, words: now.said.lines[0] };
};

describe('a count in a report', () => {
	test('tells a group apart where every group has enough interviews', () => {
		expect(countAt(1, 'resident').words).toContain('zeggen dat het vooruitgaat');
		expect(countAt(1, 'resident').now).not.toHaveProperty('heldBack');
	});

	test('does not tell a small group, nor the other beside it, from which it would follow; together they are told', () => {
		const few = 'is te weinig om te vertellen wat er gezegd is.';
		const { residents, professionals } = decidedDisplay().method;
		const [small, other]: CountedGroup[] =
			residents < professionals ? ['resident', 'professional'] : ['professional', 'resident'];
		expect(countAt(3, small!).words).toContain(few);
		expect(countAt(3, small!, 'en').words).toContain('too few to tell what was said');
		expect(countAt(3, other!).words).toContain('daarmee is de kleine groep af te leiden');
		expect(countAt(3, 'together').words).toContain('van 5 gesprekken');
		for (const group of ['resident', 'professional', 'together'] as const)
			expect(countAt(9, group).words).toContain(few);
	});

	test('has another fingerprint once it is held back, and the one it had where nothing is', () => {
		const groups = ['resident', 'professional'] as const;
		for (const group of groups) expect(countAt(3, group).now.fingerprint).not.toBe(countAt(1, group).now.fingerprint);
		expect(countAt(3, 'together').now.fingerprint).toBe(countAt(1, 'together').now.fingerprint);
	});
});

describe('what a block said before its group became too small', () => {
	const said = { kind: 'lines', lines: ['2 van 2 gesprekken met professionals'] } as const;

	test('gives way to the words that hold it back', () => {
		const { now } = countAt(9, 'professional');
		expect(shownSaid({ said }, now)).toEqual(now.said);
		expect(shownSaid({ said }, countAt(1, 'professional').now)).toEqual(said);
	});

	test('gives way too once its theme is gone, where the group is small or nobody can tell how large it is', () => {
		const shownAt = (smallCell: number, group: CountedGroup, hasDisplay = true) => {
			const display = hasDisplay ? { ...decidedDisplay(), smallCell } : null;
			const ref = { kind: 'count', codeId: 'taken-away', group, saying: 'forward' } as const;
			const now = currentOf(ref, { display, quote: null }, 'nl');
			expect(now.kind).toBe('gone');
			return shownSaid({ said }, now);
		};
		const untold = { kind: 'lines', lines: [expect.stringContaining('Dat wordt niet meer verteld')] };
		expect(shownAt(9, 'together')).toEqual(untold);
		expect(shownAt(3, 'professional')).toEqual(untold);
		expect(shownAt(3, 'resident')).toEqual(untold);
		expect(shownAt(3, 'together')).toEqual(said);
		expect(shownAt(1, 'professional')).toEqual(said);
		expect(shownAt(1, 'professional', false)).toEqual(untold);
		const table = currentOf({ kind: 'display' }, { display: null, quote: null }, 'nl');
		expect(shownSaid({ said }, table)).toEqual(untold);
	});

	test('counts as held back where it stands in the text, and not where it does not', () => {
		const ref = { kind: 'count', codeId: 'taken-away', group: 'professional', saying: 'forward' } as const;
		const now = currentOf(ref, { display: { ...decidedDisplay(), smallCell: 3 }, quote: null }, 'nl');
		const kept = { fingerprint: 'gone', reason: 'Zo was het.', by: 'u', at: new Date(0) };
		expect(isHeldBack({ fingerprint: 'v1-x', kept }, now)).toBe(true);
		expect(isHeldBack({ fingerprint: 'v1-x', kept: null }, now)).toBe(false);
	});

	test('is told of by itself where nothing of it is told, and not where a table still tells the rest', () => {
		const display = { ...decidedDisplay(), smallCell: 3 };
		const count = { kind: 'count', codeId: 'taken-away', group: 'professional', saying: 'forward' } as const;
		const gone = currentOf(count, { display, quote: null }, 'nl');
		const kept = { fingerprint: 'gone', reason: 'Zo was het.', by: 'u', at: new Date(0) };
		expect(isUntold({ ref: count, fingerprint: 'v1-x', kept }, gone)).toBe(true);
		const table = currentOf({ kind: 'display' }, { display, quote: null }, 'nl');
		const block = { fingerprint: table.kind === 'there' ? table.fingerprint : '', kept: null };
		expect(isHeldBack(block, table)).toBe(true);
		expect(isUntold({ ...block, ref: { kind: 'display' } }, table)).toBe(false);
		expect(isUntold({ ...block, ref: count }, table)).toBe(true);
	});

	test('gives way in a table that told groups apart, and stays in one that did not', () => {
		const tableAt = (smallCell: number) => {
			const now = currentOf({ kind: 'display' }, { display: { ...decidedDisplay(), smallCell }, quote: null }, 'nl');
			if (now.kind !== 'there') throw new Error('no table');
			return now;
		};
		const [apart, together, none] = [tableAt(1), tableAt(3), tableAt(9)];
		expect(shownSaid(apart, together)).toEqual(together.said);
		const older = { said: { ...together.said, caption: 'Eerder' } } as typeof together;
		expect(shownSaid(older, together)).toEqual(older.said);
		expect(shownSaid(older, none)).toEqual(none.said);
		expect(shownSaid(older, apart)).toEqual(older.said);
	});
});
