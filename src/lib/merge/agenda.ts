import type { Pillar } from '../domain/indicator/pillar.ts';
import type { CodeId } from '../domain/project/ids.ts';
import type { IndicatorFigures } from './figures.ts';
import type { DisplayRow, JointDisplay } from './joint-display.ts';
import { tellingOf, type Telling } from './small-cells.ts';

/**
 * Why something is talked about: figures and voices contradict; residents and professionals say the opposite; what was
 * decided rests on other data by now; a figure moved and no voice speaks of it; a figure moved.
 */
export type AgendaReason = 'contradicts' | 'groups-disagree' | 'changed-since' | 'moved-silently' | 'moved';

/**
 * For whom an agenda is: who sees joint displays with each group apart, or everybody at the table, who must not hear what
 * a group says of which few were spoken to (R12).
 */
export type AgendaReaders = 'display' | 'table';

/** A point of the agenda: a theme with its figures, or one figure. */
export type AgendaItem = {
	readonly reason: AgendaReason;
	readonly pillar: Pillar;
	readonly theme: { readonly codeId: CodeId; readonly name: string } | null;
	readonly figures: readonly IndicatorFigures[];
};

const mostItems = 12; // what a session of one and a half hours can hold

/**
 * The agenda of a session about one area: contradictions first and all of them, then groups that disagree, then the
 * biggest changes, measured in thresholds of each indicator. A figure stands in one point. At the table it is left out that
 * groups disagree where one of them is too small: then it would tell what that one says. Where all together are too few, a
 * contradiction is named there only where somebody decided it, and of a figure neither that voices speak of it nor that
 * they do not.
 */
export const agendaOf = (
	displays: readonly JointDisplay[],
	most = mostItems,
	readers: AgendaReaders = 'display'
): readonly AgendaItem[] => {
	const themes = displays.flatMap(({ pillar, rows, method, smallCell }) =>
		rows.flatMap((row) => {
			const reason = reasonOf(row, readers === 'display' ? 'apart' : tellingOf(method, smallCell));
			return reason === null ? [] : [{ ...about(row), reason, pillar }];
		})
	);
	const told = new Set<string>();
	const ofThemes = inOrder(themes).map((item) => {
		const figures = item.figures.filter(({ indicatorId }) => !told.has(indicatorId));
		for (const { indicatorId } of figures) told.add(indicatorId);
		return { ...item, figures };
	});
	const ofFigures = displays.flatMap(({ pillar, indicators, figuresOnly, method, smallCell }) => {
		const tellsVoices = readers === 'display' || tellingOf(method, smallCell) !== 'none';
		return indicators
			.filter((figures) => changeIn(figures) > 0 && !told.has(figures.indicatorId))
			.map((figures): AgendaItem => {
				const isSilent =
					tellsVoices && figuresOnly.some(({ indicator }) => indicator.indicatorId === figures.indicatorId);
				return { reason: isSilent ? 'moved-silently' : 'moved', pillar, theme: null, figures: [figures] };
			});
	});
	const all = inOrder([...ofThemes, ...ofFigures]);
	const contradictions = all.filter(({ reason }) => reason === 'contradicts').length;
	return all.slice(0, Math.max(most, contradictions));
};

const about = ({ codeId, name, indicators }: DisplayRow) => ({
	theme: { codeId, name },
	figures: indicators.filter(({ relation }) => relation === 'same-topic')
});

const reasonOf = ({ decision, proposal, voices }: DisplayRow, telling: Telling): AgendaReason | null => {
	const fit = decision?.fit ?? (telling === 'none' ? null : proposal.fit);
	if (fit === 'contradicts') return 'contradicts';
	if (telling === 'apart' && voices.groups === 'disagree') return 'groups-disagree';
	return decision?.needsReview ? 'changed-since' : null;
};

const rank = (reason: AgendaReason): number => (reason === 'contradicts' ? 0 : reason === 'groups-disagree' ? 1 : 2);

/** Equal ones stay in the order of pillars and themes. */
const inOrder = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
	items.toSorted((a, b) => rank(a.reason) - rank(b.reason) || sizeOf(b) - sizeOf(a));

const sizeOf = ({ figures }: AgendaItem): number => Math.max(0, ...figures.map(changeIn));

/** How many times its threshold an indicator changed by; 0 = it stayed the same, or nothing can be said. */
export const changeIn = ({ development, threshold }: Pick<IndicatorFigures, 'development' | 'threshold'>): number => {
	if (development.kind !== 'known' || development.verdict === 'same') return 0;
	const change = Math.abs(threshold.unit === 'points' ? development.delta : (development.relative ?? 0));
	return threshold.value > 0 ? change / threshold.value : change;
};
