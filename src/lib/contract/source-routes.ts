import { pageOf } from './cursor.ts';
import { eventsOnQuery, eventsQuery } from './events.ts';
import type { RouteDescription } from './route-description.ts';
import {
	deleteSourceQuery,
	listSourcesQuery,
	sourceAnswer,
	sourceListItem,
	sourceTextAnswer,
	updateSourceInput,
	uploadAnswer,
	uploadSourceInput
} from './source.ts';
import { editedSourceAnswer, editSourceInput } from './source-edit.ts';
import { changeTurnsInput, cutAnswer } from './turns.ts';

const tag = 'Gesprekken';
const sources = '/projects/{projectId}/sources';

/** The routes of sources and of live events. */
export const sourceRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: sources,
		summary: 'De gesprekken die u mag zien, op titel, met het aantal beurten en coderingen.',
		tag,
		query: listSourcesQuery,
		status: 200,
		answer: pageOf(sourceListItem)
	},
	{
		method: 'POST',
		path: sources,
		summary:
			'Voegt één gesprek toe (.docx, .odt, .rtf, .pdf, .html, .md, .txt, .vtt, .srt, .sbv, .json van spraakherkenning, of een vragenlijst in .csv of .xlsx) en knipt het in beurten; alles of niets.',
		tag,
		multipart: uploadSourceInput,
		status: 201,
		answer: uploadAnswer
	},
	{
		method: 'GET',
		path: `${sources}/{sourceId}`,
		summary: 'Eén gesprek met tekst, beurten en sprekers; plaatsen zijn Unicode-tekens (code points), half-open.',
		tag,
		status: 200,
		answer: sourceTextAnswer
	},
	{
		method: 'PATCH',
		path: `${sources}/{sourceId}`,
		summary: 'Wijzigt kenmerken of status; alleen vrijgegeven gesprekken worden gecodeerd, geteld en geëxporteerd.',
		tag,
		body: updateSourceInput,
		status: 200,
		answer: sourceAnswer
	},
	{
		method: 'DELETE',
		path: `${sources}/{sourceId}`,
		summary: 'Verwijdert een gesprek met alles erop; dit kan ongedaan worden gemaakt.',
		tag,
		query: deleteSourceQuery,
		status: 204
	},
	{
		method: 'POST',
		path: `${sources}/{sourceId}/restoration`,
		summary: 'Haalt een verwijderd gesprek terug, met alles erop.',
		tag,
		status: 200,
		answer: sourceAnswer
	},
	{
		method: 'PATCH',
		path: `${sources}/{sourceId}/turns`,
		summary: 'Herstelt de knip in beurten en de sprekers; alle stappen of geen.',
		tag,
		body: changeTurnsInput,
		status: 200,
		answer: cutAnswer
	},
	{
		method: 'POST',
		path: `${sources}/{sourceId}/edits`,
		summary: 'Verbetert de tekst: een nieuwe versie, waarin beurten, coderingen en memo’s meegaan.',
		tag,
		body: editSourceInput,
		status: 200,
		answer: editedSourceAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/events',
		summary: 'Wat er verandert, zodra het verandert: een stroom van gebeurtenissen met ids, zonder teksten.',
		tag: 'Meekijken',
		query: eventsQuery,
		status: 200,
		media: ['text/event-stream']
	},
	{
		method: 'GET',
		path: '/events',
		summary:
			'Wat er op meer plaatsen tegelijk verandert, over één stroom. `id:` zegt bij elke gebeurtenis om welke `on` het gaat, geteld vanaf 0; `refused` zegt dat je die niet (meer) mag volgen.',
		tag: 'Meekijken',
		query: eventsOnQuery,
		status: 200,
		media: ['text/event-stream']
	}
];
