import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import { figuresOf, type IndicatorFigures } from './figures.ts';

/** One indicator of an area: what is kept for each round of the project, and what became of it between two of them. */
export type KernsetRow<O extends Observation> = {
	readonly indicator: Indicator;
	/** one per round, in order of time; null = nothing was ever filled in */
	readonly observations: readonly (O | null)[];
	readonly figures: IndicatorFigures;
};

/** The indicators of one pillar in one area. */
export type KernsetSection<O extends Observation> = {
	readonly pillar: Pillar;
	/** the pillar is not measured in this area by agreement */
	readonly isAbsent: boolean;
	readonly rows: readonly KernsetRow<O>[];
};

export type KernsetInput<O extends Observation> = {
	readonly area: Area;
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Indicator[];
	/** all rounds of the project, in order of time */
	readonly waves: readonly Wave[];
	/** the rounds over which the development is told, in order of time; at least one */
	readonly between: readonly Wave[];
	/** of this area */
	readonly own: readonly O[];
	/** of the areas it can be compared with */
	readonly others: readonly Observation[];
	/** candidates in order; the first with a value at the last round counts */
	readonly comparisonAreas: readonly Area[];
};

/** The kernset of one area as a table for each pillar, in the order of pillars and indicators. */
export const kernsetTable = <O extends Observation>(input: KernsetInput<O>): readonly KernsetSection<O>[] => {
	const { area, pillars, indicators, waves, between, own, others, comparisonAreas } = input;
	return pillars.map((pillar) => ({
		pillar,
		isAbsent: pillar.absentIn.includes(area.id),
		rows: indicators
			.filter(({ pillarId }) => pillarId === pillar.id)
			.map((indicator) => {
				const values = own.filter(({ indicatorId }) => indicatorId === indicator.id);
				const around = others.filter(({ indicatorId }) => indicatorId === indicator.id);
				return {
					indicator,
					observations: waves.map(({ id }) => values.find(({ waveId }) => waveId === id) ?? null),
					figures: figuresOf(
						{ area, waves: between, observations: [...values, ...around], comparisonAreas },
						indicator,
						null
					)
				};
			})
	}));
};

/** The notes of a section in the order of its rows, `noteOf` each value; the same note at several values is told once. */
export const notesOf = <O extends Observation>(
	{ rows }: KernsetSection<O>,
	waves: readonly Wave[],
	noteOf: (observation: O, indicator: Indicator) => string = ({ note }) => note
): readonly { readonly note: string; readonly at: readonly { readonly key: string; readonly year: number }[] }[] => {
	const places = new Map<string, { key: string; year: number }[]>();
	for (const { indicator, observations } of rows)
		for (const [index, observation] of observations.entries()) {
			const wave = waves[index];
			const note = observation ? noteOf(observation, indicator) : '';
			if (note === '' || !wave) continue;
			const at = { key: indicator.key, year: wave.year };
			places.set(note, [...(places.get(note) ?? []), at]);
		}
	return [...places].map(([note, at]) => ({ note, at }));
};
