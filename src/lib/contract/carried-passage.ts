import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const position = z.int().min(0);
export const mostPassages = 2000;

/** Passages that somebody chose in an earlier version of a text. */
export const carryPassagesInput = z.strictObject({
	version: z.int().min(1).describe('de tekstversie waarover geteld is'),
	passages: z
		.array(z.strictObject({ start: position, end: position }))
		.min(1)
		.max(mostPassages)
});

/** Where passages of an earlier version are now, in the order in which they were asked about. */
export const carriedPassagesAnswer = z.object({
	sourceId: id,
	version: z.int().describe('de nieuwste versie van de tekst'),
	passages: z.array(
		z.object({
			outcome: z
				.enum(['moved', 'changed', 'gone'])
				.describe('moved: dezelfde woorden; changed: er veranderden woorden in; gone: alle woorden zijn weg'),
			start: position,
			end: position.describe('bij gone gelijk aan start: daar stonden de woorden'),
			was: z.string().nullable().describe('de woorden van toen; null: dezelfde als nu, of u mag die versie niet lezen')
		})
	)
});
export type CarriedPassagesAnswer = z.infer<typeof carriedPassagesAnswer>;
export type CarriedPassage = CarriedPassagesAnswer['passages'][number];

/** The route about work that was done on an earlier version of a text and is not stored yet. */
export const carriedPassageRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/sources/{sourceId}/carried-passages',
		summary: 'Waar fragmenten uit een eerdere versie van de tekst nu staan; er verandert niets.',
		tag: 'Coderingen',
		body: carryPassagesInput,
		status: 200,
		answer: carriedPassagesAnswer
	}
];
