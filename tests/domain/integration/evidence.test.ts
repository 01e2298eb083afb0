import { expect, test } from 'vitest';
import {
	bySide,
	evidenceKey,
	figureBefore,
	type EvidenceDraft,
	type EvidenceItem
} from '#lib/domain/integration/evidence.ts';

const value = (waveId: string, of: number | null) => ({ waveId, year: Number(waveId), value: of });

test('a figure says what it was only when it says something else now', () => {
	const seen = [value('2021', 34), value('2025', 26)];
	expect(figureBefore(seen, [value('2021', 34), value('2025', 26)])).toBeNull();
	expect(figureBefore(seen, [value('2021', 34), value('2025', 27.5)])).toEqual(seen);
});

test('a figure that may not be told any more is not told as it was either', () => {
	const seen = [value('2021', 34), value('2025', 26)];
	expect(figureBefore(seen, [value('2021', 34)])).toEqual([value('2021', 34)]);
	expect(figureBefore(seen, [value('2021', 34), value('2025', null)])).toEqual([value('2021', 34)]);
	expect(figureBefore([value('2021', null)], [])).toBeNull();
});

test('a thing is known by what it leads to, not by its side or remark', () => {
	const figure = { kind: 'figure', indicatorId: 'KV3', areaId: 'a', fromWaveId: null, toWaveId: '2025' } as const;
	const drafts: readonly EvidenceDraft[] = [
		{ side: 'supports', remark: '', ...figure },
		{ side: 'contradicts', remark: 'Toch', ...figure },
		{ side: 'supports', remark: '', ...figure, fromWaveId: '2021' },
		{ side: 'supports', remark: '', kind: 'literature', reference: 'Wijkrapport één', url: null },
		{ side: 'supports', remark: '', kind: 'literature', reference: 'WIJKRAPPORT ÉÉN', url: 'https://voorbeeld.nl' }
	];
	const [a, b, c, d, e] = drafts.map(evidenceKey);
	expect([a === b, a === c, d === e]).toEqual([true, false, true]);
});

test('what speaks against an explanation stands apart, and nothing is left out', () => {
	const literature = { kind: 'literature', remark: '', url: null } as const;
	const items: readonly EvidenceItem[] = [
		{ id: '1', side: 'contradicts', ...literature, reference: 'A' },
		{ id: '2', side: 'supports', ...literature, reference: 'B' },
		{ id: '3', side: 'contradicts', ...literature, reference: 'C' }
	];
	const { supports, contradicts } = bySide(items);
	expect([supports.map(({ id }) => id), contradicts.map(({ id }) => id)]).toEqual([['2'], ['1', '3']]);
});
