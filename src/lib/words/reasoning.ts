import { reasoningOf, type Reasoning } from '../merge/reasoning.ts';
import type { DisplayRow } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { proposalWords } from './decision.ts';
import { developmentLabel } from './figures.ts';
import { capitalised } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';
import { voicesLabel } from './voices.ts';

/** Why the rules propose what they do: "2 van 3 indicatoren gunstiger; 5 van 8 gesprekken vooruit, 1 achteruit." */
export const reasoningSentence = ({ figures, voices }: Reasoning, locale: Locale = readersLocale()): string =>
	capitalised(
		m.display_reasoning(
			{ figures: figureWords(figures, locale).join(', '), voices: voiceWords(voices, locale).join(', ') },
			{ locale }
		)
	);

/** The proposal with its reasoning: "Voorstel: Bevestigt. 2 van 3 indicatoren gunstiger; 5 van 8 gesprekken vooruit." */
export const proposalSentence = (
	row: Pick<DisplayRow, 'proposal' | 'indicators' | 'voices'>,
	locale: Locale = readersLocale()
): string => `${proposalWords(row.proposal, locale)}. ${reasoningSentence(reasoningOf(row), locale)}`;

const figureWords = (figures: Reasoning['figures'], locale: Locale): readonly string[] => {
	const { total } = figures;
	const [first, ...others] = (['better', 'worse', 'same'] as const).filter((verdict) => figures[verdict] > 0);
	const beside = (['unknown', 'neutral'] as const).filter((outcome) => figures[outcome] > 0);
	const further = [...others, ...beside].map((outcome) =>
		m.display_reasoning_further({ n: figures[outcome], what: developmentLabel(outcome, locale) }, { locale })
	);
	if (first) {
		const what = developmentLabel(first, locale);
		return [m.display_reasoning_figures({ n: figures[first], total, what }, { locale }), ...further];
	}
	return beside.length === 0
		? [m.display_reasoning_no_figures({}, { locale })]
		: [m.display_reasoning_no_usable_figures({}, { locale }), ...further];
};

const voiceWords = (voices: Reasoning['voices'], locale: Locale): readonly string[] => {
	const { total, mentions, forward, backward, improve, outcome } = voices;
	const of = (n: number, what: string) => m.display_reasoning_voices({ n, m: mentions, what }, { locale });
	const further = (n: number, what: string) => (n > 0 ? [m.display_reasoning_further({ n, what }, { locale })] : []);
	const [ahead, back] = [voicesLabel('forward', locale), voicesLabel('backward', locale)];
	const better = m.display_reasoning_improve({}, { locale });
	switch (outcome) {
		case 'forward':
		case 'divided':
			return [of(forward, ahead), ...further(backward, back), ...further(improve, better)];
		case 'backward':
			return [of(backward, back), ...further(forward, ahead), ...further(improve, better)];
		case 'improve-only':
			return [of(improve, better), m.display_reasoning_no_change({}, { locale })];
		case 'no-direction':
			return [m.display_say_no_direction({ m: mentions }, { locale }), ...further(improve, better)];
		case 'silent':
			return [
				total === 0
					? m.display_reasoning_no_interviews({}, { locale })
					: m.display_reasoning_silent({ total }, { locale })
			];
		default:
			return outcome satisfies never;
	}
};
