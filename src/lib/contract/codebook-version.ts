import { z } from 'zod';
import { descriptions } from '../domain/codebook/version-differences.ts';
import { pageOf } from './cursor.ts';
import { list } from './list.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line, paragraph } from './text.ts';

const waveIds = z.array(id).max(200).describe('meetrondes waarin met deze versie gecodeerd wordt');

/** Keeps the codebook as it is now under a name. */
export const makeCodebookVersionInput = z.strictObject({
	name: line(),
	note: paragraph(2000).default('').describe('waarom deze versie er is'),
	waveIds: waveIds.default([])
});

/** What is said about a version may change; the codes in it never do. */
export const updateCodebookVersionInput = z.strictObject({
	name: line().optional(),
	note: paragraph(2000).optional(),
	waveIds: waveIds.optional()
});

export const listCodebookVersionsQuery = z.strictObject({ ...limitQuery });

export const differencesQuery = z.strictObject({
	with: z
		.union([z.literal('now'), id])
		.default('now')
		.describe('een andere versie, of now: het codeboek zoals het nu is')
});

export const codebookVersionItem = z.object({
	id,
	number: z.int().describe('1 voor de eerste versie van een project'),
	name: z.string(),
	note: z.string(),
	waveIds: z.array(id),
	madeBy: z.object({ id, name: z.string() }),
	madeAt: z.iso.datetime(),
	codes: z.int().describe('aantal codes')
});
export type CodebookVersionItem = z.infer<typeof codebookVersionItem>;

const versionCode = z.object({
	id,
	parentId: id.nullable(),
	name: z.string(),
	path: z.string(),
	depth: z.int().describe('0: bovenaan'),
	definition: z.string(),
	include: z.string().describe('wel'),
	exclude: z.string().describe('niet'),
	example: z.string(),
	synonyms: z.array(z.string()),
	isCodable: z.boolean(),
	shownColor: z.int()
});

export const codebookVersionAnswer = codebookVersionItem.extend({
	tree: z.array(versionCode).describe('in de volgorde van de boom, zoals hij toen was')
});
export type CodebookVersionAnswer = z.infer<typeof codebookVersionAnswer>;

const codeAndPath = z.object({ codeId: id, path: z.string() });

export const versionDifferenceItem = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('added'), ...codeAndPath.shape, forerunners: list(codeAndPath) }),
	z.object({ kind: z.literal('removed'), ...codeAndPath.shape }),
	z.object({ kind: z.literal('merged'), ...codeAndPath.shape, into: list(codeAndPath) }),
	z.object({ kind: z.literal('renamed'), ...codeAndPath.shape, before: z.string(), after: z.string() }),
	z.object({
		kind: z.literal('moved'),
		...codeAndPath.shape,
		before: z.string().nullable().describe('null: stond bovenaan'),
		after: z.string().nullable()
	}),
	z.object({
		kind: z.literal('described'),
		...codeAndPath.shape,
		field: z.enum(descriptions),
		before: z.string(),
		after: z.string()
	}),
	z.object({
		kind: z.literal('synonyms'),
		...codeAndPath.shape,
		before: list(z.string()),
		after: list(z.string())
	}),
	z.object({
		kind: z.literal('became-group').describe('er kan niet meer mee gecodeerd worden'),
		...codeAndPath.shape
	}),
	z.object({ kind: z.literal('became-code'), ...codeAndPath.shape })
]);

const side = z.object({
	id: id.nullable().describe('null: nu'),
	number: z.int().nullable(),
	name: z.string().nullable()
});

export const versionDifferencesAnswer = z.object({
	from: side.describe('de oudste van de twee'),
	to: side,
	differences: list(versionDifferenceItem)
});
export type VersionDifferencesAnswer = z.infer<typeof versionDifferencesAnswer>;

const tag = 'Codeboekversies';

export const codebookVersionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/codebook-versions',
		summary: 'De versies van het codeboek, nieuwste eerst',
		tag,
		query: listCodebookVersionsQuery,
		status: 200,
		answer: pageOf(codebookVersionItem)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/codebook-versions',
		summary: 'Legt het codeboek vast zoals het nu is',
		tag,
		body: makeCodebookVersionInput,
		status: 201,
		answer: codebookVersionItem
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/codebook-versions/{versionId}',
		summary: 'Een versie met alle codes en hun omschrijving',
		tag,
		status: 200,
		answer: codebookVersionAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/codebook-versions/{versionId}',
		summary: 'Verandert naam, toelichting of meetrondes van een versie; de codes erin blijven zoals ze waren',
		tag,
		body: updateCodebookVersionInput,
		status: 200,
		answer: codebookVersionItem
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/codebook-versions/{versionId}/differences',
		summary: 'Wat verschilt tussen twee versies, of tussen een versie en nu',
		tag,
		query: differencesQuery,
		status: 200,
		answer: versionDifferencesAnswer
	}
];
