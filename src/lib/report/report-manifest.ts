import { mayStand } from '../domain/report/live-block.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import type { LeftOut } from './left-out.ts';
import type { ManifestPart } from './manifest.ts';
import type { WrittenReport } from './written-report.ts';

/** What is in a report: texts, what their live blocks say, and remarks on what is not in it. */
export const reportManifest = (
	report: WrittenReport,
	leftOut: readonly LeftOut[],
	locale: Locale
): readonly ManifestPart[] => {
	const standing = [...report.blocks.values()].filter(({ state }) => mayStand(state)).map(({ said }) => said);
	return [
		{
			label: m.writing_manifest_texts({}, { locale }),
			parts: report.sections.filter(({ text }) => text.length > 0)
		},
		{
			label: m.writing_manifest_quotes({}, { locale }),
			parts: standing.filter(({ kind }) => kind === 'quote')
		},
		{
			label: m.writing_manifest_figures({}, { locale }),
			parts: standing.filter(({ kind }) => kind !== 'quote')
		},
		{ label: m.writing_manifest_left_out({}, { locale }), parts: leftOut }
	];
};
