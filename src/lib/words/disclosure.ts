import type { DisclosureFinding } from '../domain/report/disclosure.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from './date.ts';
import { groupLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';

/** What was found in a file before it is taken away, as a sentence that says what to do. */
export const findingSentence = (finding: DisclosureFinding, locale: Locale = readersLocale()): string => {
	switch (finding.kind) {
		case 'small-cell': {
			const { n, smallest, functionGroup } = finding;
			const group = groupLabel(finding.group, locale);
			return functionGroup === null
				? m.disclosure_small_group({ n, group, smallest }, { locale })
				: m.disclosure_small_function({ n, group, functionGroup, smallest }, { locale });
		}
		case 'unique-role':
			return m.disclosure_unique_role(
				{ reference: finding.reference, functionGroup: finding.functionGroup },
				{ locale }
			);
		case 'small-figure':
			return m.disclosure_small_figure({ label: finding.label, year: String(finding.year), n: finding.n }, { locale });
		case 'suppressed':
			return m.disclosure_suppressed({ label: finding.label, year: String(finding.year) }, { locale });
		case 'suppressed-told':
			return m.disclosure_suppressed_told({ label: finding.label, year: String(finding.year) }, { locale });
		case 'no-consent':
			return m.disclosure_no_consent({ n: finding.n }, { locale });
		case 'small-counts':
			return m.disclosure_small_counts({ label: finding.label, n: finding.n }, { locale });
		case 'small-block':
			return m.disclosure_small_block({ n: finding.n }, { locale });
		case 'open-names':
			return m.disclosure_open_names({ reference: finding.reference, n: finding.n }, { locale });
		default:
			return finding satisfies never;
	}
};

/** Who looked at what a file could give away, when, and why it may go out. */
export const confirmationSentence = (
	given: {
		readonly confirmedByName: string;
		readonly confirmedAt: Date;
		readonly findings: number;
		readonly reason: string;
	},
	locale: Locale = readersLocale()
): string => {
	const { confirmedByName: name, findings: n, reason } = given;
	return m.disclosure_mark(
		{ name, moment: formatMoment(given.confirmedAt.toISOString(), locale), n, reason },
		{ locale }
	);
};

/** That nobody looked at what a file could give away, though something was found. */
export const unconfirmedSentence = (n: number, locale: Locale = readersLocale()): string =>
	m.disclosure_unconfirmed({ n }, { locale });
