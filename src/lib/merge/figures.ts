import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { IndicatorRelation } from '../domain/codebook/code.ts';
import type { Direction, Indicator, IndicatorKind, Threshold } from '../domain/indicator/indicator.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import { untested } from '../domain/indicator/source-test.ts';
import type { AreaId, IndicatorId } from '../domain/project/ids.ts';
import { comparisonOf, developmentOf, type Development, type FigureValue } from './development.ts';

/** The own area beside a larger one at the last wave; `verdict` speaks of the own area. */
export type Comparison = {
	readonly areaId: AreaId;
	readonly areaName: string;
	/** per wave of the display, for the dotted line */
	readonly values: readonly FigureValue[];
	/** delta = own value minus the other area's */
	readonly development: Development;
};

/** An indicator as the display shows it; `relation` null = linked to no theme here. */
export type IndicatorFigures = {
	readonly indicatorId: IndicatorId;
	readonly key: string;
	readonly label: string;
	readonly unit: string;
	readonly direction: Direction;
	readonly kind: IndicatorKind;
	readonly source: string;
	readonly threshold: Threshold;
	readonly relation: IndicatorRelation | null;
	/** one per wave from the first to the last round of the display, in order of time */
	readonly values: readonly FigureValue[];
	readonly development: Development;
	readonly comparison: Comparison | null;
};

/** What the figures of one display are read from. */
export type FiguresInput = {
	readonly area: Area;
	/** the rounds of the display, in order of time */
	readonly waves: readonly Wave[];
	readonly observations: readonly Observation[];
	/** candidates in order; the first with a value at the last wave is taken */
	readonly comparisonAreas: readonly Area[];
};

/** An indicator over the rounds of a display, with its development and the area it is compared with. */
export const figuresOf = (
	input: FiguresInput,
	indicator: Indicator,
	relation: IndicatorRelation | null
): IndicatorFigures => {
	const values = valuesOf(input, indicator, input.area.id);
	return {
		indicatorId: indicator.id,
		key: indicator.key,
		label: indicator.label,
		unit: indicator.unit,
		direction: indicator.direction,
		kind: indicator.kind,
		source: indicator.source,
		threshold: indicator.threshold,
		relation,
		values,
		development: developmentOf(indicator, values),
		comparison: comparisonWith(input, indicator, values)
	};
};

const comparisonWith = (input: FiguresInput, indicator: Indicator, own: readonly FigureValue[]): Comparison | null => {
	for (const area of input.comparisonAreas) {
		const values = valuesOf(input, indicator, area.id);
		const ownLast = own[own.length - 1];
		const otherLast = values[values.length - 1];
		if (!ownLast || !otherLast || otherLast.value === null) continue;
		return {
			areaId: area.id,
			areaName: area.name,
			values,
			development: comparisonOf(indicator, ownLast, otherLast)
		};
	}
	return null;
};

const valuesOf = (input: FiguresInput, indicator: Indicator, areaId: AreaId): readonly FigureValue[] =>
	input.waves.map((wave) => {
		const found = input.observations.find(
			(observation) =>
				observation.indicatorId === indicator.id && observation.areaId === areaId && observation.waveId === wave.id
		);
		const test = found && !found.suppressed ? found : untested;
		return {
			waveId: wave.id,
			year: wave.year,
			referenceYear: found?.referenceYear ?? null,
			value: found && !found.suppressed ? found.value : null,
			n: found?.n ?? null,
			lower: found && !found.suppressed ? found.lower : null,
			upper: found && !found.suppressed ? found.upper : null,
			suppressed: found?.suppressed ?? false,
			trendBreak: found?.trendBreak ?? false,
			note: found?.note ?? '',
			source: found?.source ?? null,
			sourceVersion: found?.sourceVersion ?? null,
			trendBreakReason: found?.trendBreakReason ?? null,
			testedAgainst: test.testedAgainst,
			testedChange: test.testedChange
		};
	});
