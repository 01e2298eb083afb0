import { z } from 'zod';
import {
	explanationKinds,
	explanationStrengths,
	recognisedAnswers,
	voicesOfExplanations
} from '../domain/integration/explanation.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, paragraph } from './text.ts';

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
	sessionId: sessionId.default(null)
});
export type AddExplanationInput = z.input<typeof addExplanationInput>;

/** What is left out stays as it is. */
export const updateExplanationInput = z.strictObject({
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
	sessionId: sessionId.optional()
});
export type UpdateExplanationInput = z.infer<typeof updateExplanationInput>;

export const addRecognitionInput = z.strictObject({
	explanationId: id,
	answer: z.enum(recognisedAnswers).describe('herkend: ja, deels, nee'),
	saidBy: z.enum(voicesOfExplanations),
	session: emptyLine().default('').describe('de bijeenkomst waarin het gevraagd werd')
});
export type AddRecognitionInput = z.input<typeof addRecognitionInput>;

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
	strength: z.enum(explanationStrengths),
	sessionId: z.uuid().nullable(),
	recognised: z.enum(recognisedAnswers).nullable().describe('het laatste antwoord; null: nog niet gevraagd'),
	recognitions: z.array(recognitionAnswer),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime()
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
