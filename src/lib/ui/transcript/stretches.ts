import type { TurnView } from './turn-view.ts';

/** Some turns in a row, which the browser lays out and paints together or not at all. */
export type Stretch = {
	readonly turns: readonly TurnView[];
	/** how high they are, about, in pixels: so that the bar for scrolling hardly jumps */
	readonly height: number;
};

/** A browser looks at each stretch with each frame: thousands of turns are a hundred of them. */
const turnsIn = 16;

export const stretchesOfTurns = (turns: readonly TurnView[]): readonly Stretch[] =>
	Array.from({ length: Math.ceil(turns.length / turnsIn) }, (_, at) => {
		const part = turns.slice(at * turnsIn, (at + 1) * turnsIn);
		return { turns: part, height: part.reduce((sum, turn) => sum + heightOf(turn), 0) };
	});

/** 66 letters a line of 30 px, at least two lines for who and when, and the space between turns. */
const heightOf = ({ words }: TurnView): number =>
	Math.max(60, words.split('\n').reduce((lines, line) => lines + Math.ceil((line.length + 1) / 66), 0) * 30) + 18;
