import { z } from 'zod';
import { memoKinds, memoSubjects, memoVisibilities, type MemoAbout } from '../domain/memo/memo.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import { richTextAnswer, richTextInput } from './rich-text.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id } from './text.ts';

const turn = z.int().min(1).describe('nummer van de beurt');
const kind = z
	.enum(memoKinds)
	.describe('thought: gedachte, question: vraag aan het team, explanation: mogelijke verklaring');
const visibility = z.enum(memoVisibilities).describe('private: alleen voor de schrijver, shared: voor het team');
const title = emptyLine(200).describe('mag leeg zijn als er tekst is');

const about = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('project') }),
	z.strictObject({ kind: z.literal('source'), sourceId: id }),
	z.strictObject({ kind: z.literal('turn'), sourceId: id, turn }),
	z.strictObject({ kind: z.literal('coding'), codingId: id }),
	z.strictObject({ kind: z.literal('code'), codeId: id }),
	z.strictObject({ kind: z.literal('case'), caseId: id })
]) satisfies z.ZodType<MemoAbout>;

export const addMemoInput = z.strictObject({
	about,
	kind: kind.default('thought'),
	title: title.default(''),
	body: richTextInput,
	visibility: visibility.default('private')
});
export type AddMemoInput = z.input<typeof addMemoInput>;

/** What is left out stays as it is. */
export const changeMemoInput = z.strictObject({
	version: z.int().min(1).describe('die u zag; is de memo intussen veranderd, dan volgt 409'),
	kind: kind.optional(),
	title: title.optional(),
	body: richTextInput.optional(),
	visibility: visibility.optional()
});
export type ChangeMemoInput = z.input<typeof changeMemoInput>;

/** Which memos; a filter that is left out does not narrow. */
export const memoFilter = {
	kind: kind.optional(),
	aboutKind: z.enum(memoSubjects).optional().describe('waarover: project, bron, beurt, codering, code of deelnemer'),
	sourceId: id.optional().describe('over deze bron, een beurt of een codering daarin'),
	turn: z.coerce.number().int().min(1).optional().describe('met sourceId: over deze beurt'),
	codeId: id.optional().describe('over deze code, of over een codering met deze code'),
	codingId: id.optional(),
	caseId: id.optional().describe('over deze deelnemer'),
	authorId: id.optional(),
	visibility: visibility.optional(),
	settled: z.enum(['true', 'false']).optional().describe('true: beantwoorde vragen, false: vragen die nog openstaan'),
	q: z.string().max(200).optional().describe('woorden in titel of tekst')
};
export const listMemosQuery = z.strictObject({ ...memoFilter, ...limitQuery });

/** The choice that stands in the address of the page of memos: no words. */
const { q: _words, ...choiceOfPage } = memoFilter;
export const memosPageQuery = z.strictObject(choiceOfPage);
export type MemosPageQuery = z.output<typeof memosPageQuery>;

const person = z.object({ id, name: z.string() });

export const memoAnswer = z.object({
	id,
	version: z.int(),
	kind: z.enum(memoKinds),
	about,
	place: z
		.object({
			sourceId: id.nullable(),
			sourceTitle: z.string().nullable(),
			reference: z.string().nullable().describe('van een beurt of codering, bijvoorbeeld VOL-B-01 · 2023 · beurt 14'),
			turn: z.int().nullable(),
			codeId: id.nullable(),
			codePath: z.string().nullable(),
			caseLabel: z.string().nullable().describe('de code van de deelnemer'),
			quote: z.string().nullable().describe('de woorden van de codering'),
			isRemoved: z.boolean().describe('true: de codering of code is weggehaald; code en verwijzing zijn die van toen')
		})
		.describe('hoe dat waarover de memo gaat nu heet; null: het gaat daar niet over, of u mag het niet meer zien'),
	title: z.string(),
	body: richTextAnswer,
	visibility: z.enum(memoVisibilities),
	author: person,
	createdAt: z.iso.datetime(),
	changedAt: z.iso.datetime(),
	settled: z.object({ by: person, at: z.iso.datetime() }).nullable().describe('null: geen vraag, of nog open'),
	permissions: z.object({
		mayChange: z.boolean().describe('schrijven, delen en verwijderen: alleen de schrijver'),
		maySettle: z.boolean().describe('een vraag als beantwoord merken')
	})
});
export type MemoAnswer = z.infer<typeof memoAnswer>;

const tag = "Memo's";
const one = '/projects/{projectId}/memos/{memoId}';

export const memoRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/memos',
		summary: "Uw eigen memo's en die met het team gedeeld zijn, nieuwste eerst",
		tag,
		query: listMemosQuery,
		status: 200,
		answer: pageOf(memoAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/memo-searches',
		summary: 'Hetzelfde met de keuze als gegevens; zo staan de woorden die u zoekt in geen adres',
		tag,
		body: listMemosQuery,
		status: 200,
		answer: pageOf(memoAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/memos',
		summary:
			'Schrijft een memo over het project, een bron, een beurt, een codering, een code of een deelnemer; nog eens hetzelfde sturen mag',
		tag,
		body: addMemoInput,
		status: 201,
		answer: memoAnswer
	},
	{ method: 'GET', path: one, summary: 'Een memo die u mag lezen', tag, status: 200, answer: memoAnswer },
	{
		method: 'PATCH',
		path: one,
		summary: 'Verandert een eigen memo; nog eens hetzelfde sturen mag',
		tag,
		body: changeMemoInput,
		status: 200,
		answer: memoAnswer
	},
	{
		method: 'DELETE',
		path: one,
		summary: 'Haalt een eigen memo weg; dat is terug te draaien',
		tag,
		status: 204
	},
	{
		method: 'POST',
		path: `${one}/restoration`,
		summary: 'Haalt een eigen memo terug die weggehaald was',
		tag,
		status: 200,
		answer: memoAnswer
	},
	{
		method: 'PUT',
		path: `${one}/settlement`,
		summary: 'Merkt een vraag aan het team als beantwoord',
		tag,
		status: 200,
		answer: memoAnswer
	},
	{
		method: 'DELETE',
		path: `${one}/settlement`,
		summary: 'Zet een vraag aan het team weer open',
		tag,
		status: 200,
		answer: memoAnswer
	}
];
