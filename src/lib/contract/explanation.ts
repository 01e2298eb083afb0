import { z } from 'zod';
import { evidenceSides, mostEvidence } from '../domain/integration/evidence.ts';
import {
	explanationKinds,
	explanationStrengths,
	recognisedAnswers,
	voicesOfExplanations
} from '../domain/integration/explanation.ts';
import { groups } from '../domain/source/source.ts';
import { pageOf } from './cursor.ts';
import { memoAnswer } from './memo.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, line, paragraph } from './text.ts';

const text = paragraph(5000).min(1);
const kind = z
	.enum(explanationKinds)
	.describe('substantive: iets in de wijk, policy: beleid of project, national: landelijk, method: manier van meten');
const saidBy = z.enum(voicesOfExplanations).describe('wie het zei, als groep');
const counterEvidence = paragraph(2000).describe('wat tegen deze verklaring spreekt');
const strength = z
	.enum(explanationStrengths)
	.describe('one: door één genoemd, several: door meer, supported: onderbouwd');
const sessionId = id.nullable().describe('de duidingssessie waarin dit gezegd werd');
const evidence = paragraph(2000).describe('gesprekken, rapporten of bijeenkomsten die dit steunen');

const side = z.enum(evidenceSides).describe('supports: steunt de verklaring, contradicts: spreekt ertegen');
const ofEvidence = { side, remark: paragraph(1000).default('') };

/** Something that speaks for or against an explanation. */
const evidenceInput = z.discriminatedUnion('kind', [
	z
		.strictObject({ ...ofEvidence, kind: z.literal('quote'), codingId: id })
		.describe('een passage uit een vrijgegeven gesprek in dit gebied, met toestemming om te citeren'),
	z
		.strictObject({ ...ofEvidence, kind: z.literal('memo'), memoId: id })
		.describe('een memo die met het team gedeeld is'),
	z
		.strictObject({
			...{ ...ofEvidence, kind: z.literal('figure'), indicatorId: id, areaId: id },
			fromWaveId: id.nullable().default(null).describe('null: het cijfer van één ronde'),
			toWaveId: id
		})
		.describe('een cijfer van dit gebied, of van een gebied eromheen'),
	z
		.strictObject({
			...{ ...ofEvidence, kind: z.literal('literature'), reference: line(500) },
			url: z
				.url({ protocol: /^https?$/ })
				.max(1000)
				.nullable()
				.default(null)
				.describe('http of https')
		})
		.describe('een boek, artikel of rapport')
]);

const addEvidence = z
	.array(evidenceInput)
	.max(mostEvidence)
	.default([])
	.describe('wordt ernaast gezet; wat er al staat blijft staan');

export const addExplanationInput = z.strictObject({
	indicatorId: id,
	areaId: id,
	fromWaveId: id,
	toWaveId: id,
	kind,
	text,
	saidBy,
	evidence: evidence.default(''),
	counterEvidence: counterEvidence.default(''),
	strength: strength.default('one'),
	sessionId: sessionId.default(null),
	addEvidence
});

/** What is left out stays as it is. */
export const updateExplanationInput = z.strictObject({
	version: z
		.int()
		.min(1)
		.optional()
		.describe('die u zag; is de verklaring intussen veranderd, dan volgt 409; zonder: ook over een nieuwere heen'),
	indicatorId: id.optional(),
	areaId: id.optional(),
	fromWaveId: id.optional(),
	toWaveId: id.optional(),
	kind: kind.optional(),
	text: text.optional(),
	saidBy: saidBy.optional(),
	evidence: evidence.optional(),
	counterEvidence: counterEvidence.optional(),
	strength: strength.optional(),
	sessionId: sessionId.optional(),
	addEvidence,
	removeEvidence: z.array(id).max(mostEvidence).default([]).describe('ids van evidenceItems die weg mogen')
});

export const addRecognitionInput = z.strictObject({
	explanationId: id,
	answer: z.enum(recognisedAnswers).describe('herkend: ja, deels, nee'),
	saidBy: z.enum(voicesOfExplanations),
	session: emptyLine().default('').describe('de bijeenkomst waarin het gevraagd werd')
});

export const listExplanationsQuery = z.strictObject({
	areaId: id.optional(),
	indicatorId: id.optional(),
	...limitQuery
});
export const listRecognitionsQuery = z.strictObject({ explanationId: id.optional(), ...limitQuery });

