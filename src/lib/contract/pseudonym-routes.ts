import {
	checkPseudonymsInput,
	decidePseudonymsInput,
	finishPseudonymsInput,
	openedKeyAnswer,
	openKeyInput,
	pseudonymsAnswer,
	pseudonymSettingsAnswer,
	pseudonymSettingsInput,
	readTurnsInput,
	replacedPseudonymsAnswer,
	replacePseudonymsInput,
	reportedNameAnswer,
	reportNameInput,
	settledNameAnswer,
	settleNameInput
} from './pseudonym.ts';
import type { RouteDescription } from './route-description.ts';

const tag = 'Pseudoniemen';
const project = '/projects/{projectId}';
const source = `${project}/sources/{sourceId}`;

/** The routes with which a text is pseudonymised. Nothing of it leaves the server but the text itself. */
export const pseudonymRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: `${source}/pseudonyms`,
		summary: 'De tekst met wat naar een persoon kan wijzen, de besluiten daarover, en hoever het werk is',
		tag,
		status: 200,
		answer: pseudonymsAnswer
	},
	{
		method: 'POST',
		path: `${source}/pseudonym-decisions`,
		summary: 'Besluit over namen: overnemen, alleen deze plaats, geen naam, samenvoegen, of zelf gekozen woorden',
		tag,
		body: decidePseudonymsInput,
		status: 200,
		answer: pseudonymsAnswer
	},
	{
		method: 'POST',
		path: `${source}/pseudonym-replacements`,
		summary: 'Vervangt alle overgenomen woorden: één nieuwe versie; coderingen blijven staan',
		tag,
		body: replacePseudonymsInput,
		status: 200,
		answer: replacedPseudonymsAnswer
	},
	{
		method: 'POST',
		path: `${source}/pseudonym-readings`,
		summary: 'Onthoudt welke beurten in beeld waren',
		tag,
		body: readTurnsInput,
		status: 204
	},
	{
		method: 'POST',
		path: `${source}/pseudonym-completion`,
		summary: 'Rondt het pseudonimiseren af, als alles behandeld is en u de hele tekst las',
		tag,
		body: finishPseudonymsInput,
		status: 200,
		answer: pseudonymsAnswer
	},
	{
		method: 'POST',
		path: `${source}/pseudonym-checks`,
		summary: 'De tweede lezer keurt goed of stuurt terug; nooit wie zelf afrondde',
		tag,
		body: checkPseudonymsInput,
		status: 200,
		answer: pseudonymsAnswer
	},
	{
		method: 'POST',
		path: `${source}/key-openings`,
		summary: 'Opent de sleutel van een gesprek, met een reden die bewaard blijft; alleen voor de sleutelbeheerder',
		tag,
		body: openKeyInput,
		status: 200,
		answer: openedKeyAnswer
	},
	{
		method: 'POST',
		path: `${source}/original-openings`,
		summary: 'Het bestand waaruit een gesprek komt, met een reden die bewaard blijft; alleen voor de sleutelbeheerder',
		tag,
		body: openKeyInput,
		status: 200,
		media: ['application/octet-stream']
	},
	{
		method: 'POST',
		path: `${source}/original-destructions`,
		summary: 'Vernietigt het bestand waaruit een gesprek komt, voor de termijn om is',
		tag,
		body: openKeyInput,
		status: 204
	},
	{
		method: 'POST',
		path: `${source}/leftover-names`,
		summary: 'Meldt een naam die nog in de tekst staat; de woorden zijn meteen voor iedereen verborgen',
		tag,
		body: reportNameInput,
		status: 201,
		answer: reportedNameAnswer
	},
	{
		method: 'POST',
		path: `${source}/leftover-names/{leftoverId}/settlement`,
		summary: 'Besluit over een gemelde naam: een pseudoniem, of de woorden terug',
		tag,
		body: settleNameInput,
		status: 200,
		answer: settledNameAnswer
	},
	{
		method: 'GET',
		path: `${project}/pseudonym-settings`,
		summary: 'Hoe dit project pseudonimiseert',
		tag,
		status: 200,
		answer: pseudonymSettingsAnswer
	},
	{
		method: 'PUT',
		path: `${project}/pseudonym-settings`,
		summary: 'Wijzigt hoe dit project pseudonimiseert',
		tag,
		body: pseudonymSettingsInput,
		status: 200,
		answer: pseudonymSettingsAnswer
	}
];
