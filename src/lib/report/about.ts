import { fnv1a64 } from '../domain/hash.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block, type ReportDocument } from './document.ts';

/** What every export says of itself. */
export type About = {
	readonly projectName: string;
	readonly isFictional: boolean;
	/** when what is in it changed last, ISO 8601, UTC: what changed later is not in it, and the same data have the same moment */
	readonly frozenAt: string;
	/** what was chosen, in words; null = everything */
	readonly selection?: string | null;
	/** who looked at what it could give away, and why it may go out; null = nobody had to, or nobody did */
	readonly check?: string | null;
};

/** The line that stands in every export of invented data; null for real data. */
export const watermarkOf = ({ isFictional }: Pick<About, 'isFictional'>, locale: Locale): string | null =>
	isFictional ? m.report_watermark({}, { locale }) : null;

/** What is the same on the pages of every document: language, watermark, where the data come from and when, page numbers. */
export const pagesOf = (
	about: About,
	freeze: string,
	locale: Locale
): Pick<ReportDocument, 'language' | 'watermark' | 'footer' | 'madeAt' | 'pageWords'> => ({
	language: locale === 'nl' ? 'nl-NL' : 'en-GB',
	watermark: watermarkOf(about, locale),
	footer: `${about.projectName}. ${freeze}`,
	madeAt: about.frozenAt,
	pageWords: { page: m.report_page({}, { locale }), of: m.report_page_of({}, { locale }) }
});

/** At the end of a document: who looked at what it could give away. */
export const checkedBlocks = ({ check }: About): readonly Block[] =>
	check ? [{ kind: 'paragraph', line: line(check, 'small') }] : [];

/** Tells whether two exports hold the same data: the same for equal data, at whatever moment they were made. */
export const dataHash = (data: unknown): string => fnv1a64(JSON.stringify(data));

/** The first lines about an export: project, moment, fingerprint, selection, and what the export itself counts. */
export const aboutLines = (
	about: About,
	hash: string,
	counts: readonly (readonly [string, string])[],
	locale: Locale
): readonly (readonly [string, string])[] => [
	[m.report_about_project({}, { locale }), about.projectName],
	...counts,
	...(about.selection ? [[m.report_about_selection({}, { locale }), about.selection] as const] : []),
	[m.report_about_made({}, { locale }), formatMoment(about.frozenAt, locale)],
	[m.report_about_hash({}, { locale }), hash],
	...(about.check ? [[m.disclosure_row({}, { locale }), about.check] as const] : [])
];
