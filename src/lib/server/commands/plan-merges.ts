import type { MergeFigures } from '../../contract/code-merge.ts';
import { pillarsOf, type Codebook } from '../../domain/codebook/codebook.ts';
import { afterMerge, mergeCodes as decide, type CodeMerge } from '../../domain/codebook/merge-codes.ts';
import { codingsAfter, withJoinedNotes } from '../../domain/coding/codings-after.ts';
import type { Union } from '../../domain/coding/unite.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, CodingId, PillarId } from '../../domain/project/ids.ts';
import { quotesAfterMerge, type QuotedMerge } from '../../domain/report/quotes-after-merge.ts';
import type { StoredCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { countDecidedRows, listQuotePlaces } from '../store/followed-quotes.ts';
import { lockCodingsOfCodes } from '../store/recoded-codings.ts';
import { unionsOf } from './hand-over-codings.ts';

/** A merge that was thought through, with what it touches. */
export type PlannedMerge = {
	readonly merge: CodeMerge;
	/** the codings of both codes */
	readonly codings: readonly StoredCoding[];
	readonly unions: readonly Union[];
	/** the codings that the code that stays has afterwards */
	readonly after: readonly StoredCoding[];
	readonly uniteOverlaps: boolean;
	/** the pillars in which the code that stays is a theme */
	readonly pillarIds: readonly PillarId[];
};

/**
 * What merging codes into one would do, with their codings held until the transaction ends. One after the other, so that
 * two codes that go into one see each other's codings: each merge is planned on what the one before it leaves.
 */
export const planMerges = async (
	trx: Db,
	book: Codebook,
	asked: { readonly fromCodeIds: readonly CodeId[]; readonly intoCodeId: CodeId; readonly uniteOverlaps: boolean }
): Promise<Result<readonly PlannedMerge[]>> => {
	const { fromCodeIds, intoCodeId, uniteOverlaps } = asked;
	const planned: PlannedMerge[] = [];
	let now = book;
	let present = await lockCodingsOfCodes(trx, [...fromCodeIds, intoCodeId]);
	for (const fromCodeId of fromCodeIds) {
		const merge = decide(now, fromCodeId, intoCodeId);
		if (!merge.ok) return merge;
		const { into } = merge.value;
		const isOfBoth = ({ codeId }: StoredCoding) => codeId === fromCodeId || codeId === intoCodeId;
		const codings = present.filter(isOfBoth);
		const isMoving = codings.some(({ codeId }) => codeId === fromCodeId);
		if (isMoving && !into.isCodable) return fail('code-merge-folder', { name: into.name }, 'intoCodeId');
		const unions = unionsOf(codings, fromCodeId, uniteOverlaps ? 'overlapping' : 'equal');
		const after = codingsAfter(codings, unions, intoCodeId).filter(({ codeId }) => codeId === intoCodeId);
		const pillarIds = pillarsOf(now, intoCodeId);
		planned.push({ merge: merge.value, codings, unions, after, uniteOverlaps, pillarIds });
		present = [...present.filter((coding) => !isOfBoth(coding)), ...after];
		now = afterMerge(now, merge.value);
	}
	return ok(planned);
};

/** What planned merges do to codings, notes, decisions and chosen quotes, counted before they are stored. */
export const countMerges = async (trx: Db, planned: readonly PlannedMerge[]): Promise<MergeFigures> => {
	const going = new Set(planned.map(({ merge }) => merge.from.id));
	const unions = planned.flatMap((one) => one.unions);
	const gone = new Set(unions.flatMap((union) => union.gone));
	const staying = new Set(planned.at(-1)?.after.map(({ id }) => id));
	const moving = planned.flatMap(({ merge, codings }) => codings.filter(({ codeId }) => codeId === merge.from.id));
	const below = new Set(planned.flatMap(({ merge }) => merge.children.map(({ id }) => id)));
	let joined: ReadonlySet<CodingId> = new Set();
	for (const { codings, unions: some } of planned) joined = withJoinedNotes(codings, some, joined);
	return {
		moved: moving.filter(({ id }) => staying.has(id)).length,
		united: gone.size,
		joinedNotes: joined.size,
		children: [...below].filter((id) => !going.has(id)).length,
		decisions: await countDecidedRows(trx, [...going]),
		...(await countQuotes(trx, planned))
	};
};

/** How many chosen quotes go along with merges, and how many stay with a code that goes. */
const countQuotes = async (
	trx: Db,
	planned: readonly PlannedMerge[]
): Promise<Pick<MergeFigures, 'chosenQuotes' | 'quotesLeft'>> => {
	const codeIds = planned.flatMap(({ merge: { from, into } }) => [from.id, into.id]);
	const codingIds = planned.flatMap(({ unions }) => unions.flatMap(({ keep, gone }) => [keep, ...gone]));
	const before = await listQuotePlaces(trx, codeIds, codingIds);
	const after = planned.map(quotedMergeOf).reduce(quotesAfterMerge, before);
	const themes = new Map(planned.map(({ merge, pillarIds }) => [merge.from.id, pillarIds]));
	return {
		chosenQuotes: after.filter((place, at) => {
			const was = before[at];
			return place.codeId !== was?.codeId || place.codingId !== was.codingId;
		}).length,
		quotesLeft: after.filter(({ codeId, pillarId }) => themes.get(codeId)?.includes(pillarId) === false).length
	};
};

/** A planned merge, as chosen quotes see it. */
export const quotedMergeOf = ({ merge: { from, into }, unions, pillarIds }: PlannedMerge): QuotedMerge => ({
	...{ from: from.id, into: into.id, pillarIds },
	kept: new Map(unions.flatMap(({ keep, gone }) => gone.map((id) => [id, keep])))
});
