import {
	addCaseInput,
	caseAnswer,
	listCasesQuery,
	recordConsentInput,
	recordedConsentAnswer,
	updateCaseInput
} from './case.ts';
import { importCasesFields, importCasesQuery, importedCasesAnswer } from './case-import.ts';
import { withdrawalAnswer, withdrawalQuery } from './case-withdrawal.ts';
import { pageOf } from './cursor.ts';
import { exportCaseQuery } from './export.ts';
import type { RouteDescription } from './route-description.ts';

const tag = 'Deelnemers';
const all = '/projects/{projectId}/cases';
const one = `${all}/{caseId}`;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The routes of people who took part: who, with what consent, and how they withdraw. */
export const caseRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De deelnemers die u mag zien, op code',
		tag,
		query: listCasesQuery,
		status: 200,
		answer: pageOf(caseAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Legt een deelnemer vast: een code, kenmerken in klassen, gesprekken en toestemming',
		tag,
		body: addCaseInput,
		status: 201,
		answer: caseAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/case-imports',
		summary: 'Leest kenmerken en toestemming van veel deelnemers uit een bestand (.csv of .xlsx): alles of niets',
		tag,
		query: importCasesQuery,
		multipart: importCasesFields,
		status: 200,
		answer: importedCasesAnswer
	},
	{ method: 'GET', path: one, summary: 'Eén deelnemer', tag, status: 200, answer: caseAnswer },
	{
		method: 'PATCH',
		path: one,
		summary: 'Wijzigt code, kenmerken, gesprekken of de laatste dag om in te trekken',
		tag,
		body: updateCaseInput,
		status: 200,
		answer: caseAnswer
	},
	{
		method: 'DELETE',
		path: one,
		summary: 'Haalt een deelnemer weg die bij geen gesprek hoort',
		tag,
		status: 204
	},
	{
		method: 'POST',
		path: `${one}/consents`,
		summary: 'Schrijft op wat een deelnemer over toestemming zei; eerdere antwoorden blijven staan',
		tag,
		body: recordConsentInput,
		status: 201,
		answer: recordedConsentAnswer
	},
	{
		method: 'POST',
		path: `${one}/withdrawal`,
		summary:
			'Trekt toestemming in en verwijdert alles van deze deelnemer; met preview=true alleen zeggen wat er weggaat',
		tag,
		query: withdrawalQuery,
		status: 200,
		answer: withdrawalAnswer
	},
	{
		method: 'GET',
		path: `${one}/package`,
		summary: 'Het inzagepakket van een deelnemer: gesprekken, kenmerken en toestemming, als Word of JSON',
		tag,
		query: exportCaseQuery,
		status: 200,
		media: [docx, 'application/json']
	}
];
