import { z } from 'zod';
import { countedGroups, countedSayings, type LiveRef, type Said } from '../domain/report/live-block.ts';
import { reportKinds, reportLanguages, slots } from '../domain/report/report.ts';
import { parseReportText, type ReportText } from '../domain/report/report-text.ts';
import { groups } from '../domain/source/source.ts';
import { list } from './list.ts';
import { richTextBlockItem } from './rich-text.ts';
import { id, line, paragraph } from './text.ts';

export const slotName = z.enum(slots);

/** A new report; without rounds from the first to the last. */
export const addReportInput = z.strictObject({
	title: line(200),
	kind: z.enum(reportKinds),
	areaIds: z.array(id).min(1).max(100).describe('in de volgorde waarin zij in het rapport staan'),
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project'),
	language: z.enum(reportLanguages).default('nl')
});

/** Another title. */
export const updateReportInput = z.strictObject({
	version: z.int().min(1).describe('die u zag; is de titel intussen veranderd, dan volgt 409'),
	title: line(200)
});

const livePlace = z.object({ kind: z.literal('live'), id: z.string().describe('een blok van dit rapport') });

/** A text of a report, as it is answered. */
const reportTextAnswer: z.ZodType<ReportText> = z.array(z.union([richTextBlockItem, livePlace]));

/** The same as it comes in: read by `parseReportText`. */
const reportTextInput: z.ZodType<ReportText, ReportText> = z.preprocess(
	(value, context) => {
		const read = parseReportText(value);
		if (read.ok) return read.value;
		for (const { code, params } of read.problems)
			context.issues.push({ code: 'custom', input: value, params: { ...params, problem: code }, path: [] });
		return z.NEVER;
	},
	z.array(z.union([richTextBlockItem, livePlace]))
);

/** What somebody wrote in a place of a report. */
export const writeSectionInput = z.strictObject({
	version: z
		.int()
		.min(0)
		.describe('die u zag, 0 als er nog niets stond; is de tekst intussen veranderd, dan volgt 409'),
	text: reportTextInput
});
export type WriteSectionInput = z.input<typeof writeSectionInput>;

const shortened = paragraph(5000).nullable().default(null).describe('het citaat met (…) voor wat is weggelaten');

const liveRef = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('quote'), codingId: id, shortened }),
	z.strictObject({ kind: z.enum(['figure', 'chart']), indicatorId: id }),
	z.strictObject({
		kind: z.literal('count'),
		codeId: id,
		group: z.enum(countedGroups).default('together'),
		saying: z.enum(countedSayings).default('mentions')
	}),
	z.strictObject({ kind: z.literal('display') }),
	z.strictObject({ kind: z.literal('table') })
]) satisfies z.ZodType<LiveRef>;

/** A block that leans on data, about a pillar in an area of the report. */
export const placeBlockInput = z.strictObject({ pillarId: id, areaId: id, shows: liveRef });
export type PlaceBlockInput = z.input<typeof placeBlockInput>;

/** Lets a block say what the data say now; a quote can be shortened in another way. */
export const refreshBlockInput = z.strictObject({
	shortened: paragraph(5000)
		.nullable()
		.optional()
		.describe('alleen bij een citaat; zonder: zoals het was, als dat nog past')
});
export type RefreshBlockInput = z.input<typeof refreshBlockInput>;

/** Keeps what a block says though the data changed. */
export const keepBlockInput = z.strictObject({ reason: line(500) });

/** What can be placed, or is written, about a pillar in an area. */
export const reportPlaceQuery = z.strictObject({ pillarId: id, areaId: id });

/** Passages with some words; these stand in the body, so that no address holds them. */
export const searchReportQuotesInput = z.strictObject({ pillarId: id, areaId: id, words: line(200) });

const saidTable = z.object({
	caption: z.string(),
	columns: list(z.string()),
	rows: list(list(z.string())).describe('de eerste cel van een rij is haar kop')
});

