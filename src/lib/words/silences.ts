import type { FiguresOnly, VoicesOnly } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';
import { listWords } from './number.ts';

/** Why no voice speaks of a figure. */
export const figuresOnlyReason = ({ reason, themes }: FiguresOnly, locale: Locale = readersLocale()): string => {
	const names = () =>
		listWords(
			themes.map(({ name }) => name),
			locale
		);
	switch (reason) {
		case 'silent':
			return m.display_figures_only_silent({}, { locale });
		case 'no-direction':
			return m.display_figures_only_no_direction({}, { locale });
		case 'no-theme':
			return m.display_figures_only_no_theme({}, { locale });
		case 'only-beside':
			return m.display_figures_only_beside({ themes: names() }, { locale });
		case 'other-pillar':
			return m.display_figures_only_other_pillar({ themes: names() }, { locale });
		default:
			return reason satisfies never;
	}
};

/** Why no figure helps with a theme. */
export const voicesOnlyReason = ({ reason }: VoicesOnly, locale: Locale = readersLocale()): string =>
	reason === 'unknown'
		? m.display_voices_only_unknown({}, { locale })
		: m.display_voices_only_no_indicator({}, { locale });
