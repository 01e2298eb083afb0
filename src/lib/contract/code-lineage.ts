import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** The codes a code carries on; the whole list. Lines that a merge wrote stay until the merge is undone. */
export const setForerunnersInput = z.strictObject({
	forerunnerIds: z
		.array(id)
		.max(100)
		.describe('codes van eerder waar deze code op volgt, ook codes die er niet meer zijn')
});

export const relatedCode = z.object({
	codeId: id,
	name: z.string(),
	isHere: z.boolean().describe('onwaar: staat niet meer in het codeboek'),
	isDirect: z.boolean().describe('onwaar: via een andere code'),
	isMerged: z.boolean().describe('waar: door samenvoegen'),
	isSplit: z.boolean().describe('waar: door splitsen'),
	versions: z.array(z.object({ id, number: z.int(), name: z.string() })).describe('versies waar de code in staat')
});
export type RelatedCode = z.infer<typeof relatedCode>;

export const codeLineageAnswer = z.object({
	codeId: id,
	forerunners: z.array(relatedCode).describe('wat er eerder was, dichtstbij eerst'),
	followers: z.array(relatedCode).describe('wat er later op volgde, dichtstbij eerst')
});
export type CodeLineageAnswer = z.infer<typeof codeLineageAnswer>;

const tag = 'Codeboekversies';

export const codeLineageRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/codes/{codeId}/lineage',
		summary: 'De voorlopers en opvolgers van een code, over alle versies',
		tag,
		status: 200,
		answer: codeLineageAnswer
	},
	{
		method: 'PUT',
		path: '/projects/{projectId}/codes/{codeId}/forerunners',
		summary:
			'Zegt op welke codes van eerder een code volgt, zodat een verandering niet door het codeboek lijkt te komen',
		tag,
		body: setForerunnersInput,
		status: 200,
		answer: codeLineageAnswer
	}
];
