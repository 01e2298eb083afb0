import type { Area } from '../domain/area/area.ts';
import { shortNameOf } from '../domain/indicator/pillar.ts';
import { byStanding, recognisedByAll } from '../domain/integration/standing.ts';
import type { Slot } from '../domain/report/report.ts';
import { quotedWords } from '../domain/report/shorten.ts';
import type { ReportText } from '../domain/report/report-text.ts';
import { groups, type Group } from '../domain/source/source.ts';
import type { ChosenQuote, DisplayRow, JointDisplay } from '../merge/joint-display.ts';
import type { ShownObservation } from '../merge/observed.ts';
import { smallGroups, tellingOf, type Telling } from '../merge/small-cells.ts';
import { unitedSigns, voicesOf } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { explanationInFactsheet } from '../words/explanation.ts';
import { capitalised } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { countLine } from '../words/voices.ts';
import type { GroupsTold } from './display-cells.ts';
import { explanationsOf, figuresOf } from './display-manifest.ts';
import { line, type Block } from './document.ts';
import { evidenceBlocks } from './factsheet-evidence.ts';
import { figureBlocks, type Share } from './factsheet-figures.ts';
import type { LeftOut } from './left-out.ts';
import { judgementWords } from './live-said.ts';
import { sectionBlocks, type PlacedBlock } from './section-blocks.ts';

const mostQuotesOfGroup = 1;

/** How much of each pillar stands in a factsheet; the rest is told at the end. */
export type Room = {
	readonly figures: number;
	readonly explanations: number;
	/** whether figures stand beside another area */
	readonly isCompared: boolean;
	/** findings of studies, and themes that were seen in public space */
	readonly evidence: number;
	readonly messages: number;
	/** whether a judgement comes with its reason */
	readonly reasons: boolean;
};

/** All that a factsheet of an area is made of. */
export type FactsheetInput = {
	readonly area: Pick<Area, 'id' | 'name'>;
	readonly years: { readonly from: number; readonly to: number };
	/** of each pillar of the area, in the order of the kernset */
	readonly displays: readonly JointDisplay[];
	/** what an author wrote for it; a place that is missing is filled from the joint display */
	readonly texts: readonly { readonly pillarId: string; readonly slot: Slot; readonly text: ReportText }[];
	readonly blocks: ReadonlyMap<string, PlacedBlock>;
	/** what was seen in public space, by pillar; absent = nothing */
	readonly observed?: ReadonlyMap<string, readonly ShownObservation[]>;
	/** groups with fewer interviews are not shown apart (R12) */
	readonly smallest: number;
};

/** Whether somebody speaks about a theme. */
const hasVoices = ({ voices }: DisplayRow): boolean => voices.together.mentions > 0;

/** The pillars that a factsheet is about: those of the area, and others that somebody speaks of. */
export const shownDisplays = (displays: readonly JointDisplay[]): readonly JointDisplay[] =>
	displays.filter(({ isAbsent, rows }) => !isAbsent || rows.some(hasVoices));

/** What a factsheet tells of a pillar; what does not fit goes to `leftOut`. */
export const pillarBlocks = (
	input: FactsheetInput & { readonly room: Room },
	display: JointDisplay,
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const place = shortNameOf(display.pillar);
	const told = {
		telling: tellingOf(display.method, input.smallest),
		small: smallGroups(display.method, input.smallest)
	};
	const written = (slot: Slot): readonly Block[] => {
		const found = input.texts.find((one) => one.pillarId === display.pillar.id && one.slot === slot);
		if (!found || found.text.length === 0) return [];
		const text = found.text.filter((block) => block.kind !== 'live' || mayTell(input.blocks.get(block.id), told));
		const withheld = found.text.length - text.length;
		if (withheld > 0) leftOut.push({ kind: 'small-block', place, n: withheld });
		const made = sectionBlocks(text, input.blocks, { place, level: 2 }, locale);
		leftOut.push(...made.leftOut);
		return made.blocks;
	};
	const isWritten = (slot: Slot): boolean =>
		input.texts.some((one) => one.pillarId === display.pillar.id && one.slot === slot && one.text.length > 0);
	const { room } = input;
	const message = written('message');
	const explanations = written('explanations');
	return [
		{ kind: 'heading', level: 1, text: display.pillar.name },
		...(message.length > 0 ? message : messageOf(display, { place, most: room.messages }, leftOut, locale)),
		...figureBlocks(display, { place, most: room.figures, isCompared: room.isCompared }, leftOut, locale),
		...written('figures'),
		...voiceBlocks(display, told.telling, locale),
		...quoteBlocks(display, { place, small: told.small, written, isWritten }, leftOut),
		...evidenceBlocks(
			{ findings: display.studies.findings, observations: input.observed?.get(display.pillar.id) ?? [] },
			{ place, most: room.evidence },
			leftOut,
			locale
		),
		...judgementBlocks(display, { place, hasReasons: room.reasons }, leftOut, locale),
		...(explanations.length > 0
			? explanations
			: explanationBlocks(display, { place, most: room.explanations }, leftOut, locale)),
		...written('attention')
	];
};

