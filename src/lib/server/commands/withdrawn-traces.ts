import { hasExample } from '../../domain/codebook/example.ts';
import { referenceKey } from '../../domain/memo/references.ts';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import { forgetExamples, forgetMentions, forgetQuotes, forgetWords, holdsWords } from '../../privacy/forget.ts';
import type { Db } from '../store/database.ts';
import { listCommentWords, storeCommentWords } from '../store/report-comments.ts';
import { lockSource } from '../store/sources.ts';
import {
	listExamples,
	listMentioningMemos,
	listTrees,
	listWaysBack,
	listWordsOf,
	updateExample,
	updateMemoBody,
	updateTree,
	updateWayBack,
	type MentioningMemo
} from '../store/withdrawals.ts';
import { countKeys } from '../store/withdrawn-keys.ts';

/** Where words or names of some interviews stand outside of them. */
export type Traces = {
	readonly projectId: ProjectId;
	readonly sourceIds: readonly SourceId[];
	readonly quotes: readonly string[];
	/** memos about something else, with the keys of what they mention that goes */
	readonly memos: readonly MentioningMemo[];
	readonly gone: ReadonlySet<string>;
	readonly examples: readonly { readonly id: string; readonly example: string }[];
	readonly versions: readonly { readonly id: string; readonly name: string; readonly tree: unknown }[];
	/** counted for one interview */
	readonly countOf: (sourceId: SourceId) => {
		readonly mentions: number;
		readonly examples: number;
		readonly keys: number;
	};
};

/** Looks for words and names of interviews in memos, examples of codes and versions of the codebook; holds the interviews. */
export const findTraces = async (trx: Db, projectId: ProjectId, sourceIds: readonly SourceId[]): Promise<Traces> => {
	for (const sourceId of sourceIds) await lockSource(trx, sourceId);
	const words = await listWordsOf(trx, sourceIds);
	const quotes = [...new Set(words.map(({ quote }) => quote))];
	const keysOf = (ofSource: (sourceId: SourceId) => boolean) =>
		new Set([
			...sourceIds.filter(ofSource).map((id) => referenceKey({ to: 'source', id })),
			...words.filter(({ sourceId }) => ofSource(sourceId)).map(({ id }) => referenceKey({ to: 'coding', id }))
		]);
	const gone = keysOf(() => true);
	const stays = (memo: MentioningMemo) => memo.sourceId === null || !sourceIds.includes(memo.sourceId);
	const memos = (await listMentioningMemos(trx, projectId)).filter((memo) => stays(memo) && mentions(memo, gone));
	const examples = (await listExamples(trx, projectId)).filter(({ example }) => holdsWords(example, quotes));
	const versions = (await listTrees(trx, projectId)).filter(({ tree }) => forgetExamples(tree, quotes) !== tree);
	const keys = await countKeys(trx, sourceIds);
	return {
		projectId,
		sourceIds,
		quotes,
		memos,
		gone,
		examples,
		versions,
		countOf: (sourceId) => {
			const own = keysOf((id) => id === sourceId);
			const said = words.filter((one) => one.sourceId === sourceId).map(({ quote }) => quote);
			return {
				mentions: memos.filter((memo) => mentions(memo, own)).length,
				examples: examples.filter(({ example }) => said.some((quote) => hasExample(example, quote))).length,
				keys: keys.get(sourceId) ?? 0
			};
		}
	};
};

const mentions = ({ body }: MentioningMemo, keys: ReadonlySet<string>): boolean =>
	richTextReferences(body).some((reference) => keys.has(referenceKey(reference)));

/** Takes the names and words of what goes out of the memos that mention it. */
export const forgetMentionsOf = async (trx: Db, { memos, gone }: Traces): Promise<void> => {
	for (const { id, body } of memos) await updateMemoBody(trx, id, forgetMentions(body, gone));
};

/** Takes those words and names out, also out of what an undo would bring back. */
export const forgetTraces = async (trx: Db, traces: Traces): Promise<void> => {
	await forgetMentionsOf(trx, traces);
	for (const { id, example } of traces.examples) await updateExample(trx, id, forgetWords(example, traces.quotes));
	for (const { id, tree } of traces.versions) await updateTree(trx, id, forgetExamples(tree, traces.quotes));
	for (const { id, wayBack } of await listWaysBack(trx, traces.projectId)) {
		const without = forgetExamples(wayBack, traces.quotes);
		if (without !== wayBack) await updateWayBack(trx, id, without);
	}
	for (const comment of await listCommentWords(trx, traces.projectId)) {
		const [body, words] = [forgetQuotes(comment.body, traces.quotes), forgetQuotes(comment.words, traces.quotes)];
		if (body !== comment.body || words !== comment.words) await storeCommentWords(trx, { ...comment, body, words });
	}
};
