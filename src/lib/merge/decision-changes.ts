import {
	basisSayings,
	type BasisFigure,
	type BasisSaying,
	type BasisValue,
	type BasisVoice,
	type DecisionBasis
} from '../domain/integration/decision-basis.ts';
import type { Fit } from '../domain/integration/fit.ts';
import type { SourceId } from '../domain/project/ids.ts';
import { outcomeOf, testOfPair } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { Proposal } from './proposal.ts';
import type { Voices } from './voices.ts';

/** One thing that is otherwise than when somebody decided. */
export type DecisionChange =
	| {
			readonly kind: 'figure';
			readonly label: string;
			readonly unit: string;
			readonly year: number;
			readonly before: number | null;
			readonly after: number | null;
	  }
	/** the number of cases, the margins, the reference year or a break of trend; the value itself is the same */
	| { readonly kind: 'figure-details' | 'figure-suppressed'; readonly label: string; readonly year: number }
	| {
			readonly kind: 'development';
			readonly label: string;
			readonly before: BasisFigure['outcome'];
			readonly after: BasisFigure['outcome'];
	  }
	/** what the source found when it tested the first round against the last; null = it did not */
	| {
			readonly kind: 'figure-tested';
			readonly label: string;
			readonly before: boolean | null;
			readonly after: boolean | null;
	  }
	| { readonly kind: 'figure-linked' | 'figure-unlinked' | 'relation'; readonly label: string }
	| {
			readonly kind:
				'interviews-new' | 'interviews-gone' | 'interviews-withdrawn' | 'interviews-changed' | 'interviews-regrouped';
			readonly count: number;
	  }
	| { readonly kind: 'voices'; readonly saying: BasisSaying; readonly before: number; readonly after: number }
	| { readonly kind: 'total' | 'codings'; readonly before: number; readonly after: number }
	| { readonly kind: 'proposal'; readonly before: Fit | null; readonly after: Fit | null };

/** Whether a change tells what interviews say, or follows from that. How many there are is told by itself. */
export const tellsVoices = ({ kind }: DecisionChange): boolean => {
	switch (kind) {
		case 'interviews-new':
		case 'interviews-gone':
		case 'interviews-withdrawn':
		case 'interviews-changed':
		case 'interviews-regrouped':
		case 'voices':
		case 'codings':
		case 'proposal':
			return true;
		case 'figure':
		case 'figure-details':
		case 'figure-suppressed':
		case 'figure-tested':
		case 'development':
		case 'figure-linked':
		case 'figure-unlinked':
		case 'relation':
		case 'total':
			return false;
		default:
			return kind satisfies never;
	}
};

/** What a decision on this row is made on, to be kept with it. */
export const basisOf = (row: {
	readonly indicators: readonly IndicatorFigures[];
	readonly voices: Voices;
	readonly codings: number;
	readonly proposal: Proposal;
}): DecisionBasis => {
	const { together, signs } = row.voices;
	const { total, mentions, forward, backward, good, improve } = together;
	return {
		figures: row.indicators.map(({ indicatorId, label, unit, relation, development, values }) => ({
			...{ indicatorId, label, unit, relation, outcome: outcomeOf(development) },
			values: values.map(basisValue),
			...testedPart(testOfPair(values))
		})),
		voices: signs.map(({ sourceId, group, change, level }) => ({ sourceId, group, change, level })),
		counts: { total, mentions, forward, backward, good, improve },
		codings: row.codings,
		proposal: row.proposal.fit
	};
};

/** A value without what is said beside it; what a source tested is kept with the pair it is about. */
const basisValue = ({ waveId, year, referenceYear, value, n, lower, upper, suppressed, trendBreak }: BasisValue) => ({
	...{ waveId, year, referenceYear, value, n, lower, upper },
	...{ suppressed, trendBreak }
});

const testedPart = (tested: boolean | null) => (tested === null ? {} : { tested });

/**
 * What is otherwise now than when somebody decided: figures first, then who speaks and what they say, then what the
 * rules propose. The same data give nothing.
 */
