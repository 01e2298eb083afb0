import type { BasisFigure, BasisSaying } from '../domain/integration/decision-basis.ts';
import type { SecondReading } from '../domain/integration/second-reading.ts';
import type { DecisionChange } from '../merge/decision-changes.ts';
import type { RowDecision } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { formatDay } from './date.ts';
import { developmentLabel } from './figures.ts';
import { fitLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';
import { formatWithUnit, listWords } from './number.ts';

/** What changed since a decision, a sentence each; that it is not known when the decision is older than the record. */
export const changeSentences = (
	{ needsReview, changes }: Pick<RowDecision, 'needsReview' | 'changes'>,
	locale: Locale = readersLocale()
): readonly string[] => {
	if (!needsReview) return [];
	return changes === null
		? [m.decision_changes_unknown({}, { locale })]
		: changes.map((change) => changeSentence(change, locale));
};

/** Which findings of studies and observations came, changed or went since a decision, as one sentence; null = none that is known of. */
export const findingsSinceSentence = (
	{ findingsSince }: Pick<RowDecision, 'findingsSince'>,
	locale: Locale = readersLocale()
): string | null => {
	if (!findingsSince) return null;
	const { added, changed, gone, observations: seen } = findingsSince;
	const parts = [
		...(added > 0 ? [m.decision_findings_added({ n: added }, { locale })] : []),
		...(changed > 0 ? [m.decision_findings_changed({ n: changed }, { locale })] : []),
		...(gone > 0 ? [m.decision_findings_gone({ n: gone }, { locale })] : []),
		...(seen.added > 0 ? [m.decision_observations_added({ n: seen.added }, { locale })] : []),
		...(seen.changed > 0 ? [m.decision_observations_changed({ n: seen.changed }, { locale })] : []),
		...(seen.gone > 0 ? [m.decision_observations_gone({ n: seen.gone }, { locale })] : [])
	];
	return m.decision_findings_since({ parts: listWords(parts, locale) }, { locale });
};

/** What a second researcher says of a decision: "Auteur 2 leest het anders: Vult aan. Reden: …". */
export const readingSentence = (reading: SecondReading, locale: Locale = readersLocale()): string => {
	const name = reading.readByName;
	const date = formatDay(reading.readAt, locale);
	const said =
		reading.fit === null
			? m.decision_reading_confirms({ name, date }, { locale })
			: m.decision_reading_differs({ name, date, fit: fitLabel(reading.fit, locale) }, { locale });
	return reading.reason === '' ? said : `${said} ${m.display_page_reason({ reason: reading.reason }, { locale })}`;
};

const changeSentence = (change: DecisionChange, locale: Locale): string => {
	switch (change.kind) {
		case 'figure': {
			const { label, unit, year } = change;
			const value = (one: number | null) => formatWithUnit({ value: one, suppressed: false }, unit, locale);
			const [before, after] = [value(change.before), value(change.after)];
			return m.decision_change_figure({ label, year: String(year), before, after }, { locale });
		}
		case 'figure-details':
			return m.decision_change_figure_details({ label: change.label, year: String(change.year) }, { locale });
		case 'figure-suppressed':
			return m.decision_change_figure_suppressed({ label: change.label, year: String(change.year) }, { locale });
		case 'figure-tested': {
			const { label, after } = change;
			if (after === null) return m.decision_change_figure_untested({ label }, { locale });
			return after
				? m.decision_change_figure_tested_changed({ label }, { locale })
				: m.decision_change_figure_tested_same({ label }, { locale });
		}
		case 'development': {
			const words = (outcome: BasisFigure['outcome']) =>
				outcome === 'neutral' ? m.decision_change_neutral({}, { locale }) : developmentLabel(outcome, locale);
			const [before, after] = [words(change.before), words(change.after)];
			return m.decision_change_development({ label: change.label, before, after }, { locale });
		}
		case 'figure-linked':
			return m.decision_change_figure_linked({ label: change.label }, { locale });
		case 'figure-unlinked':
			return m.decision_change_figure_unlinked({ label: change.label }, { locale });
		case 'relation':
			return m.decision_change_relation({ label: change.label }, { locale });
		case 'interviews-new':
			return m.decision_change_interviews_new({ n: change.count }, { locale });
		case 'interviews-gone':
			return m.decision_change_interviews_gone({ n: change.count }, { locale });
		case 'interviews-withdrawn':
			return m.decision_change_interviews_withdrawn({ n: change.count }, { locale });
		case 'interviews-changed':
			return m.decision_change_interviews_changed({ n: change.count }, { locale });
		case 'interviews-regrouped':
			return m.decision_change_interviews_regrouped({ n: change.count }, { locale });
		case 'voices':
			return m.decision_change_voices(
				{ ...counts(change), saying: sayings[change.saying]({}, { locale }) },
				{ locale }
			);
		case 'total':
			return m.decision_change_total(counts(change), { locale });
		case 'codings':
			return m.decision_change_codings(counts(change), { locale });
		case 'proposal': {
			const words = (fit: typeof change.before) =>
				fit === null ? m.display_fit_none({}, { locale }) : fitLabel(fit, locale);
			return m.decision_change_proposal({ before: words(change.before), after: words(change.after) }, { locale });
		}
	}
};

const counts = ({ before, after }: { readonly before: number; readonly after: number }) => ({
	before: String(before),
	after: String(after)
});

type Saying = (values: Record<string, never>, options: { locale: Locale }) => string;

const sayings: Readonly<Record<BasisSaying, Saying>> = {
	mentions: m.decision_saying_mentions,
	forward: m.decision_saying_forward,
	backward: m.decision_saying_backward,
	good: m.decision_saying_good,
	improve: m.decision_saying_improve
};
