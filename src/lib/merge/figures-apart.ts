import type { Wave } from '../domain/area/wave.ts';
import type { Explanation } from '../domain/integration/explanation.ts';
import type { FigureAnswer } from './figure-answers.ts';
import type { IndicatorFigures } from './figures.ts';
import type { DisplayInput, DisplayRow, FiguresOnly, JointDisplay } from './joint-display.ts';

/** The figures of a pillar that no theme has, with a value or without: what people say of them stands in no row. */
export const figuresWithoutTheme = (
	figures: readonly IndicatorFigures[],
	rows: readonly Pick<DisplayRow, 'indicators'>[]
): readonly IndicatorFigures[] => {
	const inRows = idsOf(rows.flatMap(({ indicators }) => indicators));
	return figures.filter(({ indicatorId }) => !inRows.has(indicatorId));
};

/** The explanations of some figures in the area of a display, between rounds that it shows. */
export const explanationsAbout = (
	{ explanations, area }: Pick<DisplayInput, 'explanations' | 'area'>,
	waves: readonly Wave[],
	figures: readonly IndicatorFigures[]
): readonly Explanation[] => {
	const [about, waveIds] = [idsOf(figures), new Set(waves.map(({ id }) => id))];
	return (explanations ?? []).filter(
		({ indicatorId, areaId, fromWaveId, toWaveId }) =>
			about.has(indicatorId) && areaId === area.id && waveIds.has(fromWaveId) && waveIds.has(toWaveId)
	);
};

/** A figure that stands beside no theme with figures or voices, with what people say of it. */
export type FigureApart = {
	readonly indicator: IndicatorFigures;
	/** that no voice speaks of it; null = there is no value to speak of */
	readonly silence: FiguresOnly | null;
	readonly explanations: readonly Explanation[];
	/** whether people in sessions recognised it */
	readonly answers: readonly FigureAnswer[];
};

/**
 * The figures of a display that stand beside no theme with figures or voices: those that no theme has, and those whose
 * themes have neither a usable figure nor a voice, so that a reader finds no row of them.
 */
export const figuresApart = ({
	indicators,
	rows,
	figuresOnly,
	looseExplanations,
	recognitions
}: Pick<
	JointDisplay,
	'indicators' | 'rows' | 'figuresOnly' | 'looseExplanations' | 'recognitions'
>): readonly FigureApart[] => {
	const empty = rows.filter(({ section }) => section === 'no-data');
	const shown = rows.filter(({ section }) => section !== 'no-data');
	const beside = idsOf(shown.flatMap((row) => row.indicators));
	const said = new Map(
		[...looseExplanations, ...empty.flatMap(({ explanations }) => explanations)].map((one) => [one.id, one])
	);
	const all = new Map(
		[...empty.flatMap((row) => row.indicators), ...indicators].map((figures) => [figures.indicatorId, figures])
	);
	return [...all.values()]
		.filter(({ indicatorId }) => !beside.has(indicatorId))
		.map((indicator) => ({
			indicator,
			silence: figuresOnly.find((silence) => silence.indicator.indicatorId === indicator.indicatorId) ?? null,
			explanations: [...said.values()].filter(({ indicatorId }) => indicatorId === indicator.indicatorId),
			answers: recognitions.filter(({ indicatorId }) => indicatorId === indicator.indicatorId)
		}));
};

const idsOf = (figures: readonly IndicatorFigures[]): ReadonlySet<string> =>
	new Set(figures.map(({ indicatorId }) => indicatorId));
