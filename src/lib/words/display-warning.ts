import type { DisplayWarning } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { codebookChangeSentences, forerunnerSentence } from './codebook-change.ts';
import { withoutStop } from './figure-source.ts';
import { readersLocale, type Locale } from './locale.ts';
import { listWords, listYears } from './number.ts';

/** All that a reader must know before believing a page: what is true of several indicators is said once. */
export const warningSentences = (
	warnings: readonly DisplayWarning[],
	locale: Locale = readersLocale()
): readonly string[] => {
	const groups = Map.groupBy(warnings, (warning) =>
		'label' in warning
			? `${warning.kind} ${'year' in warning ? `${warning.year} ${warning.reason ?? ''}` : ''}`
			: warning
	);
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		const labels = group.flatMap((warning) => ('label' in warning ? [warning.label] : []));
		if (!first) return [];
		if (first.kind === 'codebook-changed') return codebookChangeSentences(first, locale);
		return [warningSentence('label' in first ? { ...first, label: listWords(labels, locale) } : first, locale)];
	});
};

const warningSentence = (warning: Exclude<DisplayWarning, { kind: 'codebook-changed' }>, locale: Locale): string => {
	switch (warning.kind) {
		case 'no-sample':
			return m.display_warning_no_sample({}, { locale });
		case 'no-percentage':
			return m.display_warning_no_percentage({}, { locale });
		case 'other-respondents':
			return m.display_warning_other_respondents({}, { locale });
		case 'pillar-absent':
			return m.display_warning_pillar_absent({}, { locale });
		case 'earlier-waves':
			return m.display_warning_earlier_waves({ years: listYears(warning.years, locale) }, { locale });
		case 'interview-years':
			return m.display_warning_interview_years(
				{ years: listYears(warning.years, locale), referenceYears: listYears(warning.referenceYears, locale) },
				{ locale }
			);
		case 'small-cell':
			return warning.group === 'resident'
				? m.display_warning_small_cell_resident({ n: warning.interviews }, { locale })
				: m.display_warning_small_cell_professional({ n: warning.interviews }, { locale });
		case 'small-functions': {
			const { names, count, smallest } = warning;
			return names.length > 0
				? m.display_warning_small_functions({ names: listWords(names, locale), smallest }, { locale })
				: m.display_warning_small_functions_unnamed({ n: count, smallest }, { locale });
		}
		case 'forerunner-apart':
			return forerunnerSentence(warning, locale);
		case 'trend-break':
			return warning.reason === null
				? m.display_warning_trend_break({ year: String(warning.year), label: warning.label }, { locale })
				: m.display_warning_trend_break_reason(
						{ year: String(warning.year), label: warning.label, reason: withoutStop(warning.reason) },
						{ locale }
					);
		case 'model-estimate':
			return m.display_warning_model_estimate({ label: warning.label }, { locale });
		default:
			return warning satisfies never;
	}
};
