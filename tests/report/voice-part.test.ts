import { describe, expect, test } from 'vitest';
import type { LiveRef } from '#lib/domain/report/live-block.ts';
import { voicePart } from '#lib/report/voice-part.ts';
import { decidedDisplay } from './decided-display.ts';

const display = decidedDisplay();
const [row] = display.rows.filter(({ codeId }) => codeId === 'V1');
const signs = row?.voices.signs ?? [];
const interview = ({ sourceId: id, group }: (typeof signs)[number]) => ({ id, group });
const silent = { id: 'VOL-X-99.txt', group: 'resident' } as const;
const count = (saying: (LiveRef & { kind: 'count' })['saying'], group: 'together' | 'resident' | 'professional') =>
	({ kind: 'count', codeId: 'V1', group, saying }) as const;

describe('what an interview is in a number', () => {
	test('adds up to the number: as many say it as are counted', () => {
		expect(signs.length).toBeGreaterThan(2);
		for (const saying of ['mentions', 'forward', 'backward', 'improve', 'good'] as const)
			for (const group of ['together', 'resident', 'professional'] as const) {
				const say = signs.filter((sign) => voicePart(count(saying, group), display, interview(sign)) === 'says');
				expect([saying, group, say.length]).toEqual([saying, group, row?.voices[group][saying]]);
			}
	});

	test('is one of the total when it says something else, or nothing', () => {
		expect(voicePart(count('mentions', 'together'), display, silent)).toBe('among');
		expect(voicePart(count('mentions', 'resident'), display, silent)).toBe('among');
		expect(voicePart({ kind: 'display' }, display, silent)).toBe('among');
		for (const sign of signs) expect(voicePart({ kind: 'display' }, display, interview(sign))).toBe('says');
	});

	test('says both when it says forward and backward', () => {
		const [sign] = signs;
		if (!row || !sign) throw new Error('no sign');
		const both = { ...row, voices: { ...row.voices, signs: [{ ...sign, change: 'both', level: null } as const] } };
		const part = (saying: 'forward' | 'backward' | 'good') =>
			voicePart(count(saying, 'together'), { rows: [both] }, interview(sign));
		expect([part('forward'), part('backward'), part('good')]).toEqual(['says', 'says', 'among']);
	});

	test('is none for the other group, a theme that is gone, an interview that does not count, and whatever is about figures', () => {
		expect(voicePart(count('mentions', 'professional'), display, silent)).toBeNull();
		expect(voicePart({ ...count('mentions', 'together'), codeId: 'gone' }, display, silent)).toBeNull();
		expect(voicePart(count('mentions', 'together'), display, null)).toBeNull();
		expect(voicePart({ kind: 'display' }, display, null)).toBeNull();
		for (const kind of ['figure', 'chart'] as const)
			expect(voicePart({ kind, indicatorId: 'KV1' }, display, silent)).toBeNull();
		expect(voicePart({ kind: 'table' }, display, silent)).toBeNull();
	});
});
