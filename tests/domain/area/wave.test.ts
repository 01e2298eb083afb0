import { expect, test } from 'vitest';
import { countedWaves, wavesBefore, type Wave } from '#lib/domain/area/wave.ts';

const waves = [2025, 2021, 2023].map((year): Wave => ({ id: `w${year}`, label: String(year), year }));
const years = (toWaveId: string, includeEarlierWaves: boolean) =>
	countedWaves(waves, { toWaveId, includeEarlierWaves }).map(({ year }) => year);

test('voices of the last round count, and those of earlier rounds where the project says so', () => {
	expect(years('w2023', false)).toEqual([2023]);
	expect(years('w2023', true)).toEqual([2021, 2023]);
	expect(years('w2021', true)).toEqual([2021]);
});

test('without the last round nothing counts', () => {
	expect(years('w2030', true)).toEqual([]);
});

test('the rounds before a round are in the order of time, and none for a round that is not there', () => {
	const before = (waveId: string) => wavesBefore(waveId, waves).map(({ year }) => year);
	expect([before('w2025'), before('w2021'), before('w2030')]).toEqual([[2021, 2023], [], []]);
});