const said = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('quote'), text: z.string(), reference: z.string() }),
	z.object({ kind: z.literal('lines'), lines: list(z.string()) }),
	z.object({ kind: z.literal('table'), ...saidTable.shape }),
	z.object({
		kind: z.literal('chart'),
		caption: z.string().exactOptional().describe('de regel bij de grafiek; ontbreekt in een oude grafiek'),
		description: z.string().describe('wat de grafiek laat zien, in woorden'),
		breakWord: z.string(),
		points: list(
			z.object({
				label: z.string(),
				value: z.number().nullable(),
				shown: z.string().describe('de waarde zoals zij in het rapport staat'),
				lower: z.number().nullable(),
				upper: z.number().nullable(),
				breakBefore: z.boolean().describe('niet te vergelijken met de waarde ervoor')
			})
		),
		comparisons: list(
			z.object({
				label: z.string(),
				values: list(z.number().nullable()),
				breakBefore: list(z.boolean()).exactOptional()
			})
		)
			.exactOptional()
			.describe('andere gebieden op dezelfde momenten, het dichtstbijzijnde eerst'),
		table: saidTable
	})
]) satisfies z.ZodType<Said>;

const person = z.object({ id, name: z.string() });

export const reportAnswer = z.object({
	id,
	version: z.int(),
	title: z.string(),
	kind: z.enum(reportKinds),
	areaIds: list(id),
	fromWaveId: id,
	toWaveId: id,
	language: z.enum(reportLanguages),
	sections: z.int().describe('plaatsen waarin iemand schreef'),
	createdBy: person,
	createdAt: z.iso.datetime(),
	touchedAt: z.iso.datetime().describe('de laatste verandering, ook in een tekst')
});
export type ReportAnswer = z.infer<typeof reportAnswer>;

export const listReportsAnswer = z.object({ items: list(reportAnswer) });

export const liveBlockAnswer = z.object({
	id,
	pillarId: id,
	areaId: id,
	shows: liveRef,
	said: said.nullable().describe('zoals het blok nu in de tekst staat; null: deze woorden mogen er niet meer staan'),
	saidAt: z.iso.datetime(),
	saidBy: person,
	state: z
		.enum(['same', 'changed', 'kept', 'gone', 'not-allowed'])
		.describe('naast de gegevens van nu: gelijk, veranderd, bewaard met een reden, verdwenen, mag niet meer'),
	now: said.nullable().describe('wat de gegevens nu zeggen; null: er is niets, of het mag niet'),
	whole: z.string().nullable().describe('bij een citaat: alle woorden, om in te korten'),
	quoted: z
		.object({
			sourceId: id,
			takenIn: z.int().describe('de versie van het transcript waarin de passage is gecodeerd'),
			isAllowed: z.boolean(),
			consent: z
				.object({ state: z.enum(['given', 'refused', 'withdrawn']), decidedOn: z.string() })
				.nullable()
				.describe('het laatste antwoord over citeren; null: daarvan is niets vastgelegd')
		})
		.nullable()
		.describe('bij een citaat: waar het vandaan komt en of het mag'),
	kept: z.object({ reason: z.string(), by: person, at: z.iso.datetime() }).nullable()
});
export type LiveBlockAnswer = z.infer<typeof liveBlockAnswer>;

export const reportSectionAnswer = z.object({
	pillarId: id,
	areaId: id,
	slot: slotName,
	version: z.int().describe('0: hier schreef nog niemand'),
	text: reportTextAnswer,
	changedBy: person.nullable(),
	changedAt: z.iso.datetime().nullable(),
	blocks: list(liveBlockAnswer).describe('de blokken in deze tekst; een blok dat ontbreekt, is er niet meer')
});
export type ReportSectionAnswer = z.infer<typeof reportSectionAnswer>;

export const reportSectionsAnswer = z.object({ items: list(reportSectionAnswer) });

const quoteToPlace = z.object({
	codingId: id,
	text: z.string(),
	shortened: z.string().nullable().describe('zoals het bij cijfers en stemmen is ingekort, met (…); null: heel'),
	reference: z.string(),
	group: z.enum(groups).nullable().describe('null: een observatie'),
	theme: z.string(),
	isChosen: z.boolean().describe('gekozen bij cijfers en stemmen')
});
export type QuoteToPlace = z.infer<typeof quoteToPlace>;

export const reportChoicesAnswer = z.object({
	quotes: list(quoteToPlace).describe('gekozen bij cijfers en stemmen'),
	figures: list(z.object({ indicatorId: id, label: z.string(), says: z.string() })),
	themes: list(
		z.object({
			codeId: id,
			name: z.string(),
			counts: list(z.object({ group: z.enum(countedGroups), saying: z.enum(countedSayings), says: z.string() }))
		})
	)
});
export type ReportChoicesAnswer = z.infer<typeof reportChoicesAnswer>;

export const foundReportQuotesAnswer = z.object({ items: list(quoteToPlace) });
export type FoundReportQuotesAnswer = z.infer<typeof foundReportQuotesAnswer>;
