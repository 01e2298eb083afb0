import { z } from 'zod';
import { groups } from '../domain/source/source.ts';
import { speakerRoles } from '../domain/source/speaker.ts';
import { extents } from '../query/search-hit.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

export const searchKinds = ['words', 'text', 'pattern', 'speaker'] as const;

const scope = {
	areaId: id.optional().describe('dit gebied en wat erin ligt'),
	waveId: id.optional(),
	group: z.enum(groups).optional(),
	speakerRole: z.enum(speakerRoles).optional(),
	speaker: line().optional().describe('de naam voor de beurt'),
	extent: z.enum(extents).default('words').describe('het fragment: de woorden zelf, de zin of de hele beurt'),
	codeId: id.optional().describe('zeg van elk fragment of deze code er al op ligt'),
	...limitQuery
};

const text = line().describe(
	'woorden op hun stam, een zin tussen aanhalingstekens, park* voor elk woord dat zo begint; alles staat in de beurt'
);

/** Searching by words, in an address. */
export const searchQuery = z.strictObject({ text, sourceId: id.optional(), ...scope });

/** Searching in any way, over chosen sources. */
export const searchInput = z.strictObject({
	kind: z.enum(searchKinds).default('words').describe('pattern: een reguliere expressie; speaker: hele beurten'),
	text: line().optional().describe('niet nodig bij speaker'),
	sourceIds: z.array(id).max(1000).optional(),
	...scope
});
export type SearchInput = z.infer<typeof searchInput>;

/** One passage that was found. */
export const searchHit = z.object({
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	sourceId: id,
	title: z.string(),
	version: z.int(),
	turn: z.int(),
	start: z.int().describe('in Unicode-tekens van de tekst'),
	end: z.int(),
	speakerId: id.nullable(),
	speaker: z.string().nullable(),
	before: z.string(),
	quote: z.string(),
	after: z.string(),
	isCoded: z
		.boolean()
		.nullable()
		.describe('of de gevraagde code er al helemaal op ligt; null: er is geen code gevraagd')
});

export const searchAnswer = z.object({
	items: z.array(searchHit),
	nextCursor: z.string().nullable().describe('null: er is niets meer'),
	found: z.int().describe('in zoveel beurten staat het, in het geheel'),
	sources: z.int().describe('in zoveel bronnen')
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

const path = '/projects/{projectId}/search-results';
const tag = 'Bevragen';

export const searchRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'Zoekt Nederlandse woorden in de beurten',
		tag,
		query: searchQuery,
		status: 200,
		answer: searchAnswer
	},
	{
		method: 'POST',
		path,
		summary: 'Zoekt woorden, letterlijke tekst, een patroon of een spreker in de beurten',
		tag,
		body: searchInput,
		status: 200,
		answer: searchAnswer
	}
];
