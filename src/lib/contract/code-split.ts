import { z } from 'zod';
import { touchedTexts } from './code.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line, paragraph } from './text.ts';

const target = z.union([
	z.strictObject({ codeId: id.describe('een code die er al is') }),
	z.strictObject({
		name: line(),
		parentId: id.nullable().default(null).describe('null: bovenaan'),
		definition: paragraph().default('')
	})
]);

/** Hands the codings of one code out over others. */
export const splitCodeInput = z.strictObject({
	codeId: id.describe('de code die gesplitst wordt; wat niet uitgedeeld wordt blijft daar'),
	targets: z.array(target).min(1).max(50),
	assignments: z
		.array(
			z.strictObject({
				codingId: id,
				target: z.int().min(0).describe('plaats in targets, vanaf 0'),
				changedAt: z.iso
					.datetime()
					.optional()
					.describe('zoals gelezen: is de codering sindsdien veranderd, dan blijft zij')
			})
		)
		.min(1)
		.max(20_000)
});
export type SplitCodeInput = z.input<typeof splitCodeInput>;

export const splitCodeQuery = z.strictObject({
	preview: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat er zou gebeuren')
});

export const splitCodeAnswer = z.object({
	id: z.uuid().nullable().describe('hiermee maakt u dit ongedaan; null bij een voorbeeld'),
	moved: z.int().describe('coderingen die een andere code kregen'),
	united: z.int().describe('coderingen die opgingen in een gelijke codering die er al was'),
	joinedNotes: z.int().describe('coderingen waarbij de notities van meer coderingen onder elkaar komen te staan'),
	...touchedTexts.shape,
	left: z.int().describe('coderingen die iemand in de tussentijd veranderde of weghaalde; die blijven zo'),
	added: z.int().describe('nieuwe codes'),
	targets: z.array(z.object({ codeId: z.uuid().nullable(), name: z.string(), codings: z.int() }))
});
export type SplitCodeAnswer = z.infer<typeof splitCodeAnswer>;

export const codeSplitRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/code-splits',
		summary: 'Deelt coderingen van een code uit over andere codes, nieuwe of bestaande. Kan ongedaan gemaakt worden',
		tag: 'Codes',
		query: splitCodeQuery,
		body: splitCodeInput,
		status: 200,
		answer: splitCodeAnswer
	}
];
