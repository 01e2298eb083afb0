import type { ExplanationAnswer } from '#lib/contract/explanation.ts';
import { m } from '#lib/paraglide/messages.js';
import { evidenceLine } from '#lib/words/evidence.ts';
import { capitalised, explanationKindLabel, explanationStrengthLabel, saidByLabel } from '#lib/words/labels.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { changedOf } from '../form/changed-fields.ts';

type Shown = Omit<ExplanationAnswer, 'createdBy' | 'createdAt' | 'recognitions'>;

/** What an explanation names by an id. */
export type ExplanationFrame = {
	readonly areas: readonly { readonly id: string; readonly name: string }[];
	readonly indicators: readonly { readonly id: string; readonly key: string; readonly label: string }[];
	readonly waves: readonly { readonly id: string; readonly year: number }[];
};

/** What stands in each field of an explanation, with the name of the field. */
const fieldsOf = (one: Shown, { areas, indicators, waves }: ExplanationFrame) => {
	const indicator = indicators.find(({ id }) => id === one.indicatorId);
	const yearOf = (waveId: string) => String(waves.find(({ id }) => id === waveId)?.year ?? '–');
	return [
		{ label: m.explanation_text(), words: one.text },
		{ label: m.explanation_area(), words: areas.find(({ id }) => id === one.areaId)?.name ?? '–' },
		{ label: m.display_page_wave_from(), words: yearOf(one.fromWaveId) },
		{ label: m.display_page_wave_to(), words: yearOf(one.toWaveId) },
		{ label: m.explanation_indicator(), words: indicator ? `${indicator.key} · ${indicator.label}` : '–' },
		{ label: m.explanation_kind(), words: capitalised(explanationKindLabel(one.kind)) },
		{ label: m.explanation_said_by(), words: capitalised(saidByLabel(one.saidBy)) },
		{ label: m.explanation_strength(), words: capitalised(explanationStrengthLabel(one.strength)) },
		{ label: m.explanation_evidence(), words: one.evidence },
		{ label: m.explanation_counter_evidence(), words: one.counterEvidence },
		{
			label: m.evidence_legend(),
			words: one.evidenceItems.map((item) => evidenceLine(item, readersLocale())).join('\n')
		}
	];
};

/** The fields in which an explanation is another one than before, with what stands there now; an empty one says so. */
export const changedFields = (before: Shown, now: Shown, frame: ExplanationFrame) =>
	changedOf(fieldsOf(before, frame), fieldsOf(now, frame));
