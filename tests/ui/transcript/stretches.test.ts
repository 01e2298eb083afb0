import { expect, test } from 'vitest';
import { stretchesOfTurns } from '#lib/ui/transcript/stretches.ts';

const turn = (ordinal: number, words: string) => ({
	...{ ordinal, start: 0, end: words.length, speakerId: null, startMs: null, endMs: null },
	...{ speaker: 'Bewoner', isAside: false, time: null, words }
});

test('each turn stands in one stretch, in order, also when they do not come out even', () => {
	const turns = Array.from({ length: 35 }, (_, at) => turn(at + 1, 'ja'));
	const stretches = stretchesOfTurns(turns);
	expect(stretches.map((stretch) => stretch.turns.length)).toEqual([16, 16, 3]);
	expect(stretches.flatMap((stretch) => stretch.turns)).toEqual(turns);
	expect(stretchesOfTurns([])).toEqual([]);
});

test('a stretch of long turns is guessed higher than one of short turns', () => {
	const [short] = stretchesOfTurns([turn(1, 'ja')]);
	const [long] = stretchesOfTurns([turn(1, 'woord '.repeat(200))]);
	expect(short?.height).toBe(78);
	expect(long?.height).toBeGreaterThan(500);
});
