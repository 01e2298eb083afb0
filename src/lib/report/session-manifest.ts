import * as m from '../paraglide/messages.js';
import { isQuoteOf } from '../words/evidence.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import { manifestInLine, type ManifestPart } from './manifest.ts';
import type { SessionSheet } from './session-sheet.ts';

/** At the end of the sheet of a session: what does not stand on it and why, and what does, counted. */
export const sessionManifest = (sheet: SessionSheet, locale: Locale): readonly Block[] => {
	const { agenda, recognitions, explanations, session } = sheet;
	const values = agenda
		.flatMap(({ figures }) => figures)
		.flatMap(({ key, values: own }) => own.map((value) => ({ key, ...value })));
	const quotes = explanations.flatMap(({ evidenceItems }) => evidenceItems.filter(({ kind }) => kind === 'quote'));
	const ofSmall = quotes.filter((item) => isQuoteOf(item, sheet.tooFewToQuote));
	const others = quotes.flatMap((item) => (item.kind === 'quote' && !ofSmall.includes(item) ? [item] : []));
	const withheld = others.filter(({ text }) => text === null).length;
	const suppressed = values.filter((value) => value.suppressed).length;
	const leftOut = [
		...(suppressed > 0 ? [m.report_left_suppressed({ n: suppressed }, { locale })] : []),
		...(ofSmall.length > 0 ? [m.report_left_small_evidence({ n: ofSmall.length }, { locale })] : []),
		...(withheld > 0 ? [m.report_left_evidence({ place: session.area, n: withheld }, { locale })] : [])
	];
	const kinds: readonly ManifestPart[] = [
		{ label: m.report_manifest_agenda({}, { locale }), parts: agenda.map(({ reason }) => reason) },
		{ label: m.report_manifest_values({}, { locale }), parts: values.filter(({ value }) => value !== null) },
		{ label: m.report_manifest_recognitions({}, { locale }), parts: recognitions },
		{ label: m.report_manifest_explanations({}, { locale }), parts: explanations.map(({ text }) => text) },
		{
			label: m.writing_manifest_quotes({}, { locale }),
			parts: others.filter(({ text }) => text !== null).map(({ text, reference }) => [text, reference])
		},
		{ label: m.writing_manifest_left_out({}, { locale }), parts: leftOut }
	];
	return [
		{ kind: 'heading', level: 2, text: m.writing_left_title({}, { locale }) },
		leftOut.length > 0
			? { kind: 'list', items: leftOut }
			: { kind: 'paragraph', line: line(m.writing_left_nothing({}, { locale }), 'small') },
		manifestInLine(kinds, locale)
	];
};
