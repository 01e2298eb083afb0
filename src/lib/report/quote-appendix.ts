import { mayStand } from '../domain/report/live-block.ts';
import { liveBlocksOf } from '../domain/report/report-text.ts';
import { slots } from '../domain/report/report.ts';
import * as m from '../paraglide/messages.js';
import { capitalised, groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import type { WrittenReport } from './written-report.ts';

/** Every quote that stands in a report, in its order: who says it, of what, and all its words where it was shortened. */
export const quoteAppendix = (report: WrittenReport, locale: Locale): readonly Block[] => {
	const quotes = placesOf(report).flatMap(({ place, ids }) =>
		ids.flatMap((id) => {
			const placed = report.blocks.get(id);
			if (placed?.said.kind !== 'quote' || !mayStand(placed.state)) return [];
			const { text, reference } = placed.said;
			const passage = report.passages.get(id);
			if (!passage) return [];
			const { whole, codePath, valences, group } = passage;
			const isShortened = whole !== text;
			const cells = [
				[line(reference, 'strong'), line(place, 'small')],
				[line(capitalised(groupLabel(group, locale))), line(m.writing_quote_consent({}, { locale }), 'small')],
				[
					line(codePath),
					line(
						valences.length > 0
							? valences.map((valence) => valenceLabel(valence, locale)).join('; ')
							: m.report_no_direction({}, { locale }),
						'small'
					)
				],
				[line(`‘${text}’`, 'quote'), ...(isShortened ? [line(m.writing_quote_shortened({}, { locale }), 'small')] : [])]
			];
			return [{ cells, whole: isShortened ? [line(`‘${whole}’`, 'quote')] : [] }];
		})
	);
	const heading: Block = { kind: 'heading', level: 1, text: m.writing_appendix_quotes({}, { locale }) };
	if (quotes.length === 0)
		return [heading, { kind: 'paragraph', line: line(m.writing_appendix_quotes_none({}, { locale })) }];
	// A column for what was left out of a quote only where something was.
	const hasWhole = quotes.some(({ whole }) => whole.length > 0);
	const intro = hasWhole ? m.writing_appendix_quotes_intro : m.writing_appendix_quotes_intro_whole;
	return [
		heading,
		{ kind: 'paragraph', line: line(intro({}, { locale })) },
		{
			kind: 'table',
			caption: m.writing_appendix_quotes_caption({ n: quotes.length }, { locale }),
			columns: [
				{ label: m.writing_column_reference({}, { locale }), width: 18 },
				{ label: m.writing_column_group({}, { locale }), width: 15 },
				{ label: m.writing_column_code({}, { locale }), width: 19 },
				{ label: m.writing_column_quote({}, { locale }), width: hasWhole ? 24 : 48 },
				...(hasWhole ? [{ label: m.writing_column_whole({}, { locale }), width: 24 }] : [])
			],
			rows: quotes.map(({ cells, whole }) => (hasWhole ? [...cells, whole] : cells))
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
