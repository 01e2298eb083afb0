import { slots } from '../domain/report/report.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import { capitalised } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { reportKindLabel, slotLabel } from '../words/writing.ts';
import { type About, checkedBlocks, dataHash, pagesOf } from './about.ts';
import { line, type Block, type ReportDocument } from './document.ts';
import { leftOutSentence, type LeftOut } from './left-out.ts';
import { manifestBlocks } from './manifest.ts';
import { methodAppendix } from './method-appendix.ts';
import { quoteAppendix } from './quote-appendix.ts';
import { reportManifest } from './report-manifest.ts';
import { sectionBlocks } from './section-blocks.ts';
import type { WrittenReport } from './written-report.ts';

/**
 * A report as a document: areas, in them the pillars, in them what was written in each place. Places in which nobody
 * wrote are left out; what stands in a text and may not be shown is told at the end.
 */
export const reportDocument = (report: WrittenReport, about: About): ReportDocument => {
	const locale = report.language;
	const leftOut: LeftOut[] = [...report.warnings];
	const blocks = report.areas.flatMap((area): readonly Block[] => {
		const inArea = report.pillars.flatMap((pillar): readonly Block[] => {
			const place = m.writing_place({ pillar: pillar.name, area: area.name }, { locale });
			const written = slots.flatMap((slot): readonly Block[] => {
				const section = report.sections.find(
					(one) => one.areaId === area.id && one.pillarId === pillar.id && one.slot === slot
				);
				if (!section || section.text.length === 0) return [];
				const made = sectionBlocks(section.text, report.blocks, { place, level: 4 }, locale);
				leftOut.push(...made.leftOut);
				return [heading(3, slotLabel(slot, locale)), ...made.blocks];
			});
			return written.length > 0 ? [heading(2, pillar.name), ...written] : [];
		});
		return inArea.length > 0 ? [heading(1, area.name), ...inArea] : [];
	});
	const freeze = m.report_method_freeze(
		{ at: formatMoment(about.frozenAt, locale), hash: dataHash([report.title, blocks, leftOut]) },
		{ locale }
	);
	return {
		title: report.title,
		subtitle: m.writing_subtitle(
			{
				kind: capitalised(reportKindLabel(report.kind, locale)),
				from: String(report.years.from),
				to: String(report.years.to)
			},
			{ locale }
		),
		...pagesOf(about, freeze, locale),
		isUpright: true,
		blocks: [
			...(blocks.length > 0 ? blocks : [paragraph(m.writing_nothing_written({}, { locale }))]),
			...leftOutBlocks(leftOut, locale),
			...(report.hasQuoteAppendix ? quoteAppendix(report, locale) : []),
			...(report.methods ? methodAppendix(report.methods, locale) : []),
			...manifestBlocks(reportManifest(report, leftOut, locale), locale),
			...checkedBlocks(about)
		]
	};
};

/** The last part of a file: what is not in it, or not as it should be, and why. */
export const leftOutBlocks = (leftOut: readonly LeftOut[], locale: Locale): readonly Block[] => [
	heading(1, m.writing_left_title({}, { locale })),
	leftOut.length > 0
		? { kind: 'list', items: leftOut.map((left) => leftOutSentence(left, locale)) }
		: paragraph(m.writing_left_nothing({}, { locale }))
];

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

const paragraph = (text: string): Block => ({ kind: 'paragraph', line: line(text) });
