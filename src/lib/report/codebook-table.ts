import { inTreeOrder, pathName, type Codebook } from '../domain/codebook/codebook.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { leftOutLine } from './display-manifest.ts';
import { manifestLines } from './manifest.ts';
import type { Table } from './table.ts';

/** What a codebook refers to, and how often each code was used; counts null = the reader may not see codings. */
export type CodebookLinks = {
	readonly pillarNames: ReadonlyMap<string, string>;
	readonly indicatorKeys: ReadonlyMap<string, string>;
	readonly counts: ReadonlyMap<string, { readonly codings: number; readonly interviews: number }> | null;
};

/** A codebook as it may go out; `shown` and `withheld` = passages of interviews among its examples. */
export type TakenCodebook = { readonly book: Codebook; readonly shown: number; readonly withheld: number };

/** What stands in an example in the place of words of an interview that may not be quoted. */
export const exampleMark = (locale: Locale): string => m.report_text_withheld({}, { locale });

/** The codebook as a table, a row a code in the order of the tree: to discuss it, to print it, to publish it. */
export const codebookTable = (
	{ book, shown, withheld }: TakenCodebook,
	links: CodebookLinks,
	about: About,
	locale: Locale
): Table => {
	const yesOr = (is: boolean) => (is ? m.report_yes({}, { locale }) : m.report_no({}, { locale }));
	const rows = inTreeOrder(book).map(({ code }) => {
		const counted = links.counts && (links.counts.get(code.id) ?? { codings: 0, interviews: 0 });
		return [
			pathName(book, code.id),
			code.name,
			code.definition,
			code.include,
			code.exclude,
			code.example,
			code.synonyms.join('; '),
			code.color,
			yesOr(code.isCodable),
			// no pillars of its own: those of the code above count, which is something else than none
			code.pillarIds === null
				? m.report_codebook_as_above({}, { locale })
				: code.pillarIds.map((id) => links.pillarNames.get(id) ?? '').join('; '),
			code.indicators
				.map(({ indicatorId, relation }) => `${links.indicatorKeys.get(indicatorId) ?? ''}:${relation}`)
				.join('; '),
			counted ? counted.codings : null,
			counted ? counted.interviews : null,
			code.id
		];
	});
	const count = [m.report_codebook_codes({}, { locale }), formatNumber(rows.length, locale)] as const;
	const labels: readonly (readonly [string, number])[] = [
		[m.report_codebook_path({}, { locale }), 40],
		[m.report_codebook_name({}, { locale }), 28],
		[m.report_codebook_definition({}, { locale }), 50],
		[m.report_codebook_include({}, { locale }), 40],
		[m.report_codebook_exclude({}, { locale }), 40],
		[m.report_codebook_example({}, { locale }), 40],
		[m.report_codebook_synonyms({}, { locale }), 28],
		[m.report_codebook_color({}, { locale }), 8],
		[m.report_codebook_codable({}, { locale }), 14],
		[m.report_codebook_pillars({}, { locale }), 28],
		[m.report_codebook_indicators({}, { locale }), 28],
		[m.report_codebook_codings({}, { locale }), 12],
		[m.report_codebook_interviews({}, { locale }), 12],
		// so that a code that got another name or place in the file is known again when the file comes back
		[m.report_codebook_id({}, { locale }), 38]
	];
	return {
		name: m.report_codebook({}, { locale }),
		watermark: watermarkOf(about, locale),
		about: aboutLines(
			about,
			dataHash(rows),
			[
				count,
				[m.report_manifest_examples({}, { locale }), formatNumber(shown, locale)],
				...manifestLines([{ label: m.report_manifest_codes({}, { locale }), parts: rows }], locale),
				leftOutLine(withheld > 0 ? [m.report_left_examples({ n: withheld }, { locale })] : [], locale)
			],
			locale
		),
		columns: labels.map(([label, width]) => ({ label, width })),
		rows
	};
};
