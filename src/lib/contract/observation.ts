import { z } from 'zod';
import {
	earliestYear,
	latestYear,
	longestReason,
	longestSource,
	longestVersion
} from '../domain/indicator/check-observation.ts';
import { columnRoles } from '../domain/indicator/column-role.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, line, paragraph } from './text.ts';

const value = z.number().nullable().describe('null: geen waarde');
const bound = z.number().nullable();
const n = z
	.int()
	.min(0)
	.max(2_000_000_000)
	.nullable()
	.describe('enquête: aantal respondenten; registratie: de noemer van het cijfer');
/** What may be said of a value, or left out; an empty text says nothing. */
const said = (longest: number, what: string) =>
	emptyLine(longest)
		.nullable()
		.default(null)
		.transform((text) => text || null)
		.describe(what);
const figure = {
	referenceYear: z.int().describe('jaar waarover de waarde gaat (peiljaar)'),
	value,
	n: n.default(null),
	lower: bound.default(null).describe('ondergrens van de marge'),
	upper: bound.default(null).describe('bovengrens van de marge'),
	trendBreak: z.boolean().default(false).describe('niet te vergelijken met eerdere waarden'),
	suppressed: z.boolean().default(false).describe('te weinig gevallen om te tonen'),
	note: paragraph(2000).default(''),
	source: said(longestSource, 'waar deze waarde vandaan komt; null: de bron van de indicator'),
	sourceVersion: said(longestVersion, 'versie van de bron, zoals een uitgave of de dag van ophalen'),
	trendBreakReason: said(longestReason, 'waarom de reeks hier breekt; hoort bij trendBreak'),
	testedChange: z
		.boolean()
		.nullable()
		.default(null)
		.describe('of de bron zelf een verschil met een eerdere ronde vond; null: de bron toetste niet')
};

/** One value by names, as in a file: the area by name, CBS code or id; the wave by label or year. */
const observationItem = z.strictObject({
	indicatorKey: line(200),
	area: line(200),
	wave: z.union([line(200), z.int()]),
	...figure,
	testedAgainst: z
		.union([line(200), z.int()])
		.nullable()
		.default(null)
		.describe('naam of jaar van de eerdere ronde waartegen de bron toetste; null: de ronde ervoor')
});

export type ObservationItem = z.infer<typeof observationItem>;

/** Values that are stored together or not at all; a value that is there already for the same cell is replaced. */
export const storeObservationsInput = z.strictObject({
	items: z.array(observationItem).min(1).max(20_000),
	source: emptyLine(longestSource)
		.default('')
		.describe('waar de waarden vandaan komen; geldt voor elke waarde die zelf geen bron noemt'),
	sourceVersion: emptyLine(longestVersion).default('').describe('de versie van die bron')
});

/** One cell of the kernset, by ids: what was edited on the screen. */
export const saveObservationInput = z.strictObject({
	...{ indicatorId: id, areaId: id, waveId: id },
	...figure,
	testedAgainst: id
		.nullable()
		.default(null)
		.describe('de eerdere ronde waartegen de bron toetste; hoort bij testedChange')
});

export const listObservationsQuery = z.strictObject({
	indicatorId: id.optional(),
	areaId: id.optional().describe('precies dit gebied'),
	waveId: id.optional(),
	...limitQuery
});

export const observationAnswer = z.object({
	id: z.uuid(),
	indicatorId: z.uuid(),
	indicatorKey: z.string(),
	areaId: z.uuid(),
	area: z.string(),
	waveId: z.uuid(),
	wave: z.string(),
	waveYear: z.int(),
	referenceYear: z.int(),
	value: z.number().nullable(),
	n: z.number().nullable(),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	trendBreak: z.boolean(),
	suppressed: z.boolean(),
	note: z.string(),
	source: z.string().nullable().describe('null: de bron van de indicator'),
	sourceVersion: z.string().nullable(),
	trendBreakReason: z.string().nullable(),
	testedAgainst: z.uuid().nullable().describe('de eerdere ronde waartegen de bron zelf toetste; null: niet getoetst'),
	testedChange: z.boolean().nullable().describe('of de bron een verschil met die ronde vond'),
	importedBy: z.uuid(),
	importedAt: z.iso.datetime()
});
export type ObservationAnswer = z.infer<typeof observationAnswer>;

export const storedObservationsAnswer = z.object({
	stored: z.int(),
	added: z.int(),
	changed: z.int(),
	problems: z
		.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
		.describe('waar u nog naar kunt kijken; een fout staat in het antwoord met status 400')
});

const json = z.string().max(50_000).optional();

/** What a file of figures leaves open: of which round or area it is, and which indicator a column holds. */
export const figuresFields = z.strictObject({
	wave: z.string().max(200).optional().describe('ronde van alle waarden, als het bestand geen kolom met rondes heeft'),
	area: z
		.string()
		.max(200)
		.optional()
		.describe('gebied van alle waarden, als het bestand geen kolom met gebieden heeft'),
	source: z
		.string()
		.max(longestSource)
		.optional()
		.describe(
			'waar de waarden vandaan komen, voor elke waarde die zelf geen bron noemt; onder deze naam wordt onthouden welke kolom welke indicator is. Weggelaten: de bron die aan de kolommen te herkennen is; leeg: die bron niet'
		),
	sourceVersion: z
		.string()
		.max(longestVersion)
		.optional()
		.describe('de versie van die bron, zoals een uitgave of de dag van ophalen'),
	columns: z
		.string()
		.max(50_000)
		.optional()
		.describe('JSON: { "naam van de kolom": "sleutel van de indicator" }; een lege sleutel: niet lezen'),
	roles: json.describe(`JSON: { "naam van de kolom": ${columnRoles.map((role) => `"${role}"`).join(' of ')} }`),
	rounds: json.describe('JSON: { "periode in het bestand": "naam of jaar van de ronde" }; leeg: niet lezen'),
	years: json.describe('JSON: { "naam van de kolom": peiljaar }; de lege naam: het peiljaar van alle waarden'),
	dimensions: json.describe('JSON: { "naam van de kolom": "de waarde waarvan de rijen gelezen worden" }'),
	indicators: json.describe('JSON: { "naam in de rijen": "sleutel van de indicator" }; een lege sleutel: niet lezen')
});

