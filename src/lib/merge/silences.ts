import { pillarsOf, type Codebook } from '../domain/codebook/codebook.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { SilencePlace } from '../domain/integration/silence-task.ts';
import type { IndicatorFigures } from './figures.ts';
import type { DisplayRow, FiguresOnly, JointDisplay, VoicesOnly } from './joint-display.ts';

/**
 * Alleen cijfers: the indicators of a pillar that have a value and that no voice speaks of. `figures` are those of the
 * pillar; an indicator whose theme is mentioned with a direction is not silent.
 */
export const figuresWithoutVoices = (
	figures: readonly IndicatorFigures[],
	rows: readonly DisplayRow[],
	book: Codebook,
	pillar: Pillar
): readonly FiguresOnly[] =>
	figures
		.filter(({ values }) => values.some(({ value, suppressed }) => value !== null || suppressed))
		.flatMap((indicator) => {
			const reason = silence(indicator, rows, book, pillar);
			if (reason === null) return [];
			const { development } = indicator;
			const verdict = development.kind === 'known' ? development.verdict : 'same';
			return [{ indicator, moved: verdict === 'same' ? null : verdict, ...reason }];
		});

/** Alleen stemmen: the themes with voices and without a usable figure. */
export const voicesWithoutFigures = (rows: readonly DisplayRow[]): readonly VoicesOnly[] =>
	rows
		.filter(({ section }) => section === 'voices-only')
		.map(({ codeId, name, voices, indicators }) => ({
			codeId,
			name,
			mentions: voices.together.mentions,
			isSeveral: voices.together.mentions >= 2,
			reason: indicators.some(({ relation }) => relation === 'same-topic') ? 'unknown' : 'no-indicator'
		}));

const silence = (
	{ indicatorId }: IndicatorFigures,
	rows: readonly DisplayRow[],
	book: Codebook,
	pillar: Pillar
): Pick<FiguresOnly, 'reason' | 'themes'> | null => {
	const linked = rows.filter(({ indicators }) => indicators.some((figure) => figure.indicatorId === indicatorId));
	if (linked.length > 0) {
		const outcomes = linked.map(({ voices }) => voices.together.outcome);
		if (outcomes.some((outcome) => outcome !== 'silent' && outcome !== 'no-direction')) return null;
		const themes = linked.map(({ codeId, name }) => ({ codeId, name }));
		return { reason: outcomes.includes('no-direction') ? 'no-direction' : 'silent', themes };
	}
	const elsewhere = book.codes.filter(
		({ id, isCodable, indicators }) =>
			isCodable &&
			indicators.some((link) => link.indicatorId === indicatorId) &&
			!pillarsOf(book, id).includes(pillar.id)
	);
	return {
		reason: elsewhere.length > 0 ? 'other-pillar' : 'no-theme',
		themes: elsewhere.map(({ id, name }) => ({ codeId: id, name }))
	};
};

/** Whether a figure of a display is still without voices, or a theme still without a figure. */
export const isSilent = (
	{ figuresOnly, voicesOnly }: Pick<JointDisplay, 'figuresOnly' | 'voicesOnly'>,
	{ indicatorId, codeId }: Pick<SilencePlace, 'indicatorId' | 'codeId'>
): boolean =>
	indicatorId === null
		? voicesOnly.some((theme) => theme.codeId === codeId)
		: figuresOnly.some(({ indicator }) => indicator.indicatorId === indicatorId);
