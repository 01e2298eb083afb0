import { fail, ok, type Result } from '../problem.ts';
import type { Observation } from './observation.ts';
import { untested } from './source-test.ts';

/** The indicator, area and round a value is of. */
export type Cell = Pick<Observation, 'indicatorId' | 'areaId' | 'waveId'>;

/** What is known of one cell: all but which one it is. */
export type Figure = Omit<Observation, keyof Cell>;

/** What became of one cell; null = there was no value, or there is none any more. */
export type ObservationChange = Cell & { readonly before: Figure | null; readonly after: Figure | null };

/** One text for each cell. */
export const cellKey = ({ indicatorId, areaId, waveId }: Cell): string => `${indicatorId} ${areaId} ${waveId}`;

const parts = [
	...(['referenceYear', 'value', 'n', 'lower', 'upper', 'trendBreak', 'suppressed', 'note'] as const),
	...(['source', 'sourceVersion', 'trendBreakReason', 'testedAgainst', 'testedChange'] as const)
];

/** What an observation says of its cell. */
export const figureOf = (observation: Observation): Figure => ({
	referenceYear: observation.referenceYear,
	value: observation.value,
	n: observation.n,
	lower: observation.lower,
	upper: observation.upper,
	trendBreak: observation.trendBreak,
	suppressed: observation.suppressed,
	note: observation.note,
	source: observation.source,
	sourceVersion: observation.sourceVersion,
	trendBreakReason: observation.trendBreakReason,
	testedAgainst: observation.testedAgainst,
	testedChange: observation.testedChange
});

/**
 * What may be told of a change in a cell whose value may not be shown now: that something stood there, and not what. Who
 * knows the earlier value knows about how much was left out, and about whom.
 */
export const withheldChange = <C extends ObservationChange>(change: C): C => ({
	...change,
	before: change.before && withheld(change.before),
	after: change.after && withheld(change.after)
});

const withheld = (figure: Figure): Figure => ({
	...figure,
	...{ value: null, n: null, lower: null, upper: null, suppressed: true, note: '', ...untested }
});

/** Whether a cell says the same as before. */
export const isSameFigure = (one: Figure | null, other: Figure | null): boolean =>
	one === null || other === null ? one === other : parts.every((part) => one[part] === other[part]);

/** One thing that a cell says otherwise than before; from null = there was no value. */
export type FigureDifference = {
	readonly part: keyof Figure;
	readonly from: Figure[keyof Figure];
	readonly to: Figure[keyof Figure];
};

/** What a cell says otherwise than before; of a new one what it says beside nothing. */
export const differencesOf = (before: Figure | null, after: Figure): readonly FigureDifference[] =>
	parts.flatMap((part) => {
		const [from, to] = [before?.[part] ?? null, after[part]];
		const isSilent = before === null && (to === null || (to === false && part !== 'testedChange') || to === '');
		return from === to || isSilent ? [] : [{ part, from, to }];
	});

/** What storing some values changes; a value that stays as it was is no change. */
export const changesBy = (
	present: readonly Observation[],
	stored: readonly Observation[]
): readonly ObservationChange[] => {
	const before = new Map(present.map((one) => [cellKey(one), figureOf(one)]));
	return stored
		.map((one) => {
			const { indicatorId, areaId, waveId } = one;
			return { indicatorId, areaId, waveId, before: before.get(cellKey(one)) ?? null, after: figureOf(one) };
		})
		.filter((change) => !isSameFigure(change.before, change.after));
};

/** How to take back changes: values that come back, and cells that become empty again. */
export type WayBack = { readonly restored: readonly Observation[]; readonly emptied: readonly Cell[] };

/** Takes back changes of one import, all or none: none when a cell says something else by now. */
export const wayBack = (changes: readonly ObservationChange[], present: readonly Observation[]): Result<WayBack> => {
	const now = new Map(present.map((one) => [cellKey(one), figureOf(one)]));
	const changed = changes.filter((change) => !isSameFigure(now.get(cellKey(change)) ?? null, change.after));
	if (changed.length > 0) return fail('figures-changed-since', { count: changed.length, of: changes.length });
	return ok({
		restored: changes.flatMap(({ indicatorId, areaId, waveId, before }) =>
			before === null ? [] : [{ indicatorId, areaId, waveId, ...before }]
		),
		emptied: changes
			.filter(({ before }) => before === null)
			.map(({ indicatorId, areaId, waveId }) => ({ indicatorId, areaId, waveId }))
	});
};
