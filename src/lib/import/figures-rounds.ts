import type { Wave } from '../domain/area/wave.ts';
import type { FiguresChoices, FiguresPeriod } from './figures-choices.ts';
import { waveOf, yearIn } from './figures-heading.ts';

export type Rounds = {
	/** the round that the values of a period go to; null = none, they are not read */
	readonly of: (period: string) => Wave | null;
	readonly periods: readonly FiguresPeriod[];
	readonly asks: readonly ('wave' | 'rounds')[];
};

/**
 * To which rounds the periods of a file go. The round that somebody chose for the file holds when there is one period, or
 * when the periods say no more than the year of a value (`isYear`); several periods go to the rounds that they name, or
 * somebody says of each where it goes: which of them is meant is never guessed.
 */
export const roundsOf = (
	periods: readonly string[],
	waves: readonly Wave[],
	choices: FiguresChoices,
	isYear = false
): Rounds => {
	const distinct = [...new Set(periods.map((period) => period.trim()).filter((period) => period !== ''))];
	const forFile = choices.wave === undefined ? null : waveOf(waves, choices.wave);
	const found = new Map(
		distinct.map((period): [string, Wave | '' | null] => {
			const chosen = choices.rounds && Object.hasOwn(choices.rounds, period) ? choices.rounds[period] : undefined;
			if (chosen !== undefined) return [period, chosen === '' ? '' : waveOf(waves, chosen)];
			if (isYear) return [period, forFile];
			return [period, (distinct.length === 1 ? forFile : null) ?? waveOf(waves, period)];
		})
	);
	const isOpen = distinct.length === 0 ? forFile === null : [...found.values()].includes(null);
	return {
		of: (period) => found.get(period.trim()) || (distinct.length === 0 ? forFile : null),
		periods: distinct.map((period) => {
			const wave = found.get(period);
			return { period, wave: wave ? wave.label : (wave ?? null) };
		}),
		asks: isOpen ? [distinct.length > 1 && !isYear ? 'rounds' : 'wave'] : []
	};
};

/** The last year that a period speaks of: that of "2021/2022" is 2022. */
export const lastYearIn = (period: string): number | null =>
	yearIn(period) ?? yearIn(/(?:19|20)\d{2}(?!.*(?:19|20)\d{2})/.exec(period)?.[0] ?? '');
