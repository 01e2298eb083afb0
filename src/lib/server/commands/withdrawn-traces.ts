import { referenceKey } from '../../domain/memo/references.ts';
import type { CaseId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import { writtenKinds, type WrittenKind } from '../../domain/text/written-kind.ts';
import { forgetData, forgetExample, forgetMentions, forgottenOf } from '../../privacy/forget.ts';
import type { Db } from '../store/database.ts';
import { lockSource } from '../store/sources.ts';
import {
	listExamples,
	listMentioningMemos,
	listSpoken,
	listTrees,
	listWordsOf,
	updateMemoBody,
	type MentioningMemo
} from '../store/withdrawals.ts';
import { countKeys } from '../store/withdrawn-keys.ts';
import type { ChangedWords } from '../store/written-words.ts';
import { findWritten, storeWritten, type WrittenChange } from './change-written.ts';

/** Where some interviews are named outside of them. */
export type Mentions = {
	/** memos about something else, with the keys of what they mention that goes */
	readonly memos: readonly MentioningMemo[];
	readonly gone: ReadonlySet<string>;
	/** in how many of them one interview is named */
	readonly countOf: (sourceId: SourceId) => number;
};

/** Where words or names of some interviews stand outside of them. */
export type Traces = {
	readonly sourceIds: readonly SourceId[];
	readonly mentions: Mentions;
	/** what people wrote that repeats their words, as it is without */
	readonly written: readonly ChangedWords[];
	readonly change: WrittenChange;
	/** versions of the codebook among it */
	readonly versions: readonly { readonly id: string; readonly name: string }[];
	/** counted for one interview */
	readonly countOf: (sourceId: SourceId) => {
		readonly mentions: number;
		readonly examples: number;
		readonly keys: number;
	};
};

type Words = Awaited<ReturnType<typeof listWordsOf>>;

/** Looks for memos that mention some interviews or their codings; holds the interviews. */
export const findMentions = async (
	trx: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[],
	words?: Words
): Promise<Mentions> => {
	for (const sourceId of sourceIds) await lockSource(trx, sourceId);
	const codings = words ?? (await listWordsOf(trx, sourceIds));
	const keysOf = (ofSource: (sourceId: SourceId) => boolean) =>
		new Set([
			...sourceIds.filter(ofSource).map((id) => referenceKey({ to: 'source', id })),
			...codings.filter(({ sourceId }) => ofSource(sourceId)).map(({ id }) => referenceKey({ to: 'coding', id }))
		]);
	const gone = keysOf(() => true);
	const stays = (memo: MentioningMemo) => memo.sourceId === null || !sourceIds.includes(memo.sourceId);
	const memos = (await listMentioningMemos(trx, projectId)).filter((memo) => stays(memo) && doesMention(memo, gone));
	return {
		memos,
		gone,
		countOf: (sourceId) => {
			const own = keysOf((id) => id === sourceId);
			return memos.filter((memo) => doesMention(memo, own)).length;
		}
	};
};

const doesMention = ({ body }: MentioningMemo, keys: ReadonlySet<string>): boolean =>
	richTextReferences(body).some((reference) => keys.has(referenceKey(reference)));

/** Takes the names and words of what goes out of the memos that mention it. */
export const forgetMentionsOf = async (trx: Db, { memos, gone }: Mentions): Promise<void> => {
	for (const { id, body } of memos) await updateMemoBody(trx, id, forgetMentions(body, gone));
};

/**
 * Looks for words and names of a person's interviews in all that people wrote: passages that were coded, and any long run
 * of words that was spoken. Holds the interviews.
 */
export const findTraces = async (
	trx: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[],
	caseId: CaseId
): Promise<Traces> => {
	for (const sourceId of sourceIds) await lockSource(trx, sourceId);
	const words = await listWordsOf(trx, sourceIds);
	const spoken = new Map<SourceId, readonly string[]>();
	for (const sourceId of sourceIds) spoken.set(sourceId, await listSpoken(trx, sourceId));
	const forgottenIn = (ofSource: (sourceId: SourceId) => boolean) =>
		forgottenOf(
			[...new Set(words.filter(({ sourceId }) => ofSource(sourceId)).map(({ quote }) => quote))],
			[...spoken].flatMap(([sourceId, said]) => (ofSource(sourceId) ? said : []))
		);
	const forgotten = forgottenIn(() => true);
	const change: WrittenChange = {
		projectId,
		going: { sourceIds, caseId },
		change: (value, { table, column }) =>
			table === 'codes' && column === 'example' && typeof value === 'string'
				? forgetExample(value, forgotten)
				: forgetData(value, forgotten)
	};
	const found = await findMentions(trx, projectId, sourceIds, words);
	const examples = await listExamples(trx, projectId);
	const keys = await countKeys(trx, sourceIds);
	return {
		sourceIds,
		mentions: found,
		written: sourceIds.length === 0 ? [] : await findWritten(trx, change),
		change,
		versions: (await listTrees(trx, projectId)).filter(({ tree }) => forgetData(tree, forgotten) !== tree),
		countOf: (sourceId) => {
			const own = forgottenIn((id) => id === sourceId);
			return {
				mentions: found.countOf(sourceId),
				examples: examples.filter(({ example }) => forgetExample(example, own) !== example).length,
				keys: keys.get(sourceId) ?? 0
			};
		}
	};
};

/** In how many places of each kind people wrote down words that go, in the order in which a list tells it. */
export const countWritten = ({
	written
}: Pick<Traces, 'written'>): readonly { readonly kind: WrittenKind; readonly places: number }[] => {
	const ofKind = (kind: WrittenKind) =>
		written.filter(({ place }) => place.kind === kind).reduce((sum, { rows }) => sum + rows, 0);
	return writtenKinds.map((kind) => ({ kind, places: ofKind(kind) })).filter(({ places }) => places > 0);
};

const mostTurns = 5; // of looking again; the second one mostly finds nothing

/** Takes those words and names out, also out of what an undo would bring back. Answers the published editions among it. */
export const forgetTraces = async (
	trx: Db,
	{ sourceIds, written, change }: Pick<Traces, 'sourceIds' | 'written' | 'change'>
): Promise<readonly string[]> => {
	const editions = new Set<string>();
	// Somebody may have saved one of them just now. Nothing may stay: else the whole withdrawal is not done.
	let left = written;
	for (let turn = 0; left.length > 0; turn += 1) {
		if (turn === mostTurns) throw new Error(`words that were withdrawn stay in ${left.length} texts`);
		for (const id of await storeWritten(trx, change, left)) editions.add(id);
		left = await findWritten(trx, change);
	}
	// Read again: words may just have gone out of the same memos.
	await forgetMentionsOf(trx, await findMentions(trx, change.projectId, sourceIds));
	return [...editions];
};
