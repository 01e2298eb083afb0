import { z } from 'zod';
import { valences } from '../domain/coding/valence.ts';
import { groups } from '../domain/source/source.ts';
import { units, type Condition } from '../query/query.ts';
import { codingItem } from './coding.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id } from './text.ts';

const deepest = 8; // a question that nests deeper is not made by people
const mostParts = 200;

const leaf = z.union([
	z.strictObject({ code: id, descendants: z.boolean().optional().describe('ook de codes eronder') }),
	z.strictObject({ pillar: id }),
	z.strictObject({ area: id }).describe('dit gebied en wat erin ligt'),
	z.strictObject({ wave: id }),
	z.strictObject({ group: z.enum(groups) }),
	z.strictObject({ valence: z.enum(valences.map(({ key }) => key)) }),
	z.strictObject({ coder: id }),
	z.strictObject({ source: id }),
	z.strictObject({ important: z.boolean() }),
	z.strictObject({
		text: emptyLine(200).describe(
			'al deze woorden staan in het citaat: hele woorden; veilig* is elk woord dat zo begint; "gaat vooruit" staat er zo'
		)
	})
]);

const condition: z.ZodType<Condition> = z
	.lazy(() =>
		z.union([
			z.strictObject({ and: z.array(condition).max(mostParts) }),
			z.strictObject({ or: z.array(condition).max(mostParts) }),
			z.strictObject({ not: condition }),
			z.strictObject({ coding: condition }).describe('dit alles past op één en dezelfde codering'),
			z
				.strictObject({ overlaps: z.tuple([condition, condition]) })
				.describe('het eerste, over een ander fragment heen'),
			z
				.strictObject({
					near: z.tuple([condition, condition]),
					withinTurns: z.int().min(0).max(1000).describe('hoeveel beurten ervoor en erna; 0 is dezelfde beurt')
				})
				.describe('het eerste, met het tweede in de buurt'),
			leaf
		])
	)
	.meta({ id: 'QueryCondition' });

/** How deep a condition nests, and how many demands it holds; measured before it is checked, since checking nests too. */
const sizeOf = (value: unknown, depth = 1): { depth: number; parts: number } => {
	if (typeof value !== 'object' || value === null || depth > deepest) return { depth, parts: 1 };
	const inner = Object.values(value)
		.flat()
		.filter((part) => typeof part === 'object' && part !== null)
		.map((part) => sizeOf(part, depth + 1));
	return {
		depth: Math.max(depth, ...inner.map((part) => part.depth)),
		parts: inner.reduce((sum, part) => sum + part.parts, 1)
	};
};
const isSmall = (value: unknown) => {
	const { depth, parts } = sizeOf(value);
	return depth <= deepest && parts <= mostParts;
};

/** A question as data; pages go on with the same question and the cursor. */
export const runQueryInput = z.strictObject({
	where: z
		.unknown()
		.refine(isSmall, { params: { problem: 'query-too-large' } })
		.pipe(condition),
	unit: z
		.enum(units)
		.default('coding')
		.describe('wat gevonden wordt; bij turn en source geldt elke eis voor een codering daarin, niet steeds dezelfde'),
	...limitQuery
});

const counted = {
	nextCursor: z.string().nullable().describe('null: er is niets meer'),
	found: z.int().describe('hoeveel er in het geheel gevonden zijn, ook op andere bladzijden'),
	codings: z.int().describe('zoveel coderingen zijn dat, of liggen erin'),
	interviews: z.int().describe('in zoveel gesprekken')
};

const foundSource = codingItem.shape.source.extend({
	version: z.int(),
	characters: z.int().describe('lengte van de tekst in Unicode-tekens')
});

/** The codings of a question. */
export const queriedCodingsAnswer = z.object({
	unit: z.literal('coding'),
	items: z.array(codingItem),
	...counted,
	voices: z
		.array(
			z.object({
				sourceId: id,
				title: z.string(),
				areaId: id,
				group: z.enum(groups),
				change: z.array(z.enum(['forward', 'backward'])),
				level: z.array(z.enum(['good', 'improve']))
			})
		)
		.nullable()
		.describe('wat elk gesprek zegt, op elke as; alleen op de eerste bladzijde, daarna null')
});
export type QueriedCodingsAnswer = z.infer<typeof queriedCodingsAnswer>;

/** The turns of a question. */
export const queriedTurnsAnswer = z.object({
	unit: z.literal('turn'),
	items: z.array(
		z.object({
			reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
			ordinal: z.int(),
			start: z.int(),
			end: z.int(),
			speakerId: id.nullable(),
			quote: z.string().describe('de woorden van de beurt'),
			source: foundSource
		})
	),
	...counted
});
export type QueriedTurnsAnswer = z.infer<typeof queriedTurnsAnswer>;

/** The sources of a question. */
export const queriedSourcesAnswer = z.object({
	unit: z.literal('source'),
	items: z.array(z.object({ source: foundSource })),
	...counted
});
export type QueriedSourcesAnswer = z.infer<typeof queriedSourcesAnswer>;

export const queryAnswer = z.discriminatedUnion('unit', [
	queriedCodingsAnswer,
	queriedTurnsAnswer,
	queriedSourcesAnswer
]);
export type QueryAnswer = z.infer<typeof queryAnswer>;

const counts = { codings: z.int(), interviews: z.int().describe('in zoveel gesprekken') };

export const codeFrequency = z.object({
	codeId: z.uuid(),
	path: z.string(),
	depth: z.int(),
	...counts,
	codingsWithDescendants: z.int(),
	interviewsWithDescendants: z.int().describe('een gesprek met twee codes eronder telt één keer')
});
export type CodeFrequency = z.infer<typeof codeFrequency>;

export const crosstabColumns = ['area', 'wave', 'group', 'valence', 'coder'] as const;
export const crosstabQuery = z.strictObject({ columns: z.enum(crosstabColumns) });

export const crosstabAnswer = z.object({
	columns: z.array(z.object({ key: z.string(), label: z.string() })),
	items: z.array(
		z.object({
			codeId: z.uuid(),
			path: z.string(),
			cells: z.array(z.object(counts)).describe('in de volgorde van columns')
		})
	)
});
export type CrosstabAnswer = z.infer<typeof crosstabAnswer>;

export const cooccurrencesQuery = z.strictObject({
	codeId: id.optional().describe('alleen de paren met deze code'),
	...limitQuery
});

export const cooccurrence = z.object({
	codeIds: z.tuple([id, id]),
	paths: z.tuple([z.string(), z.string()]),
	codings: z.int().describe('zoveel paren van coderingen overlappen elkaar'),
	interviews: counts.interviews
});
export type Cooccurrence = z.infer<typeof cooccurrence>;

const tag = 'Bevragen';

export const queryRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/queries',
		summary: 'Stelt een vraag: coderingen, beurten of gesprekken, met het aantal coderingen en gesprekken',
		tag,
		body: runQueryInput,
		status: 200,
		answer: queryAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/code-frequencies',
		summary: 'Hoe vaak elke code gebruikt is, zonder en met de codes eronder',
		tag,
		status: 200,
		answer: pageOf(codeFrequency)
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/crosstabs',
		summary: 'Codes tegen gebied, ronde, groep, richting of codeur',
		tag,
		query: crosstabQuery,
		status: 200,
		answer: crosstabAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/cooccurrences',
		summary: 'Codes waarvan de fragmenten elkaar overlappen, de meest voorkomende paren eerst',
		tag,
		query: cooccurrencesQuery,
		status: 200,
		answer: pageOf(cooccurrence)
	}
];