/** The core messages that go with decisions on the data of now. */
const messageOf = (
	{ rows }: JointDisplay,
	{ place, most }: Share,
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const messages = rows.flatMap(({ decision }) =>
		decision && !decision.needsReview && decision.metaInference !== '' ? [decision.metaInference] : []
	);
	const shown = messages.slice(0, most);
	if (messages.length > shown.length) leftOut.push({ kind: 'more-messages', place, n: messages.length - shown.length });
	return shown.length > 0
		? shown.map((text) => ({ kind: 'paragraph', line: line(text, 'strong') }))
		: [{ kind: 'paragraph', line: line(m.writing_no_message({}, { locale }), 'proposal') }];
};

/** Whether a block in a text may stand beside groups that are told like this: it must not tell what a small one says. */
const mayTell = (
	block: PlacedBlock | undefined,
	{ telling, small }: Pick<GroupsTold, 'telling' | 'small'>
): boolean => {
	const voices = block?.voices;
	if (!voices) return true;
	switch (voices.kind) {
		case 'count':
			return telling === 'apart' || (telling === 'together' && voices.of === 'together');
		case 'counts-by-group':
			return telling === 'apart';
		case 'quote':
			return !small.includes(voices.of);
		default:
			return voices satisfies never;
	}
};

/** What interviews say about the pillar, each once; a small group is at most counted together with the other one. */
const voiceBlocks = ({ rows, method }: JointDisplay, telling: Telling, locale: Locale): readonly Block[] => {
	const voices = voicesOf(unitedSigns(rows.flatMap((row) => row.voices.signs)), {
		resident: method.residents,
		professional: method.professionals
	});
	if (voices.together.total === 0 || telling === 'none') return [];
	const lines =
		telling === 'together'
			? [m.writing_voices_together({ count: countLine(voices.together, locale) }, { locale })]
			: [
					m.writing_voices_residents({ count: countLine(voices.resident, locale) }, { locale }),
					m.writing_voices_professionals({ count: countLine(voices.professional, locale) }, { locale })
				];
	return lines.map((text) => ({ kind: 'paragraph', line: line(text) }));
};

type Quoting = {
	readonly place: string;
	readonly small: readonly Group[];
	readonly written: (slot: Slot) => readonly Block[];
	readonly isWritten: (slot: Slot) => boolean;
};