export const recognitionAnswer = z.object({
	id: z.uuid(),
	explanationId: z.uuid(),
	answer: z.enum(recognisedAnswers),
	saidBy: z.enum(voicesOfExplanations),
	session: z.string(),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime()
});
export type RecognitionAnswer = z.infer<typeof recognitionAnswer>;

const waveValue = z.object({ waveId: z.uuid(), year: z.int(), value: z.number().nullable() });
const ofItem = { id: z.uuid(), side, remark: z.string().describe('leeg voor wie de gesprekken niet mag zien') };

/** What stands beside an explanation, as this reader may see it. */
export const evidenceItem = z.discriminatedUnion('kind', [
	z.object({
		...{ ...ofItem, kind: z.literal('quote'), codingId: z.uuid(), sourceId: z.uuid() },
		group: z.enum(groups).nullable(),
		text: z.string().nullable().describe('null: niet te lezen, zie withheld'),
		reference: z.string().nullable().describe('null voor wie de gesprekken niet mag zien'),
		withheld: z
			.enum(['consent', 'role'])
			.nullable()
			.describe('consent: geen toestemming om te citeren, role: niet voor u')
	}),
	z.object({
		...{ ...ofItem, kind: z.literal('memo'), memoId: z.uuid() },
		title: z.string().nullable().describe('null: u mag deze memo niet lezen'),
		about: memoAnswer.shape.about.nullable().describe('waarover de memo gaat')
	}),
	z.object({
		...{ ...ofItem, kind: z.literal('figure'), indicatorId: z.uuid(), areaId: z.uuid() },
		...{
			fromWaveId: z.uuid().nullable(),
			toWaveId: z.uuid(),
			label: z.string(),
			unit: z.string(),
			areaName: z.string()
		},
		values: z.array(waveValue).readonly().describe('zoals het nu is'),
		before: z
			.array(waveValue)
			.readonly()
			.nullable()
			.describe('zoals het was toen het erbij gezet werd; null: dat is nog zo')
	}),
	z.object({
		...{ ...ofItem, kind: z.literal('literature'), reference: z.string(), url: z.string().nullable() }
	})
]);

export const explanationAnswer = z.object({
	id: z.uuid(),
	indicatorId: z.uuid(),
	areaId: z.uuid(),
	fromWaveId: z.uuid(),
	toWaveId: z.uuid(),
	kind: z.enum(explanationKinds),
	text: z.string(),
	saidBy: z.enum(voicesOfExplanations),
	evidence: z.string(),
	counterEvidence: z.string(),
	evidenceItems: z.array(evidenceItem).readonly().describe('wat ervoor en ertegen spreekt, elk met zijn plaats'),
	strength: z.enum(explanationStrengths),
	sessionId: z.uuid().nullable(),
	recognised: z.enum(recognisedAnswers).nullable().describe('het laatste antwoord; null: nog niet gevraagd'),
	recognitions: z.array(recognitionAnswer),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime(),
	version: z.int().describe('vanaf 1; elke verandering telt er een bij op')
});
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;

const tag = 'Mogelijke verklaringen';

export const explanationRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/explanations',
		summary: 'De mogelijke verklaringen met wie ze herkent',
		tag,
		query: listExplanationsQuery,
		status: 200,
		answer: pageOf(explanationAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/explanations',
		summary: 'Legt een mogelijke verklaring vast bij een indicator, gebied en twee meetrondes',
		tag,
		body: addExplanationInput,
		status: 201,
		answer: explanationAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/explanations/{explanationId}',
		summary: 'Verandert een mogelijke verklaring',
		tag,
		body: updateExplanationInput,
		status: 200,
		answer: explanationAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/explanations/{explanationId}',
		summary: 'Verwijdert een mogelijke verklaring met de antwoorden erop',
		tag,
		status: 204
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/recognitions',
		summary: 'De antwoorden op de vraag of een verklaring herkend wordt',
		tag,
		query: listRecognitionsQuery,
		status: 200,
		answer: pageOf(recognitionAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/recognitions',
		summary: 'Legt vast of een verklaring herkend wordt',
		tag,
		body: addRecognitionInput,
		status: 201,
		answer: recognitionAnswer
	}
];
