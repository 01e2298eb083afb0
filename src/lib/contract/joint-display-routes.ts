import { z } from 'zod';
import {
	decidedAnswer,
	decideFitInput,
	decisionHistoryAnswer,
	decisionsToReviewAnswer,
	readDecisionInput,
	secondReadingAnswer
} from './decision.ts';
import { jointDisplayAnswer, jointDisplayQuery } from './joint-display.ts';
import { chooseQuoteInput, quoteChoicesAnswer, quoteChoicesQuery } from './quote-choice.ts';
import type { RouteDescription } from './route-description.ts';

const tag = 'Cijfers en stemmen';
const rows = '/projects/{projectId}/joint-displays';
const params = { rowId: z.string().max(200).describe('rowId van een rij van cijfers en stemmen') };

/** The routes of the joint display. */
export const jointDisplayRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: rows,
		summary:
			'Cijfers en stemmen van een pijler in een gebied: per thema de cijfers, de stemmen, het voorstel en het oordeel.',
		tag,
		query: jointDisplayQuery,
		status: 200,
		answer: jointDisplayAnswer
	},
	{
		method: 'PUT',
		path: `${rows}/{rowId}/decision`,
		params,
		summary: 'Legt de samenhang van een rij vast; eerdere oordelen blijven in de geschiedenis.',
		tag,
		body: decideFitInput,
		status: 200,
		answer: decidedAnswer
	},
	{
		method: 'GET',
		path: `${rows}/{rowId}/decisions`,
		params,
		summary: 'Alle oordelen over een rij, het nieuwste eerst.',
		tag,
		status: 200,
		answer: decisionHistoryAnswer
	},
	{
		method: 'POST',
		path: `${rows}/{rowId}/decision/readings`,
		params,
		summary: 'Zegt als tweede lezer dat het oordeel klopt, of wat het volgens u is. Het oordeel blijft zoals het is.',
		tag,
		body: readDecisionInput,
		status: 201,
		answer: secondReadingAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/decisions-to-review',
		summary: 'De oordelen waarvan de gegevens sindsdien veranderden, met wat er veranderde.',
		tag,
		status: 200,
		answer: decisionsToReviewAnswer
	},
	{
		method: 'GET',
		path: `${rows}/{rowId}/quotes`,
		params,
		summary: 'De fragmenten achter een rij, om citaten uit te kiezen; wat een codeur belangrijk vond (★) eerst.',
		tag,
		query: quoteChoicesQuery,
		status: 200,
		answer: quoteChoicesAnswer
	},
	{
		method: 'PUT',
		path: `${rows}/{rowId}/quotes/{codingId}`,
		params,
		summary: 'Kiest een citaat voor een rij, of kort een gekozen citaat in.',
		tag,
		body: chooseQuoteInput,
		isBodyOptional: true,
		status: 204
	},
	{
		method: 'DELETE',
		path: `${rows}/{rowId}/quotes/{codingId}`,
		params,
		summary: 'Haalt een gekozen citaat bij een rij weg.',
		tag,
		status: 204
	}
];
