import { z } from 'zod';
import { speakerRoles } from '../domain/source/speaker.ts';
import type { RouteDescription } from './route-description.ts';
import { readAsAnswer, readingFields } from './source.ts';
import { paragraph } from './text.ts';

/** How the file of a source is to be read instead. */
export const rereadInput = z.strictObject({
	version: z.int().min(1).describe('de versie van de tekst die u zag; is er intussen een nieuwe, dan volgt 409'),
	...readingFields,
	overMends: z
		.boolean()
		.default(false)
		.describe('true: ook als beurten of sprekers met de hand zijn verbeterd; die verbeteringen gaan weg'),
	reason: paragraph(1000).default('').describe('waarom, voor de lijst van versies')
});
export type RereadInput = z.infer<typeof rereadInput>;

/** The same as it is sent: what is left out has its default. */
export type RereadRequest = z.input<typeof rereadInput>;

export const rereadQuery = z.strictObject({
	preview: z.enum(['true', 'false']).optional().describe('true: alleen laten zien wat het zou worden')
});

/** A source as another reading of its file gives it. */
export const rereadAnswer = z.object({
	isPreview: z.boolean(),
	version: z.int().describe('de versie van de tekst; een nieuwe als de tekst anders werd'),
	format: z.string().describe('soort bestand, zoals txt, docx of vtt'),
	readAs: readAsAnswer,
	characters: z.int(),
	turns: z.int(),
	speakers: z.array(z.object({ label: z.string(), role: z.enum(speakerRoles), turns: z.int() })),
	firstTurns: z
		.array(z.object({ speaker: z.string().nullable(), startMs: z.int().nullable(), text: z.string() }))
		.describe('de eerste beurten; een lange beurt is afgekort'),
	changesText: z.boolean().describe('de tekst zelf wordt anders, en krijgt een nieuwe versie'),
	losesMends: z.boolean().describe('beurten of sprekers zijn met de hand verbeterd; dat gaat weg'),
	warnings: z
		.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
		.describe('waar u nog naar kunt kijken')
});
export type RereadAnswer = z.infer<typeof rereadAnswer>;

/** The route that reads the file of a source in another way. */
export const rereadRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/sources/{sourceId}/rereads',
		summary:
			'Leest het bewaarde bestand van een gesprek op een andere manier, zolang het nog wordt voorbereid en niemand de tekst verbeterde of codeerde; met preview=true alleen laten zien wat het wordt.',
		tag: 'Gesprekken',
		query: rereadQuery,
		body: rereadInput,
		status: 200,
		answer: rereadAnswer
	}
];