export const changesSince = (before: DecisionBasis, now: DecisionBasis): readonly DecisionChange[] => [
	...figureChanges(before.figures, now.figures),
	...interviewChanges(before.voices, now.voices),
	...basisSayings.flatMap((saying): readonly DecisionChange[] => {
		const [was, is] = [before.counts[saying], now.counts[saying]];
		return was === is ? [] : [{ kind: 'voices', saying, before: was, after: is }];
	}),
	...numberChange('total', before.counts.total, now.counts.total),
	...numberChange('codings', before.codings, now.codings),
	...(before.proposal === now.proposal
		? []
		: [{ kind: 'proposal', before: before.proposal, after: now.proposal } as const])
];

const numberChange = (kind: 'total' | 'codings', before: number, after: number): readonly DecisionChange[] =>
	before === after ? [] : [{ kind, before, after }];

const figureChanges = (before: readonly BasisFigure[], now: readonly BasisFigure[]): readonly DecisionChange[] => [
	...now.flatMap((figure): readonly DecisionChange[] => {
		const was = before.find(({ indicatorId }) => indicatorId === figure.indicatorId);
		return was ? changesOfFigure(was, figure) : [{ kind: 'figure-linked', label: figure.label }];
	}),
	...before
		.filter(({ indicatorId }) => !now.some((figure) => figure.indicatorId === indicatorId))
		.map(({ label }) => ({ kind: 'figure-unlinked', label }) as const)
];

const changesOfFigure = (before: BasisFigure, now: BasisFigure): readonly DecisionChange[] => {
	const { label, unit } = now;
	return [
		...now.values.flatMap((value) => {
			const was = before.values.find(({ waveId }) => waveId === value.waveId);
			return valueChange({ label, unit }, was ?? null, value);
		}),
		// A round that was taken away since.
		...before.values
			.filter(({ waveId }) => !now.values.some((value) => value.waveId === waveId))
			.flatMap((value) => valueChange({ label, unit }, value, { ...value, value: null })),
		...((before.tested ?? null) === (now.tested ?? null)
			? []
			: [{ kind: 'figure-tested', label, before: before.tested ?? null, after: now.tested ?? null } as const]),
		...(before.relation === now.relation ? [] : [{ kind: 'relation', label } as const]),
		...(before.outcome === now.outcome
			? []
			: [{ kind: 'development', label, before: before.outcome, after: now.outcome } as const])
	];
};

const valueChange = (
	{ label, unit }: Pick<BasisFigure, 'label' | 'unit'>,
	before: BasisValue | null,
	now: BasisValue
): readonly DecisionChange[] => {
	// What it was is not told any more either.
	if (now.suppressed) return before?.suppressed ? [] : [{ kind: 'figure-suppressed', label, year: now.year }];
	const was = before?.value ?? null;
	if (was !== now.value) return [{ kind: 'figure', label, unit, year: now.year, before: was, after: now.value }];
	return before === null || detailsOf(before) === detailsOf(now)
		? []
		: [{ kind: 'figure-details', label, year: now.year }];
};

const detailsOf = ({ referenceYear, n, lower, upper, suppressed, trendBreak }: BasisValue): string =>
	JSON.stringify([referenceYear, n, lower, upper, suppressed, trendBreak]);

const interviewChanges = (before: readonly BasisVoice[], now: readonly BasisVoice[]): readonly DecisionChange[] => {
	const was = bySource(before);
	const is = bySource(now);
	const count = (
		kind: 'interviews-new' | 'interviews-gone' | 'interviews-withdrawn' | 'interviews-changed' | 'interviews-regrouped',
		n: number
	) => (n === 0 ? [] : [{ kind, count: n } as const]);
	const gone = [...was.keys()].filter((sourceId) => !is.has(sourceId));
	const other = [...is].filter(([sourceId, voice]) => {
		const same = was.get(sourceId);
		return same !== undefined && (same.change !== voice.change || same.level !== voice.level);
	});
	const regrouped = [...is].filter(([sourceId, { group }]) => (was.get(sourceId)?.group ?? group) !== group);
	return [
		...count('interviews-new', [...is.keys()].filter((sourceId) => !was.has(sourceId)).length),
		...count('interviews-gone', gone.length),
		...count('interviews-withdrawn', before.filter(({ sourceId }) => sourceId === null).length),
		...count('interviews-changed', other.length),
		...count('interviews-regrouped', regrouped.length)
	];
};

const bySource = (voices: readonly BasisVoice[]): ReadonlyMap<SourceId, BasisVoice> =>
	new Map(voices.flatMap((voice) => (voice.sourceId === null ? [] : [[voice.sourceId, voice]])));
