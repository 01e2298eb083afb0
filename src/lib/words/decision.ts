import type { RowDecision } from '../merge/joint-display.ts';
import type { Proposal } from '../merge/proposal.ts';
import * as m from '../paraglide/messages.js';
import { formatDay } from './date.ts';
import { fitLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';

/** What the rules propose: "Voorstel: Vult aan (beter, maar nog niet goed)", or "Geen gegevens". */
export const proposalWords = ({ fit, note }: Proposal, locale: Locale = readersLocale()): string => {
	if (fit === null) return m.display_fit_none({}, { locale });
	const label = fitLabel(fit, locale);
	if (note === null) return m.display_proposal({ fit: label }, { locale });
	const words =
		note === 'better-not-good'
			? m.display_note_better_not_good({}, { locale })
			: m.display_note_mentioned({}, { locale });
	return m.display_proposal_with_note({ fit: label, note: words }, { locale });
};

/** A decision as it stands: "Vastgesteld: Bevestigt". Whether it must be looked at again is `reviewSentence`. */
export const decisionWords = (decision: RowDecision, locale: Locale = readersLocale()): string =>
	m.display_decided({ fit: fitLabel(decision.fit, locale) }, { locale });

/** Who decided, and when: "Vastgesteld door auteur 1 op 12 maart 2025". */
export const decidedBy = (decision: RowDecision, locale: Locale = readersLocale()): string =>
	m.display_decided_by({ name: decision.decidedByName, date: formatDay(decision.decidedAt, locale) }, { locale });

/** That the data changed since the decision; null when they did not. */
export const reviewSentence = (decision: RowDecision, locale: Locale = readersLocale()): string | null =>
	decision.needsReview ? m.display_needs_review({ date: formatDay(decision.decidedAt, locale) }, { locale }) : null;
