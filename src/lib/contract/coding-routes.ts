import { z } from 'zod';
import {
	appliedCodesAnswer,
	applyCodeInput,
	applyCodesInput,
	changeCodingInput,
	codingAnswer,
	codingItem,
	listCodingsQuery,
	removeCodingQuery,
	removedCodingAnswer,
	restoreCodingInput
} from './coding.ts';
import { codeAnswer } from './code.ts';
import { pageOf } from './cursor.ts';
import type { RouteDescription } from './route-description.ts';

const tag = 'Coderingen';
const codings = '/projects/{projectId}/codings';

/** The routes of codings. */
export const codingRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: codings,
		summary: 'Citaten die u mag lezen, gefilterd, met codepad, verwijzing en kenmerken van het gesprek.',
		tag,
		query: listCodingsQuery,
		status: 200,
		answer: pageOf(codingItem)
	},
	{
		method: 'POST',
		path: codings,
		summary: 'Zet een code (codeId) of meer codes tegelijk (codeIds) op een fragment van een vrijgegeven gesprek.',
		tag,
		body: z.union([applyCodeInput, applyCodesInput]),
		status: 201,
		answer: z.union([codingAnswer, appliedCodesAnswer])
	},
	{
		method: 'GET',
		path: `${codings}/{codingId}`,
		summary: 'Eén citaat met codepad, verwijzing en kenmerken van het gesprek.',
		tag,
		status: 200,
		answer: codingItem
	},
	{
		method: 'PATCH',
		path: `${codings}/{codingId}`,
		summary: 'Wijzigt fragment, code, richting, memo of ster van een codering.',
		tag,
		body: changeCodingInput,
		status: 200,
		answer: codingAnswer
	},
	{
		method: 'DELETE',
		path: `${codings}/{codingId}`,
		summary: 'Verwijdert een codering; met deletionId uit het antwoord kan zij terugkomen.',
		tag,
		query: removeCodingQuery,
		status: 200,
		answer: removedCodingAnswer
	},
	{
		method: 'POST',
		path: `${codings}/{codingId}/restoration`,
		summary: 'Maakt het verwijderen van een codering ongedaan.',
		tag,
		body: restoreCodingInput,
		status: 200,
		answer: codingAnswer
	},
	{
		method: 'PUT',
		path: `${codings}/{codingId}/example`,
		summary: 'Zet de woorden van een codering bij de voorbeelden van haar code, als het gesprek geciteerd mag worden',
		tag,
		status: 200,
		answer: codeAnswer
	},
	{
		method: 'DELETE',
		path: `${codings}/{codingId}/example`,
		summary: 'Haalt de woorden van een codering weg bij de voorbeelden van haar code',
		tag,
		status: 200,
		answer: codeAnswer
	}
];
