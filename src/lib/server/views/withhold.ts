import type { Explanation } from '../../domain/integration/explanation.ts';
import type { JointDisplay } from '../../merge/joint-display.ts';
import type { Sign } from '../../merge/voices.ts';

/** What a person may see behind the counts. */
export type Sight = { readonly readQuotes: boolean; readonly listSources: boolean };

/**
 * A joint display for someone who may see the counts but perhaps not the words, or not which interviews they come
 * from. What was counted and decided stays the same for everyone.
 */
export const withholdFor = (display: JointDisplay, sight: Sight): JointDisplay => {
	if (sight.readQuotes && sight.listSources) return display;
	return {
		...(sight.listSources ? display : withoutFunctions(display)),
		looseExplanations: withholdEvidence(display.looseExplanations, sight),
		rows: display.rows.map((row) => ({
			...row,
			quotes: sight.readQuotes ? row.quotes : [],
			...(row.quotesOffTheme && { quotesOffTheme: sight.readQuotes ? row.quotesOffTheme : [] }),
			...(row.quotesUncounted && { quotesUncounted: sight.readQuotes ? row.quotesUncounted : [] }),
			explanations: withholdEvidence(row.explanations, sight),
			voices: { ...row.voices, signs: withholdTitles(row.voices.signs, sight) }
		}))
	};
};

/** Explanations without what was written of the interviews behind them, for who may not see the list of interviews. */
const withholdEvidence = (explanations: readonly Explanation[], { listSources }: Sight): readonly Explanation[] =>
	listSources
		? explanations
		: explanations.map((explanation) => ({ ...explanation, evidence: '', counterEvidence: '' }));

/** A display that says that function groups are small, but not which: a report that names them points at somebody. */
export const withoutFunctions = (display: JointDisplay): JointDisplay => ({
	...display,
	warnings: display.warnings.map((warning) =>
		warning.kind === 'small-functions' ? { ...warning, names: [] } : warning
	)
});

/** Signs without the names of their interviews, for who may not see the list of interviews. */
export const withholdTitles = (signs: readonly Sign[], { listSources }: Sight): readonly Sign[] =>
	listSources ? signs : signs.map((sign) => ({ ...sign, title: '' }));
