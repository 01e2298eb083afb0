import { z } from 'zod';
import { paragraphKinds, speakerReadings, tableKinds, textEncodings } from '../domain/source/file-reading.ts';
import { groups, sourceKinds, sourceStatuses } from '../domain/source/source.ts';
import { speakerRoles } from '../domain/source/speaker.ts';
import { limitQuery } from './paging.ts';
import { emptyLine, id, line } from './text.ts';

/** An ISO date, month or year: 2025-03-14, 2025-03, 2025. */
const dayOrMonth = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');
const language = z.string().regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language, e.g. nl');
const title = line(200);
/** A place in degrees (WGS84). */
const spot = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** Yes or no in a form, which sends texts. */
const answer = z.enum(['true', 'false']);

/** How a file is to be read, where its content leaves room for more than one way. */
export const readingFields = {
	encoding: z
		.enum(['auto', ...textEncodings])
		.optional()
		.describe('tekenset van een tekstbestand; auto of weggelaten: wordt herkend'),
	paragraphs: z
		.enum(['auto', ...paragraphKinds])
		.optional()
		.describe('alinea’s in een tekst zonder sprekers: line, elke regel; block, tussen witregels'),
	speakers: z
		.enum(speakerReadings)
		.optional()
		.describe('auto: labels die herkend worden; on: elk label vooraan een regel; off: geen sprekers'),
	table: z
		.enum(['auto', ...tableKinds])
		.optional()
		.describe('wat een .csv of .xlsx is: survey, antwoorden per deelnemer; transcript, wat gezegd is per rij')
};

/** How a file was read. */
export const readAsAnswer = z.object({
	encoding: z.enum(textEncodings).nullable().describe('null: dit soort bestand noemt zelf zijn tekens'),
	paragraphs: z.enum(paragraphKinds).nullable(),
	speakers: z.enum(speakerReadings).nullable(),
	table: z.enum(tableKinds).nullable()
});

/** The fields beside `file` of an upload; texts, because a form sends texts. */
export const uploadSourceInput = z.strictObject({
	title: title.optional(),
	kind: z.enum(sourceKinds).optional(),
	areaId: id,
	waveId: id,
	studyId: id.optional(),
	group: z.enum(groups).optional().describe('niet bij een observatie: daarin spreekt niemand'),
	conductedOn: dayOrMonth.optional(),
	language: language.optional(),
	isMinor: answer
		.optional()
		.describe('is een deelnemer jonger dan 16? Dan is voor vrijgeven toestemming van een ouder nodig'),
	interpreter: answer.optional().describe('was er een tolk bij?'),
	...readingFields
});
export type UploadSourceInput = z.infer<typeof uploadSourceInput>;

/** Attributes and the next step on the way of a source; what is left out stays as it is. */
export const updateSourceInput = z.strictObject({
	title: title.optional(),
	areaId: id.optional(),
	waveId: id.optional(),
	studyId: id.nullable().optional(),
	group: z.enum(groups).optional(),
	conductedOn: dayOrMonth.nullable().optional(),
	language: language.optional(),
	quotesAllowed: z.boolean().optional(),
	spot: spot.nullable().optional().describe('alleen bij een observatie; wordt afgerond op ongeveer 50 meter'),
	status: z.enum(sourceStatuses).optional(),
	openNames: z
		.literal('refuse')
		.optional()
		.describe(
			'bij vrijgeven: weiger (409) zolang over een gevonden naam niets besloten is; zonder dit veld vraagt de API dat niet, anders dan de pagina’s'
		),
	isMinor: z.boolean().nullable().optional().describe('is een deelnemer jonger dan 16?'),
	interpreter: z.boolean().nullable().optional().describe('was er een tolk bij?'),
	note: z.string().trim().max(2000).optional().describe('wat viel op? Voor wie het gesprek codeert')
});
export type UpdateSourceInput = z.infer<typeof updateSourceInput>;

/** Whether codings may go with a source: without this a source with codings stays. */
export const deleteSourceQuery = z.strictObject({ codings: z.literal('delete').optional() });

export const listSourcesQuery = z.strictObject({
	areaId: id.optional(),
	waveId: id.optional(),
	studyId: id.optional(),
	group: z.enum(groups).optional(),
	kind: z.enum(sourceKinds).optional(),
	status: z.enum(sourceStatuses).optional(),
	q: emptyLine(200).optional(),
	...limitQuery
});

export const speakerAnswer = z.object({
	id: id,
	label: z.string(),
	role: z.enum(speakerRoles),
	turns: z.int().describe('aantal beurten van deze spreker')
});
export type SpeakerAnswer = z.infer<typeof speakerAnswer>;

export const turnAnswer = z.object({
	ordinal: z.int().describe('beurtnummer, vanaf 1'),
	start: z.int().describe('Unicode-tekens (code points) vanaf 0'),
	end: z.int().describe('half-open: het teken op deze plaats hoort er niet meer bij'),
	speakerId: id.nullable(),
	startMs: z.int().nullable(),
	endMs: z.int().nullable()
});
export type TurnAnswer = z.infer<typeof turnAnswer>;

/** What is known about a source, without its words. */
export const sourceAnswer = z.object({
	id: id,
	title: z.string(),
	kind: z.enum(sourceKinds),
	areaId: id,
	areaName: z.string(),
	waveId: id,
	waveLabel: z.string(),
	waveYear: z.int(),
	studyId: id.nullable(),
	studyName: z.string().nullable(),
	group: z.enum(groups).nullable().describe('null: van niemand, zoals een observatie'),
	conductedOn: z.string().nullable(),
	language: z.string(),
	status: z.enum(sourceStatuses),
	version: z.int(),
	characters: z.int().describe('lengte van de tekst in Unicode-tekens'),
	quotesAllowed: z.boolean(),
	spot: spot.nullable().describe('plek van een observatie, op ongeveer 50 meter'),
	uploadedBy: id,
	uploadedAt: z.iso.datetime()
});
export type SourceAnswer = z.infer<typeof sourceAnswer>;

/** A row of the list of sources; `codings` is null for who may not see codings. */
export const sourceListItem = sourceAnswer.extend({ turns: z.int(), codings: z.int().nullable() });
export type SourceListItem = z.infer<typeof sourceListItem>;

/** What the interviewer said about an interview. */
export const intakeAnswer = z.object({
	isMinor: z.boolean().nullable().describe('een deelnemer is jonger dan 16; null: niet ingevuld'),
	interpreter: z.boolean().nullable().describe('er was een tolk bij; null: niet ingevuld'),
	note: z.string().describe('wat opviel, voor wie codeert; leeg: niets')
});
export type IntakeAnswer = z.infer<typeof intakeAnswer>;

/** A source with its text, turns and speakers. */
export const sourceTextAnswer = sourceAnswer.extend({
	sha256: z.string(),
	text: z.string(),
	turns: z.array(turnAnswer),
	speakers: z.array(speakerAnswer),
	intake: intakeAnswer
});
export type SourceTextAnswer = z.infer<typeof sourceTextAnswer>;

/** What an upload made, and what a person should look at. */
export const uploadAnswer = sourceAnswer.extend({
	sha256: z.string(),
	turns: z.int(),
	speakers: z.array(speakerAnswer),
	readAs: readAsAnswer.describe('hoe het bestand is gelezen; een andere keus kan met rereads'),
	warnings: z
		.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
		.describe('waar u nog naar kunt kijken')
});
export type UploadAnswer = z.infer<typeof uploadAnswer>;