/** What authors wrote about a group, else the quote that was chosen first; never of a small group. */
const quoteBlocks = (
	{ rows }: JointDisplay,
	{ place, small, written, isWritten }: Quoting,
	leftOut: LeftOut[]
): readonly Block[] => {
	const quotes = distinct(rows.flatMap((row) => row.quotes));
	const withheld = quotes.filter(({ text }) => text === null).length;
	if (withheld > 0) leftOut.push({ kind: 'quote-consent', place, n: withheld });
	const offTheme = distinct(rows.flatMap((row) => row.quotesOffTheme ?? [])).length;
	if (offTheme > 0) leftOut.push({ kind: 'quote-off-theme', place, n: offTheme });
	const uncounted = distinct(rows.flatMap((row) => row.quotesUncounted ?? [])).length;
	if (uncounted > 0) leftOut.push({ kind: 'quote-uncounted', place, n: uncounted });
	const more = { n: 0 };
	const blocks = groups.flatMap((group): readonly Block[] => {
		const slot = group === 'resident' ? 'residents' : 'professionals';
		if (small.includes(group)) {
			if (isWritten(slot)) leftOut.push({ kind: 'small-text', place, n: 1 });
			return [];
		}
		const own = written(slot);
		if (own.length > 0) return own;
		const chosen = quotes.flatMap((quote) => {
			const { reference, codingId } = quote;
			const text = quotedWords(quote);
			return quote.group === group && text !== null ? [{ kind: 'quote' as const, text, reference, codingId }] : [];
		});
		more.n += Math.max(0, chosen.length - mostQuotesOfGroup);
		return chosen.slice(0, mostQuotesOfGroup);
	});
	if (more.n > 0) leftOut.push({ kind: 'more-quotes', place, n: more.n });
	return blocks;
};

const distinct = (quotes: readonly ChosenQuote[]): readonly ChosenQuote[] => [
	...new Map(quotes.map((quote) => [quote.codingId, quote])).values()
];

/** The themes about which something can be judged, by whether somebody did; `toReview` of them on other data than those of now. */
export const judgedRows = (
	rows: readonly DisplayRow[]
): {
	readonly decided: readonly DisplayRow[];
	readonly undecided: readonly DisplayRow[];
	readonly toReview: number;
} => {
	const decided = rows.filter(({ decision }) => decision !== null);
	return {
		decided,
		undecided: rows.filter(({ proposal, decision }) => proposal.fit !== null && decision === null),
		toReview: decided.filter(({ decision }) => decision?.needsReview).length
	};
};

/** Decisions with their reasons, or without those the themes by decision; those nobody decided on are named as such. */
const judgementBlocks = (
	{ rows: all }: JointDisplay,
	{ place, hasReasons }: { readonly place: string; readonly hasReasons: boolean },
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const { decided, undecided, toReview } = judgedRows(all);
	if (undecided.length > 0) leftOut.push({ kind: 'undecided', place, n: undecided.length });
	if (toReview > 0) leftOut.push({ kind: 'to-review', place, n: toReview });
	const reasons = decided.filter(({ decision }) => decision?.reason !== '').length;
	if (!hasReasons && reasons > 0) leftOut.push({ kind: 'reasons', place, n: reasons });
	const items = hasReasons
		? decided.map((row) => judgementOf(row, locale))
		: [...Map.groupBy(decided, (row) => judgementWords(row, locale))].map(([fit, rows]) =>
				m.writing_judgements({ fit: capitalised(fit), themes: rows.map(({ name }) => name).join('; ') }, { locale })
			);
	const open = undecided.map(({ name }) => name).join(', ');
	if (open !== '') items.push(m.writing_judgement_open({ themes: open }, { locale }));
	return items.length > 0 ? [{ kind: 'list', items }] : [];
};

/** "Je veilig voelen: Bevestigt. Bewoners en cijfers zeggen hetzelfde." */
const judgementOf = (row: DisplayRow, locale: Locale): string =>
	row.decision && row.decision.reason !== ''
		? m.writing_judgement_reason(
				{ theme: row.name, fit: judgementWords(row, locale), reason: row.decision.reason },
				{ locale }
			)
		: m.writing_judgement({ theme: row.name, fit: judgementWords(row, locale) }, { locale });

/** Possible explanations, those that people know first; one that all who were asked reject is none to publish. */
const explanationBlocks = (
	display: JointDisplay,
	{ place, most }: Share,
	leftOut: LeftOut[],
	locale: Locale
): readonly Block[] => {
	const [figures, all] = [figuresOf(display), explanationsOf(display)];
	const known = all.filter((explanation) => recognisedByAll(explanation) !== 'no');
	if (all.length > known.length) leftOut.push({ kind: 'rejected-explanations', place, n: all.length - known.length });
	if (known.length > most) leftOut.push({ kind: 'more-explanations', place, n: known.length - most });
	return byStanding(known)
		.slice(0, most)
		.map((one) => ({ kind: 'paragraph', line: line(explanationInFactsheet(one, figures, locale)) }));
};
