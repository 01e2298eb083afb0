import type { PillarId } from '../domain/project/ids.ts';
import { groups } from '../domain/source/source.ts';
import { codebookChangeOf, forerunnersApart, type CodebookPast } from './codebook-change.ts';
import type { IndicatorFigures } from './figures.ts';
import type { DisplaySource, DisplayWarning } from './joint-display.ts';

/** What a reader must know before believing a page (DOMAIN 7.4, R12). */
export const warningsOf = (input: {
	readonly isAbsent: boolean;
	readonly figures: readonly IndicatorFigures[];
	readonly interviews: readonly (Pick<DisplaySource, 'group'> & { readonly year: number })[];
	readonly toYear: number;
	readonly smallCell: number;
	/** null = nobody is warned of the codebook's past here */
	readonly past: CodebookPast | null;
	readonly pillarId: PillarId;
}): readonly DisplayWarning[] => {
	const warnings: DisplayWarning[] = [];
	if (input.isAbsent) warnings.push({ kind: 'pillar-absent' });
	const years = distinct(input.interviews.map(({ year }) => year));
	if (input.interviews.length > 0) {
		warnings.push({ kind: 'no-sample' }, { kind: 'no-percentage' });
		const earlier = years.filter((year) => year < input.toYear);
		if (earlier.length > 0) warnings.push({ kind: 'earlier-waves', years: earlier });
	}
	if (input.figures.some(({ kind, development }) => kind !== 'register' && development.kind === 'known'))
		warnings.push({ kind: 'other-respondents' });
	if (input.past) warnings.push(...codebookWarnings(input.past, input.pillarId));
	const referenceYears = distinct(
		input.figures.flatMap(({ values }) => {
			const last = values[values.length - 1];
			return last && last.value !== null && last.referenceYear !== null ? [last.referenceYear] : [];
		})
	);
	if (years.length > 0 && referenceYears.some((year) => !years.includes(year)))
		warnings.push({ kind: 'interview-years', years, referenceYears });
	for (const group of groups) {
		const count = input.interviews.filter((interview) => interview.group === group).length;
		if (count > 0 && count < input.smallCell) warnings.push({ kind: 'small-cell', group, interviews: count });
	}
	for (const { indicatorId, label, kind, values } of input.figures) {
		for (const { trendBreak, year, trendBreakReason: reason } of values.slice(1))
			if (trendBreak) warnings.push({ kind: 'trend-break', indicatorId, label, year, reason });
		if (kind === 'model') warnings.push({ kind: 'model-estimate', indicatorId, label });
	}
	return warnings;
};

/** Whether a change over the rounds may be one of the codebook, and what it may leave out. */
const codebookWarnings = (past: CodebookPast, pillarId: PillarId): readonly DisplayWarning[] => {
	const change = codebookChangeOf(past, pillarId);
	return [
		...(change ? [{ kind: 'codebook-changed' as const, ...change }] : []),
		...forerunnersApart(past.codebook, past.history.forerunners, pillarId).map((theme) => ({
			kind: 'forerunner-apart' as const,
			...theme
		}))
	];
};

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
