import {
	addReportInput,
	foundReportQuotesAnswer,
	keepBlockInput,
	listReportsAnswer,
	liveBlockAnswer,
	placeBlockInput,
	refreshBlockInput,
	reportAnswer,
	reportChoicesAnswer,
	reportPlaceQuery,
	reportSectionAnswer,
	reportSectionsAnswer,
	searchReportQuotesInput,
	slotName,
	updateReportInput,
	writeSectionInput
} from './report.ts';
import type { RouteDescription } from './route-description.ts';

const tag = 'Rapporten';
const all = '/projects/{projectId}/reports';
const one = `${all}/{reportId}`;
const section = `${one}/sections/{pillarId}/{areaId}/{slot}`;
const block = `${one}/blocks/{blockId}`;

/** The routes of reports, their texts and their live blocks. */
export const reportRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De rapporten over gebieden waarover u mag schrijven, het nieuwste eerst',
		tag,
		status: 200,
		answer: listReportsAnswer
	},
	{
		method: 'POST',
		path: all,
		summary: 'Begint een rapport: welke gebieden, van welke ronde tot welke',
		tag,
		body: addReportInput,
		status: 201,
		answer: reportAnswer
	},
	{ method: 'GET', path: one, summary: 'Een rapport, zonder zijn teksten', tag, status: 200, answer: reportAnswer },
	{
		method: 'PATCH',
		path: one,
		summary: 'Geeft een rapport een andere titel',
		tag,
		body: updateReportInput,
		status: 200,
		answer: reportAnswer
	},
	{ method: 'DELETE', path: one, summary: 'Haalt een rapport weg; dat is terug te draaien', tag, status: 204 },
	{
		method: 'POST',
		path: `${one}/restoration`,
		summary: 'Haalt een rapport terug dat weggehaald was',
		tag,
		status: 200,
		answer: reportAnswer
	},
	{
		method: 'GET',
		path: `${one}/sections`,
		summary: 'De zes teksten over een pijler in een gebied, met hun blokken naast de gegevens van nu',
		tag,
		query: reportPlaceQuery,
		status: 200,
		answer: reportSectionsAnswer
	},
	{
		method: 'GET',
		path: section,
		params: { slot: slotName },
		summary: 'Een tekst van een rapport',
		tag,
		status: 200,
		answer: reportSectionAnswer
	},
	{
		method: 'PUT',
		path: section,
		params: { slot: slotName },
		summary: 'Schrijft een tekst van een rapport; nog eens hetzelfde sturen mag',
		tag,
		body: writeSectionInput,
		status: 200,
		answer: reportSectionAnswer
	},
	{
		method: 'GET',
		path: `${one}/choices`,
		summary: 'Wat u in een tekst over een pijler in een gebied kunt plaatsen',
		tag,
		query: reportPlaceQuery,
		status: 200,
		answer: reportChoicesAnswer
	},
	{
		method: 'POST',
		path: `${one}/quote-searches`,
		summary: 'Zoekt fragmenten met deze woorden die geciteerd mogen worden',
		tag,
		body: searchReportQuotesInput,
		status: 200,
		answer: foundReportQuotesAnswer
	},
	{
		method: 'POST',
		path: `${one}/blocks`,
		summary: 'Maakt een blok dat op gegevens leunt; zet het id ervan in een tekst',
		tag,
		body: placeBlockInput,
		status: 201,
		answer: liveBlockAnswer
	},
	{
		method: 'GET',
		path: block,
		summary: 'Een blok naast de gegevens van nu',
		tag,
		status: 200,
		answer: liveBlockAnswer
	},
	{
		method: 'POST',
		path: `${block}/refreshment`,
		summary: 'Laat een blok zeggen wat de gegevens nu zeggen',
		tag,
		body: refreshBlockInput,
		status: 200,
		answer: liveBlockAnswer
	},
	{
		method: 'PUT',
		path: `${block}/keeping`,
		summary: 'Bewaart wat een blok zegt hoewel de gegevens veranderd zijn, met een reden',
		tag,
		body: keepBlockInput,
		status: 200,
		answer: liveBlockAnswer
	}
];
