import { z } from 'zod';
import { findingDirections } from '../domain/integration/study-evidence.ts';
import { list } from './list.ts';
import type { RouteDescription } from './route-description.ts';
import { studyAnswer } from './study.ts';
import { emptyLine, id, line, paragraph } from './text.ts';

const mostLinks = 200;
const version = z.int().min(1).describe('die u zag; is het intussen veranderd, dan volgt 409');
const ids = z
	.array(id)
	.max(mostLinks)
	.overwrite((list) => [...new Set(list)]);
const pillarIds = ids.describe('waar het over gaat; minstens een pijler of een indicator');
const indicatorIds = ids.describe('cijfers waar het bij hoort');
const areaIds = ids.describe('leeg: over alle gebieden van het deelonderzoek');
const waveIds = ids.describe('leeg: niet aan een ronde gebonden');

const text = paragraph(5000).min(1);
const direction = z
	.enum(findingDirections)
	.describe(
		'forward: gaat vooruit, backward: gaat achteruit, no-change: geen verandering, not-applicable: geen richting'
	);
const caption = line(300);
const note = paragraph(2000).describe('bv. afrondingen, wat een kolom betekent');

/** A finding in words, with what it is about. */
export const addFindingInput = z.strictObject({
	text,
	direction: direction.default('not-applicable'),
	pillarIds: pillarIds.default([]),
	indicatorIds: indicatorIds.default([]),
	areaIds: areaIds.default([]),
	waveIds: waveIds.default([])
});

/** What is left out stays as it is. */
export const updateFindingInput = z.strictObject({
	version,
	text: text.optional(),
	direction: direction.optional(),
	pillarIds: pillarIds.optional(),
	indicatorIds: indicatorIds.optional(),
	areaIds: areaIds.optional(),
	waveIds: waveIds.optional()
});

/** A field of a form that may stand there several times. */
const fieldIds = z.preprocess(
	(value) => [value].flat().filter((item) => item !== undefined && item !== ''),
	ids.describe('één of meer velden met dezelfde naam')
);

/** The fields beside the file of a table. */
export const addTableFields = z.strictObject({
	sheet: emptyLine(100).default('').describe('welk blad van een werkmap; nodig als er meer zijn dan één'),
	caption: emptyLine(300)
		.default('')
		.describe('opschrift; leeg: wat er boven de kolommen staat, anders de naam van het bestand'),
	note: note.default(''),
	rowHeaders: z
		.enum(['true', 'false'])
		.default('true')
		.transform((value) => value === 'true')
		.describe('de eerste kolom geeft de rijen een naam'),
	pillarIds: fieldIds,
	indicatorIds: fieldIds,
	areaIds: fieldIds,
	waveIds: fieldIds
});

/** What is said about a table; what stands in it comes from its file. */
export const updateTableInput = z.strictObject({
	version,
	caption: caption.optional(),
	note: note.optional(),
	rowHeaders: z.boolean().optional(),
	pillarIds: pillarIds.optional(),
	indicatorIds: indicatorIds.optional(),
	areaIds: areaIds.optional(),
	waveIds: waveIds.optional()
});

const links = {
	pillarIds: list(z.uuid()),
	indicatorIds: list(z.uuid()),
	areaIds: list(z.uuid()).describe('leeg: alle gebieden van het deelonderzoek'),
	waveIds: list(z.uuid()).describe('leeg: niet aan een ronde gebonden')
};

export const findingAnswer = z.object({
	id: z.uuid(),
	studyId: z.uuid(),
	text: z.string(),
	direction: z.enum(findingDirections),
	...links,
	version: z.int()
});
export type FindingAnswer = z.infer<typeof findingAnswer>;

export const studyTableAnswer = z.object({
	id: z.uuid(),
	studyId: z.uuid(),
	caption: z.string(),
	note: z.string(),
	columns: list(z.string()),
	rows: list(list(z.union([z.string(), z.number()]).nullable())),
	rowHeaders: z.boolean().describe('de eerste cel van een rij is haar kop'),
	...links,
	version: z.int()
});
export type StudyTableAnswer = z.infer<typeof studyTableAnswer>;

/** A table as it was taken in. */
export const addedTableAnswer = studyTableAnswer.extend({
	bsns: z.int().describe('cellen waarin een burgerservicenummer door [BSN] is vervangen')
});
export type AddedTableAnswer = z.infer<typeof addedTableAnswer>;

/** A study with what it found. */
export const studySheetAnswer = studyAnswer.extend({
	tables: list(studyTableAnswer),
	findings: list(findingAnswer)
});
export type StudySheetAnswer = z.infer<typeof studySheetAnswer>;

const tag = 'Deelonderzoeken';
const path = '/projects/{projectId}/studies/{studyId}';

export const studyEvidenceRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'Een deelonderzoek met zijn tabellen en bevindingen over uw gebieden',
		tag,
		status: 200,
		answer: studySheetAnswer
	},
	{
		method: 'POST',
		path: `${path}/findings`,
		summary: 'Voegt een bevinding toe',
		tag,
		body: addFindingInput,
		status: 201,
		answer: findingAnswer
	},
	{
		method: 'PATCH',
		path: `${path}/findings/{findingId}`,
		summary: 'Verandert een bevinding',
		tag,
		body: updateFindingInput,
		status: 200,
		answer: findingAnswer
	},
	{ method: 'DELETE', path: `${path}/findings/{findingId}`, summary: 'Verwijdert een bevinding', tag, status: 204 },
	{
		method: 'POST',
		path: `${path}/tables`,
		summary: 'Neemt een tabel op uit een CSV of een blad van een XLSX',
		tag,
		multipart: addTableFields,
		status: 201,
		answer: addedTableAnswer
	},
	{
		method: 'PATCH',
		path: `${path}/tables/{tableId}`,
		summary: 'Verandert wat er bij een tabel staat',
		tag,
		body: updateTableInput,
		status: 200,
		answer: studyTableAnswer
	},
	{ method: 'DELETE', path: `${path}/tables/{tableId}`, summary: 'Verwijdert een tabel', tag, status: 204 }
];
