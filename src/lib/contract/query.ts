import { z } from 'zod';
import { valences } from '../domain/coding/valence.ts';
import { groups } from '../domain/source/source.ts';
import type { Condition } from '../query/query.ts';
import { codingItem } from './coding.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

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
	z.strictObject({ text: z.string().max(200).describe('al deze woorden staan in het citaat') })
]);

const condition: z.ZodType<Condition> = z
	.lazy(() =>
		z.union([
			z.strictObject({ and: z.array(condition).max(mostParts) }),
			z.strictObject({ or: z.array(condition).max(mostParts) }),
			z.strictObject({ not: condition }),
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
	unit: z.literal('coding').default('coding').describe('wat gevonden wordt: coderingen'),
	...limitQuery
});
export type RunQueryInput = z.input<typeof runQueryInput>;

export const queryAnswer = pageOf(codingItem).extend({
	codings: z.int().describe('alle coderingen die passen, ook die op andere bladzijden'),
	interviews: z.int().describe('in zoveel gesprekken')
});
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

const tag = 'Bevragen';

export const queryRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/queries',
		summary: 'Stelt een vraag aan de coderingen: citaten, en het aantal coderingen en gesprekken',
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
	}
];
