import { smallGroups, tellingOf } from '../merge/small-cells.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import type { Locale } from '../words/locale.ts';
import { type About, checkedBlocks, dataHash, pagesOf } from './about.ts';
import type { ReportDocument } from './document.ts';
import { estimatedPages } from './document-height.ts';
import { pillarBlocks, shownDisplays, type FactsheetInput, type Room } from './factsheet-pillar.ts';
import { roundsShown } from './rounds-shown.ts';
import { withoutIds } from './frozen-document.ts';
import { united, type LeftOut } from './left-out.ts';
import { factsheetManifest } from './manifest.ts';
import { leftOutBlocks } from './report-document.ts';

const mostPages = 2;

/** From roomy to tight: a reason is missed less than an explanation, and that less than a core message or a figure. */
const rooms: readonly Room[] = [
	{ figures: 3, isCompared: true, explanations: 2, evidence: 2, messages: Infinity, reasons: true },
	{ figures: 3, isCompared: true, explanations: 2, evidence: 2, messages: Infinity, reasons: false },
	{ figures: 3, isCompared: true, explanations: 1, evidence: 1, messages: Infinity, reasons: false },
	{ figures: 3, isCompared: true, explanations: 1, evidence: 1, messages: 1, reasons: false },
	{ figures: 2, isCompared: true, explanations: 1, evidence: 1, messages: 1, reasons: false },
	{ figures: 2, isCompared: true, explanations: 0, evidence: 1, messages: 1, reasons: false },
	{ figures: 2, isCompared: true, explanations: 0, evidence: 0, messages: 1, reasons: false }
];
const tightest: Room = { figures: 2, isCompared: false, explanations: 0, evidence: 0, messages: 1, reasons: false };

/**
 * One or two pages about an area, out of its joint displays and what authors wrote. Proposals never stand in it. It has as
 * much as fits; when even the least is too long, it says so, since only its authors can shorten what they wrote.
 */
export const factsheetDocument = (input: FactsheetInput, about: About, locale: Locale): ReportDocument => {
	for (const room of [...rooms, tightest]) {
		const document = documentIn(room, input, about, locale);
		if (estimatedPages(document) <= mostPages) return document;
	}
	return documentIn(tightest, { ...input, isTooLong: true }, about, locale);
};

type Fitted = FactsheetInput & { readonly isTooLong?: boolean };

const documentIn = (room: Room, input: Fitted, about: About, locale: Locale): ReportDocument => {
	const [first] = input.displays;
	// All pillars count the same interviews, so this is said once.
	const leftOut: LeftOut[] = (first ? smallGroups(first.method, input.smallest) : []).map((group) => ({
		kind: 'small-group',
		place: input.area.name,
		group,
		smallest: input.smallest
	}));
	if (first && tellingOf(first.method, input.smallest) === 'none')
		leftOut.push({ kind: 'small-together', place: input.area.name, smallest: input.smallest });
	const rounds = first?.waves ?? [];
	const shown = roundsShown(rounds).length;
	if (shown < rounds.length)
		leftOut.push({ kind: 'more-rounds', place: input.area.name, shown, n: rounds.length - shown });
	const blocks = shownDisplays(input.displays).flatMap((display) =>
		pillarBlocks({ ...input, room }, display, leftOut, locale)
	);
	if (input.isTooLong) leftOut.push({ kind: 'too-long', place: input.area.name, pages: mostPages });
	const told = united(leftOut, locale);
	const freeze = m.report_method_freeze(
		{
			at: formatMoment(about.frozenAt, locale),
			hash: dataHash([input.area.name, input.years, blocks.map(withoutIds), leftOut])
		},
		{ locale }
	);
	const { from, to } = input.years;
	return {
		title: m.writing_factsheet_title({ area: input.area.name }, { locale }),
		subtitle: m.report_display_subtitle({ from: String(from), to: String(to) }, { locale }),
		...pagesOf(about, freeze, locale),
		isUpright: true,
		blocks: [
			{
				kind: 'box',
				lines: [
					m.writing_factsheet_interviews({ n: first?.method.interviews ?? 0 }, { locale }),
					m.writing_factsheet_no_sample({}, { locale })
				]
			},
			...blocks,
			...leftOutBlocks(told, locale),
			factsheetManifest(blocks, told, locale),
			...checkedBlocks(about)
		]
	};
};
