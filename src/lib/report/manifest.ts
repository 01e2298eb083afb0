import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { dataHash } from './about.ts';
import { line, type Block } from './document.ts';
import { withoutIds } from './frozen-document.ts';
import type { LeftOut } from './left-out.ts';

/** A kind of thing in a file, and each of them as it stands there. */
export type ManifestPart = { readonly label: string; readonly parts: readonly unknown[] };

/** What is in a file, counted, with a fingerprint for each kind, so that two files can be laid beside each other. */
export const manifestBlocks = (kinds: readonly ManifestPart[], locale: Locale): readonly Block[] => [
	{ kind: 'heading', level: 1, text: m.writing_manifest({}, { locale }) },
	{
		kind: 'table',
		caption: m.writing_manifest_caption({}, { locale }),
		columns: [
			{ label: m.writing_column_part({}, { locale }), width: 50 },
			{ label: m.writing_column_number({}, { locale }), width: 15 },
			{ label: m.writing_column_hash({}, { locale }), width: 35 }
		],
		rows: kinds.map(({ label, parts }) => [
			[line(label, 'strong')],
			[line(formatNumber(parts.length, locale))],
			[line(dataHash(parts))]
		])
	}
];

/** The same for what a sheet or CSV file says of itself. */
export const manifestLines = (kinds: readonly ManifestPart[], locale: Locale): readonly (readonly [string, string])[] =>
	kinds.map(({ label, parts }) => [
		m.writing_manifest_kind({ kind: label }, { locale }),
		m.writing_manifest_line({ n: formatNumber(parts.length, locale), hash: dataHash(parts) }, { locale })
	]);

/** What is in a factsheet, in one line, since it has two pages. */
export const factsheetManifest = (blocks: readonly Block[], leftOut: readonly LeftOut[], locale: Locale): Block => {
	const said = blocks.map(withoutIds);
	const quotes = said.filter(({ kind }) => kind === 'quote');
	const tables = said.filter(({ kind }) => kind === 'table' || kind === 'chart');
	const texts = said.filter(({ kind }) => kind === 'paragraph' || kind === 'rich' || kind === 'list');
	const kinds: readonly ManifestPart[] = [
		{ label: m.writing_manifest_quotes({}, { locale }), parts: quotes },
		{ label: m.writing_manifest_tables({}, { locale }), parts: tables },
		{ label: m.writing_manifest_texts({}, { locale }), parts: texts },
		{ label: m.writing_manifest_left_out({}, { locale }), parts: leftOut }
	];
	return manifestInLine(kinds, locale);
};

/** What is in a file, in one line, for a sheet that has little room. */
export const manifestInLine = (kinds: readonly ManifestPart[], locale: Locale): Block => {
	const words = kinds.map(({ label, parts }) => `${label}: ${parts.length} (${dataHash(parts)})`);
	return {
		kind: 'paragraph',
		line: line(m.writing_manifest_in_line({ kinds: words.join('; ') }, { locale }), 'small')
	};
};
