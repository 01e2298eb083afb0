import { z } from 'zod';
import { recognisedAnswers, voicesOfExplanations } from '../domain/integration/explanation.ts';
import { pageOf } from './cursor.ts';
import { explanationAnswer } from './explanation.ts';
import { indicatorFigures } from './indicator-figures.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, paragraph } from './text.ts';

const heldOn = z.iso.date().describe('dag van de sessie, bv. 2025-03-14');
const participants = paragraph(2000).describe('functies of groepen van wie erbij was, geen namen');

export const addReviewSessionInput = z.strictObject({
	areaId: id,
	fromWaveId: id,
	toWaveId: id,
	heldOn,
	participants: participants.default('')
});

/** What is left out stays as it is; area and rounds of a session do not change. */
export const updateReviewSessionInput = z.strictObject({
	version: z
		.int()
		.min(1)
		.optional()
		.describe('die u zag; is de sessie intussen veranderd, dan volgt 409; zonder: ook over een nieuwere heen'),
	heldOn: heldOn.optional(),
	participants: participants.optional()
});

export const listReviewSessionsQuery = z.strictObject({ areaId: id.optional(), ...limitQuery });

export const recogniseFigureInput = z.strictObject({
	indicatorId: id,
	answer: z.enum(recognisedAnswers).describe('herkend: ja, deels, nee'),
	saidBy: z.enum(voicesOfExplanations),
	remark: paragraph(2000).default('')
});

export const reviewSessionAnswer = z.object({
	id: z.uuid(),
	areaId: z.uuid(),
	area: z.string(),
	fromWaveId: z.uuid(),
	toWaveId: z.uuid(),
	heldOn: z.string(),
	participants: z.string(),
	version: z.int().describe('vanaf 1; elke verandering telt er een bij op')
});
export type ReviewSessionAnswer = z.infer<typeof reviewSessionAnswer>;

export const figureRecognitionAnswer = z.object({
	id: z.uuid(),
	sessionId: z.uuid(),
	indicatorId: z.uuid(),
	answer: z.enum(recognisedAnswers),
	saidBy: z.enum(voicesOfExplanations),
	remark: z.string(),
	createdBy: z.uuid(),
	createdAt: z.iso.datetime()
});
export type FigureRecognitionAnswer = z.infer<typeof figureRecognitionAnswer>;

/** A session with its agenda, made from the data of now, and what came of it. */
export const reviewSessionSheetAnswer = reviewSessionAnswer.extend({
	agenda: z.array(
		z.object({
			reason: z
				.enum(['contradicts', 'groups-disagree', 'changed-since', 'moved-silently', 'moved'])
				.describe('waarom dit op de agenda staat'),
			pillar: z.object({ id: z.uuid(), name: z.string() }),
			theme: z.object({ codeId: z.uuid(), name: z.string() }).nullable(),
			figures: z.array(indicatorFigures)
		})
	),
	recognitions: z.array(figureRecognitionAnswer),
	explanations: z.array(explanationAnswer).describe('in deze sessie gegeven, of eerder bij een cijfer van de agenda')
});
export type ReviewSessionSheetAnswer = z.infer<typeof reviewSessionSheetAnswer>;

const tag = 'Duidingssessies';
const path = '/projects/{projectId}/review-sessions';

export const reviewSessionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'De sessies waarin cijfers besproken worden, de laatste eerst',
		tag,
		query: listReviewSessionsQuery,
		status: 200,
		answer: pageOf(reviewSessionAnswer)
	},
	{
		method: 'POST',
		path,
		summary: 'Maakt een sessie over een gebied en twee meetrondes',
		tag,
		body: addReviewSessionInput,
		status: 201,
		answer: reviewSessionAnswer
	},
	{
		method: 'GET',
		path: `${path}/{sessionId}`,
		summary: 'Een sessie met haar agenda en wat eruit kwam',
		tag,
		status: 200,
		answer: reviewSessionSheetAnswer
	},
	{
		method: 'PATCH',
		path: `${path}/{sessionId}`,
		summary: 'Verandert de dag of de deelnemers van een sessie',
		tag,
		body: updateReviewSessionInput,
		status: 200,
		answer: reviewSessionAnswer
	},
	{
		method: 'DELETE',
		path: `${path}/{sessionId}`,
		summary: 'Verwijdert een sessie met de antwoorden op de cijfers; verklaringen blijven',
		tag,
		status: 204
	},
	{
		method: 'POST',
		path: `${path}/{sessionId}/recognitions`,
		summary: 'Legt vast of een cijfer in de sessie herkend werd',
		tag,
		body: recogniseFigureInput,
		status: 201,
		answer: figureRecognitionAnswer
	}
];
