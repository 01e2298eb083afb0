import { z } from 'zod';
import { changeKinds } from '../domain/codebook/change-log.ts';
import { touchedTexts } from './code.ts';
import { mergeFigures } from './code-merge.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

const codeIds = z.array(id).min(1).max(2000).describe('de gekozen codes; wat eronder staat gaat mee');

/** Something done to several codes at once. */
export const changeCodesInput = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('move'),
		codeIds,
		parentId: id.nullable().describe('hieronder; null: bovenaan'),
		place: z.int().min(0).optional().describe('plaats onder die code, vanaf 0; weglaten: achteraan')
	}),
	z.strictObject({
		kind: z.literal('fold'),
		codeIds,
		folder: z
			.union([z.strictObject({ codeId: id }), z.strictObject({ name: line() })])
			.describe('een groep die er al is, of de naam van een nieuwe')
	}),
	z.strictObject({
		kind: z.literal('merge'),
		codeIds,
		intoCodeId: id.describe('deze code blijft en krijgt alle coderingen'),
		uniteOverlaps: z.boolean().default(false)
	}),
	z.strictObject({
		kind: z.literal('update'),
		codeIds,
		color: z.int().min(0).max(11).nullable().optional().describe('null: zoals de code erboven'),
		pillarIds: z.array(id).max(200).nullable().optional().describe('null: zoals de code erboven')
	}),
	z.strictObject({ kind: z.literal('delete'), codeIds, codings: z.literal('delete').optional() })
]);
export type ChangeCodesInput = z.input<typeof changeCodesInput>;

export const changeCodesQuery = z.strictObject({
	preview: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat het raakt')
});

export const changedCodesAnswer = z.object({
	id: z.uuid().nullable().describe('hiermee maakt u dit ongedaan; null bij een voorbeeld, of als er niets veranderde'),
	codes: z.int().describe('de gekozen codes met wat eronder staat'),
	codings: z.int().describe('coderingen met die codes'),
	...touchedTexts.shape,
	folderId: z.uuid().nullable().describe('de groep, bij fold'),
	merged: mergeFigures.nullable().describe('wat er bij merge gebeurt; null bij iets anders')
});
export type ChangedCodesAnswer = z.infer<typeof changedCodesAnswer>;

export const codeChangeAnswer = z.object({
	id: z.uuid(),
	kind: z.enum(changeKinds),
	by: z.object({ id: z.uuid(), name: z.string() }),
	isMine: z.boolean(),
	madeAt: z.iso.datetime(),
	undoneAt: z.iso.datetime().nullable().describe('null: niet ongedaan gemaakt'),
	codes: z.array(z.object({ id: z.uuid(), name: z.string(), isHere: z.boolean() })).describe('hooguit tien'),
	codesInAll: z.int(),
	proposalId: z.uuid().nullable().describe('het voorstel dat een code werd; null: het was geen voorstel'),
	codings: z.int().nullable().describe('zoveel coderingen raakte het; null: niet geteld'),
	interviews: z.int().nullable(),
	otherTexts: z.int().nullable().describe('daarvan geen gesprek; null: niet geteld'),
	canUndo: z.boolean().describe('u deed dit, en er is nog iets van terug te draaien'),
	canRedo: z.boolean()
});
export type CodeChangeAnswer = z.infer<typeof codeChangeAnswer>;

export const listCodeChangesQuery = z.strictObject({ ...limitQuery });

export const codeChangesAnswer = pageOf(codeChangeAnswer).extend({
	undo: codeChangeAnswer.nullable().describe('wat u nu als eerste ongedaan kunt maken'),
	redo: codeChangeAnswer.nullable().describe('wat u nu als eerste opnieuw kunt doen')
});
export type CodeChangesAnswer = z.infer<typeof codeChangesAnswer>;

export const retakenChangeAnswer = z.object({
	change: codeChangeAnswer,
	restored: z.int().describe('coderingen die hun code terugkregen'),
	left: z.int().describe('coderingen die iemand sindsdien veranderde; die bleven zo'),
	spared: z
		.array(
			z.object({
				codeId: z.uuid(),
				name: z.string(),
				why: z.enum(['changed', 'gone', 'in-use', 'name-taken', 'parent-gone', 'there'])
			})
		)
		.describe('codes waarmee iemand anders verder ging; die bleven zo')
});
export type RetakenChangeAnswer = z.infer<typeof retakenChangeAnswer>;

const tag = 'Codes';

export const codeChangeRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/code-changes',
		summary: 'Wat er in het codeboek veranderde, de laatste verandering eerst',
		tag,
		query: listCodeChangesQuery,
		status: 200,
		answer: codeChangesAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/code-changes',
		summary:
			'Verandert meer codes in één stap: verplaatsen, in een groep zetten, samenvoegen, kleur en pijlers, verwijderen',
		tag,
		query: changeCodesQuery,
		body: changeCodesInput,
		status: 200,
		answer: changedCodesAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/code-changes/{changeId}/undoing',
		summary: 'Maakt een eigen verandering ongedaan; waarmee iemand anders verder ging blijft zoals het is',
		tag,
		status: 200,
		answer: retakenChangeAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/code-changes/{changeId}/redoing',
		summary: 'Doet een eigen verandering opnieuw die ongedaan gemaakt was',
		tag,
		status: 200,
		answer: retakenChangeAnswer
	}
];
