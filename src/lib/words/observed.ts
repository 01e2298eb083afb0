import type { ObservedTheme, ShownObservation } from '../merge/observed.ts';
import * as m from '../paraglide/messages.js';
import { valenceLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';
import { formatNumber } from './number.ts';

const valences = ['forward', 'backward', 'good', 'improve'] as const;

/** How an observation is called; one that the reader may not see in the list is "Een observatie". */
export const observationName = ({ title }: ShownObservation, locale: Locale = readersLocale()): string =>
	title ?? m.display_observed_untitled({}, { locale });

/** What was seen with a code: "3 passages, gaat vooruit 2". */
export const observedSentence = (theme: ObservedTheme, locale: Locale = readersLocale()): string =>
	[
		m.display_observed_passages({ n: theme.codings }, { locale }),
		...valences
			.filter((valence) => theme[valence] > 0)
			.map((valence) => `${valenceLabel(valence, locale)} ${formatNumber(theme[valence], locale)}`)
	].join(', ');
