import { mayStand } from '../domain/report/live-block.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { dataHash } from './about.ts';
import { line, type Block } from './document.ts';
import type { LeftOut } from './left-out.ts';
import type { WrittenReport } from './written-report.ts';

/** What is in a file, counted, with a fingerprint for each kind, so that two files can be laid beside each other. */
export const manifest = (report: WrittenReport, leftOut: readonly LeftOut[], locale: Locale): readonly Block[] => {
	const texts = report.sections.filter(({ text }) => text.length > 0);
	const blocks = [...report.blocks].filter(([, { state }]) => mayStand(state));
	const quotes = blocks.filter(([, { said }]) => said.kind === 'quote');
	const others = blocks.filter(([, { said }]) => said.kind !== 'quote');
	const row = (label: string, parts: readonly unknown[]) => [
		[line(label, 'strong')],
		[line(String(parts.length))],
		[line(dataHash(parts))]
	];
	return [
		{ kind: 'heading', level: 1, text: m.writing_manifest({}, { locale }) },
		{
			kind: 'table',
			caption: m.writing_manifest_caption({}, { locale }),
			columns: [
				{ label: m.writing_column_part({}, { locale }), width: 50 },
				{ label: m.writing_column_number({}, { locale }), width: 15 },
				{ label: m.writing_column_hash({}, { locale }), width: 35 }
			],
			rows: [
				row(m.writing_manifest_texts({}, { locale }), texts),
				row(
					m.writing_manifest_quotes({}, { locale }),
					quotes.map(([, { said }]) => said)
				),
				row(
					m.writing_manifest_figures({}, { locale }),
					others.map(([, { said }]) => said)
				),
				row(m.writing_manifest_left_out({}, { locale }), leftOut)
			]
		}
	];
};
