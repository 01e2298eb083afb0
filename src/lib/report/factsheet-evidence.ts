import type { ObservedTheme, ShownObservation } from '../merge/observed.ts';
import type { ShownFinding } from '../merge/study-evidence.ts';
import * as m from '../paraglide/messages.js';
import { withoutStop } from '../words/figure-source.ts';
import type { Locale } from '../words/locale.ts';
import { observedSentence } from '../words/observed.ts';
import { evidenceOrigin, findingDirectionLabel, findingSign } from '../words/study-evidence.ts';
import { line, type Block } from './document.ts';
import type { Share } from './factsheet-figures.ts';
import type { LeftOut } from './left-out.ts';

/** The third kind of evidence about a pillar. */
type Evidence = { readonly findings: readonly ShownFinding[]; readonly observations: readonly ShownObservation[] };

/**
 * What studies found and what was seen in public space, beside figures and voices: each as evidence of its own, with where
 * it comes from. Observations stand together and without their names, since a reader cannot look them up.
 */
export const evidenceBlocks = (
	{ findings, observations }: Evidence,
	{ place, most }: Share,
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const themes = seenThemes(observations);
	const found = findings.slice(0, most);
	const seen = themes.slice(0, most);
	const more = findings.length - found.length + themes.length - seen.length;
	if (more > 0) leftOut.push({ kind: 'more-evidence', place, n: more });
	const lines = found.map((finding) =>
		m.writing_finding(
			{
				text: withoutStop(finding.text),
				direction: directionOf(finding, locale),
				origin: evidenceOrigin(finding, locale)
			},
			{ locale }
		)
	);
	if (seen.length > 0) {
		const themesSaid = seen.map((theme) => `${theme.name} (${observedSentence(theme, locale)})`).join('; ');
		lines.push(m.writing_observed({ n: observations.length, themes: themesSaid }, { locale }));
	}
	return lines.map((text) => ({ kind: 'paragraph', line: line(text) }));
};

/** "▲ gaat vooruit"; nothing of a finding that points no way. */
const directionOf = ({ direction }: ShownFinding, locale: Locale): string =>
	direction === 'not-applicable' ? '' : `${findingSign[direction]} ${findingDirectionLabel(direction, locale)}; `;

/** What was seen with each code in all observations together, what was seen most first. */
const seenThemes = (observations: readonly ShownObservation[]): readonly ObservedTheme[] => {
	const themes = new Map<string, ObservedTheme>();
	for (const theme of observations.flatMap(({ codes }) => codes)) {
		const before = themes.get(theme.codeId);
		themes.set(theme.codeId, before ? together(before, theme) : theme);
	}
	return [...themes.values()].sort((a, b) => b.codings - a.codings);
};

const together = (one: ObservedTheme, other: ObservedTheme): ObservedTheme => ({
	...one,
	codings: one.codings + other.codings,
	forward: one.forward + other.forward,
	backward: one.backward + other.backward,
	good: one.good + other.good,
	improve: one.improve + other.improve
});
