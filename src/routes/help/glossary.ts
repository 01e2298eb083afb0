import { m } from '#lib/paraglide/messages.js';

/** A word of the method with one sentence that explains it. */
export type GlossaryEntry = { readonly key: string; readonly word: string; readonly text: string };
export type GlossaryGroup = { readonly title: string; readonly entries: readonly GlossaryEntry[] };

const entry = (key: string, word: () => string, text: () => string): GlossaryEntry => ({
	key,
	word: word(),
	text: text()
});

/** All words, in the order of the work: collecting, coding, figures, interpreting, working with care. */
export const glossary = (): readonly GlossaryGroup[] => [
	{
		title: m.shell_help_group_collect(),
		entries: [
			entry('area', m.shell_help_area, m.shell_help_area_text),
			entry('wave', m.shell_help_wave, m.shell_help_wave_text),
			entry('study', m.shell_help_study, m.shell_help_study_text),
			entry('source', m.shell_help_source, m.shell_help_source_text),
			entry('turn', m.shell_help_turn, m.shell_help_turn_text),
			entry('speaker', m.shell_help_speaker, m.shell_help_speaker_text),
			entry('case', m.shell_help_case, m.shell_help_case_text)
		]
	},
	{
		title: m.shell_help_group_code(),
		entries: [
			entry('code', m.shell_help_code, m.shell_help_code_text),
			entry('codebook', m.shell_help_codebook, m.shell_help_codebook_text),
			entry('coding', m.shell_help_coding, m.shell_help_coding_text),
			entry('valence', m.shell_help_valence, m.shell_help_valence_text),
			entry('memo', m.shell_help_memo, m.shell_help_memo_text),
			entry('quote', m.shell_help_quote, m.shell_help_quote_text),
			entry('second-coding', m.shell_help_layer, m.shell_help_layer_text)
		]
	},
	{
		title: m.shell_help_group_figures(),
		entries: [
			entry('core-set', m.shell_help_core_set, m.shell_help_core_set_text),
			entry('pillar', m.shell_help_pillar, m.shell_help_pillar_text),
			entry('indicator', m.shell_help_indicator, m.shell_help_indicator_text),
			entry('observation', m.shell_help_observation, m.shell_help_observation_text),
			entry('reference-year', m.shell_help_reference_year, m.shell_help_reference_year_text),
			entry('interval', m.shell_help_interval, m.shell_help_interval_text),
			entry('trend-break', m.shell_help_trend_break, m.shell_help_trend_break_text),
			entry('percentage-point', m.shell_help_percentage_point, m.shell_help_percentage_point_text)
		]
	},
	{
		title: m.shell_help_group_interpret(),
		entries: [
			entry('joint-display', m.shell_help_joint_display, m.shell_help_joint_display_text),
			entry('interviews', m.shell_help_count, m.shell_help_count_text),
			entry('fit', m.shell_help_fit, m.shell_help_fit_text),
			entry('confirms', m.shell_help_fit_confirms, m.shell_help_fit_confirms_text),
			entry('partly-confirms', m.shell_help_fit_partly, m.shell_help_fit_partly_text),
			entry('expands', m.shell_help_fit_expands, m.shell_help_fit_expands_text),
			entry('contradicts', m.shell_help_fit_contradicts, m.shell_help_fit_contradicts_text),
			entry('figures-only', m.shell_help_fit_figures_only, m.shell_help_fit_figures_only_text),
			entry('voices-only', m.shell_help_fit_voices_only, m.shell_help_fit_voices_only_text),
			entry('meta-inference', m.shell_help_meta_inference, m.shell_help_meta_inference_text),
			entry('explanation', m.shell_help_explanation, m.shell_help_explanation_text),
			entry('recognition', m.shell_help_recognition, m.shell_help_recognition_text)
		]
	},
	{
		title: m.shell_help_group_care(),
		entries: [
			entry('consent', m.shell_help_consent, m.shell_help_consent_text),
			entry('pseudonym', m.shell_help_pseudonym, m.shell_help_pseudonym_text),
			entry('retention', m.shell_help_retention, m.shell_help_retention_text)
		]
	}
];