const named = <T extends z.ZodType>(given: T) => z.record(z.string().max(500), given);

/** The fields of JSON that say how a file is read, as somebody chose it. */
export const figuresChoices = z.strictObject({
	columns: named(z.string().max(200)).default({}),
	roles: named(z.enum(columnRoles)).optional(),
	rounds: named(z.string().max(200)).optional(),
	years: named(z.int().min(earliestYear).max(latestYear)).optional(),
	dimensions: named(z.string().max(500)).optional(),
	indicators: named(z.string().max(200)).optional()
});

const figurePart = z.union([z.number(), z.boolean(), z.string()]).nullable();
const figureParts = [
	...(['referenceYear', 'value', 'n', 'lower', 'upper', 'trendBreak', 'suppressed', 'note'] as const),
	...(['source', 'sourceVersion', 'trendBreakReason', 'testedAgainst', 'testedChange'] as const)
];

/** What a file of figures would change, before anything is stored. */
export const figuresPreviewAnswer = z.object({
	shape: z
		.enum(['long', 'waves', 'indicators'])
		.describe('long: een waarde per rij; waves: een kolom per ronde; indicators: een kolom per indicator'),
	asks: z
		.array(z.enum(['wave', 'area', 'columns', 'rounds', 'years', 'dimensions', 'indicators']))
		.describe('wat het bestand openlaat; dan is er nog niets te wijzigen'),
	columns: z.array(
		z.object({
			column: z.string(),
			role: z.enum(columnRoles),
			indicatorKey: z.string().nullable(),
			wave: z.string().nullable(),
			referenceYear: z.int().nullable().describe('het peiljaar dat de kop of uw keuze noemt')
		})
	),
	periods: z
		.array(z.object({ period: z.string(), wave: z.string().nullable() }))
		.describe('perioden in het bestand en hun ronde; null: nog te kiezen, leeg: niet lezen'),
	names: z
		.array(z.object({ name: z.string(), indicatorKey: z.string().nullable() }))
		.describe('namen in de rijen die geen indicator van het project zijn; null: nog te kiezen, leeg: niet lezen'),
	dimensions: z
		.array(z.object({ column: z.string(), values: z.array(z.string()), chosen: z.string().nullable() }))
		.describe('uitsplitsingen, en de waarde waarvan de rijen gelezen worden'),
	otherAreas: z.array(z.string()).describe('gebieden die het project niet heeft; hun rijen worden overgeslagen'),
	otherSheets: z
		.array(z.string())
		.describe('bladen die over geen gebied van het project gaan; die worden overgeslagen'),
	source: z.string().describe('de bron die aan de kolommen herkend is, of die u noemde; leeg: niet bekend'),
	isSourceKnown: z.boolean().describe('de keuzes van een eerder bestand van deze bron zijn overgenomen'),
	inFile: z.int(),
	added: z.int(),
	changed: z.int(),
	unchanged: z.int(),
	changes: z
		.array(
			z.object({
				indicatorKey: z.string(),
				indicator: z.string(),
				area: z.string(),
				wave: z.string(),
				isNew: z.boolean(),
				from: value,
				to: value,
				differences: z
					.array(z.object({ part: z.enum(figureParts), from: figurePart, to: figurePart }))
					.describe(
						'alles wat anders wordt: ook het peiljaar, n, de marge, trendbreuk, onderdrukking, opmerking en wat de bron toetste (van testedAgainst de naam van de ronde)'
					)
			})
		)
		.describe('de eerste 500'),
	problems: z.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
});
export type FiguresPreviewAnswer = z.infer<typeof figuresPreviewAnswer>;

const tag = 'Kernset';

export const observationRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/observations',
		summary: 'De waarden van de kernset, op indicator, gebied en meetronde',
		tag,
		query: listObservationsQuery,
		status: 200,
		answer: pageOf(observationAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/observations',
		summary:
			'Bewaart waarden uit JSON of uit een bestand (.csv, .xlsx of OData als .json): alles of niets. JSON vervangt een waarde die er al is helemaal; van een bestand blijft staan wat het niet zegt, zoals een trendbreuk zonder kolom daarvoor',
		tag,
		body: storeObservationsInput,
		multipart: figuresFields,
		status: 201,
		answer: storedObservationsAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/observation-previews',
		summary: 'Zegt wat een bestand met waarden zou veranderen, en wat het openlaat',
		tag,
		multipart: figuresFields,
		status: 200,
		answer: figuresPreviewAnswer
	},
	{
		method: 'PUT',
		path: '/projects/{projectId}/observations',
		summary: 'Bewaart één waarde van een indicator, gebied en meetronde',
		tag,
		body: saveObservationInput,
		status: 200,
		answer: observationAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/observations/{observationId}',
		summary: 'Verwijdert één waarde',
		tag,
		status: 204
	}
];
