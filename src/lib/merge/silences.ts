import { pillarsOf, type Codebook } from '../domain/codebook/codebook.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { SilencePlace } from '../domain/integration/silence-task.ts';
import type { IndicatorFigures } from './figures.ts';
import type { DisplayRow, FiguresOnly, JointDisplay, VoicesOnly } from './joint-display.ts';

/**
 * Alleen cijfers: the indicators of a pillar that have a value and that no voice speaks of. `figures` are those of the
 * pillar; an indicator is not silent when a theme about the same topic is mentioned with a direction. A theme that it
 * stands beside as cause, effect or context shows it without counting it (DOMAIN 7.2): voices on that theme are none on a
 * figure that moved.
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
			const { development } = indicator;
			const verdict = development.kind === 'known' ? development.verdict : 'same';
			const moved = verdict === 'same' ? null : verdict;
			const reason = silence(indicator, rows, book, pillar, moved !== null);
			return reason === null ? [] : [{ indicator, moved, ...reason }];
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
	pillar: Pillar,
	hasMoved: boolean
): Pick<FiguresOnly, 'reason' | 'themes'> | null => {
	const linkedTo = (isSame: boolean) =>
		rows.filter(({ indicators }) =>
			indicators.some((one) => one.indicatorId === indicatorId && (one.relation === 'same-topic') === isSame)
		);
	const [same, beside] = [linkedTo(true), linkedTo(false)];
	if (same.some(hasDirection)) return null;
	const spoken = beside.filter(hasDirection);
	if (spoken.length > 0 && !hasMoved) return null;
	if (spoken.length > 0 && same.length === 0) return { reason: 'only-beside', themes: spoken.map(named) };
	const linked = spoken.length > 0 ? same : [...same, ...beside];
	if (linked.length > 0) {
		const isMentioned = linked.some(({ voices }) => voices.together.outcome === 'no-direction');
		return { reason: isMentioned ? 'no-direction' : 'silent', themes: linked.map(named) };
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

const hasDirection = ({ voices: { together } }: DisplayRow): boolean =>
	together.outcome !== 'silent' && together.outcome !== 'no-direction';

const named = ({ codeId, name }: DisplayRow) => ({ codeId, name });

/** Whether a figure of a display is still without voices, or a theme still without a figure. */
export const isSilent = (
	{ figuresOnly, voicesOnly }: Pick<JointDisplay, 'figuresOnly' | 'voicesOnly'>,
	{ indicatorId, codeId }: Pick<SilencePlace, 'indicatorId' | 'codeId'>
): boolean =>
	indicatorId === null
		? voicesOnly.some((theme) => theme.codeId === codeId)
		: figuresOnly.some(({ indicator }) => indicator.indicatorId === indicatorId);
