import { mayStand } from '../domain/report/live-block.ts';
import { liveBlocksOf } from '../domain/report/report-text.ts';
import { slots } from '../domain/report/report.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import type { WrittenReport } from './written-report.ts';

/** Every quote that stands in a report, in its order, with all its words where it was shortened. */
export const quoteAppendix = (report: WrittenReport, locale: Locale): readonly Block[] => {
	const rows = placesOf(report).flatMap(({ place, ids }) =>
		ids.flatMap((id) => {
			const placed = report.blocks.get(id);
			if (placed?.said.kind !== 'quote' || !mayStand(placed.state)) return [];
			const { text, reference } = placed.said;
			const whole = report.wholes.get(id);
			const all = whole !== undefined && whole !== text ? [line(`‘${whole}’`, 'quote')] : [];
			return [[[line(reference, 'strong')], [line(place)], [line(`‘${text}’`, 'quote')], all]];
		})
	);
	const heading: Block = { kind: 'heading', level: 1, text: m.writing_appendix_quotes({}, { locale }) };
	if (rows.length === 0)
		return [heading, { kind: 'paragraph', line: line(m.writing_appendix_quotes_none({}, { locale })) }];
	return [
		heading,
		{ kind: 'paragraph', line: line(m.writing_appendix_quotes_intro({}, { locale })) },
		{
			kind: 'table',
			caption: m.writing_appendix_quotes_caption({ n: rows.length }, { locale }),
			columns: [
				{ label: m.writing_column_reference({}, { locale }), width: 18 },
				{ label: m.writing_column_place({}, { locale }), width: 18 },
				{ label: m.writing_column_quote({}, { locale }), width: 32 },
				{ label: m.writing_column_whole({}, { locale }), width: 32 }
			],
			rows
		}
	];
};

const placesOf = ({ areas, pillars, sections }: WrittenReport) =>
	areas.flatMap((area) =>
		pillars.flatMap((pillar) =>
			slots.flatMap((slot) => {
				const found = sections.find((one) => one.areaId === area.id && one.pillarId === pillar.id && one.slot === slot);
				return found ? [{ place: `${pillar.name}, ${area.name}`, ids: liveBlocksOf(found.text) }] : [];
			})
		)
	);
