import { mayStand, type LiveState } from '../domain/report/live-block.ts';
import { liveBlocksOf } from '../domain/report/report-text.ts';
import { slots } from '../domain/report/report.ts';
import { shortened } from '../domain/report/shorten.ts';
import * as m from '../paraglide/messages.js';
import { capitalised, groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale, Saying } from '../words/locale.ts';
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
			const beside = besideQuote(placed.state, text, whole);
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
				[line(`‘${text}’`, 'quote'), ...(beside ? [line(besideWords[beside]({}, { locale }), 'small')] : [])]
			];
			return [{ cells, beside, whole: beside ? [line(`‘${whole}’`, 'quote')] : [] }];
		})
	);
	const heading: Block = { kind: 'heading', level: 1, text: m.writing_appendix_quotes({}, { locale }) };
	if (quotes.length === 0)
		return [heading, { kind: 'paragraph', line: line(m.writing_appendix_quotes_none({}, { locale })) }];
	// A column for what was left out of a quote, or for what the transcript says now, only where there is one.
	const hasWhole = quotes.some(({ beside }) => beside !== null);
	const isChanged = quotes.some(({ beside }) => beside === 'changed');
	const isShortened = quotes.some(({ beside }) => beside === 'shortened');
	const intro = isShortened ? m.writing_appendix_quotes_intro : m.writing_appendix_quotes_intro_whole;
	return [
		heading,
		{ kind: 'paragraph', line: line(intro({}, { locale })) },
		...(isChanged
			? [{ kind: 'paragraph' as const, line: line(m.writing_appendix_quotes_changed({}, { locale })) }]
			: []),
		{
			kind: 'table',
			caption: m.writing_appendix_quotes_caption({ n: quotes.length }, { locale }),
			columns: [
				{ label: m.writing_column_reference({}, { locale }), width: 18 },
				{ label: m.writing_column_group({}, { locale }), width: 15 },
				{ label: m.writing_column_code({}, { locale }), width: 19 },
				{ label: m.writing_column_quote({}, { locale }), width: hasWhole ? 24 : 48 },
				...(hasWhole
					? [{ label: (isChanged ? m.writing_column_transcript : m.writing_column_whole)({}, { locale }), width: 24 }]
					: [])
			],
			rows: quotes.map(({ cells, whole }) => (hasWhole ? [...cells, whole] : cells))
		}
	];
};

type Beside = 'shortened' | 'changed';

const besideWords: Readonly<Record<Beside, Saying>> = {
	shortened: m.writing_quote_shortened,
	changed: m.writing_quote_changed
};

/**
 * Why all words of the transcript stand beside a quote: it has some of them, or it has others, since the transcript
 * changed after it was placed; null = they are the same.
 */
const besideQuote = (state: LiveState, text: string, whole: string): Beside | null => {
	if (text === whole) return null;
	if (state === 'same') return 'shortened';
	const fitting = shortened(whole, text);
	if (!fitting.ok) return 'changed';
	return fitting.value === null ? null : 'shortened';
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
