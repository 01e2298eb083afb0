import type { ChangeKind } from '../../domain/codebook/change-log.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { inverseOf, subjectOf } from '../../domain/codebook/code-steps.ts';
import { retakeSteps, type Since } from '../../domain/codebook/retake-steps.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { listCodeChanges, lockCodeChange, type CodeChange } from '../store/code-changes.ts';
import { listEveryCode, type NamedCode } from '../store/code-forerunners.ts';
import { findCoderNames } from '../store/desk-codings.ts';
import { listCodesInUse, loadCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { listPlacedBy } from '../store/placed-codes.ts';
import type { Context } from './context.ts';

/** A change as whoever keeps the codebook reads it in the log. */
export type ShownChange = {
	readonly id: string;
	readonly kind: ChangeKind;
	readonly by: { readonly id: string; readonly name: string };
	readonly isMine: boolean;
	readonly madeAt: string;
	readonly undoneAt: string | null;
	readonly codes: { readonly id: string; readonly name: string; readonly isHere: boolean }[];
	readonly codesInAll: number;
	readonly proposalId: string | null;
	readonly codings: number | null;
	readonly interviews: number | null;
	readonly otherTexts: number | null;
	readonly canUndo: boolean;
	readonly canRedo: boolean;
};

/** What the log needs to show changes: the codebook as it is, and what every code was called. */
export type LogReader = {
	readonly me: string;
	readonly book: Codebook;
	readonly codes: ReadonlyMap<string, NamedCode>;
	readonly names: ReadonlyMap<string, string>;
	readonly since: Since;
};

const mostShown = 10; // codes named in one line of the log

/** Reads what is needed to show these changes. */
export const logReader = async (
	{ actor }: Context,
	db: Db,
	projectId: ProjectId,
	changes: readonly CodeChange[]
): Promise<LogReader> => {
	const mine = changes.filter(({ by }) => by === actor.userId);
	const touched = [...new Set(mine.flatMap(({ wayBack }) => wayBack.steps.map(subjectOf)))];
	// What came with an accepted proposal goes with it, and does not keep its code.
	const ofProposals = mine.flatMap(({ wayBack }) => wayBack.proposal?.outcome.codingId ?? []);
	const people = await findCoderNames(db, [...new Set(changes.map(({ by }) => by))]);
	return {
		me: actor.userId,
		book: await loadCodebook(db, projectId),
		codes: new Map((await listEveryCode(db, projectId)).map((code) => [code.id, code])),
		names: new Map(people.map(({ id, name }) => [id, name])),
		since: {
			inUse: await listCodesInUse(db, touched, ofProposals, null),
			placedBy: await listPlacedBy(db, touched, actor.userId)
		}
	};
};

/** A change as its reader sees it, with whether it can be undone or done again now. */
export const shownChange = (reader: LogReader, change: CodeChange): ShownChange => {
	const { wayBack, by } = change;
	const isMine = by === reader.me;
	const isUndone = change.undoneOrder !== null;
	const codes = wayBack.codeIds.flatMap((id) => {
		const code = reader.codes.get(id);
		return code ? [code] : [];
	});
	return {
		id: change.id,
		kind: change.kind,
		by: { id: by, name: reader.names.get(by) ?? '' },
		isMine,
		madeAt: change.madeAt.toISOString(),
		undoneAt: change.undoneAt?.toISOString() ?? null,
		codes: codes.slice(0, mostShown).map(({ id, name, isHere }) => ({ id, name, isHere })),
		codesInAll: codes.length,
		proposalId: wayBack.proposal?.id ?? null,
		codings: wayBack.touched?.codings ?? null,
		interviews: wayBack.touched?.interviews ?? null,
		otherTexts: wayBack.touched?.otherTexts ?? null,
		canUndo: isMine && !isUndone && isPossible(reader, change),
		canRedo: isMine && isUndone && isPossible(reader, change)
	};
};

/** Whether anything of a change is left to take back, or to do again. Codings are weighed when it is done. */
const isPossible = ({ book, since }: LogReader, { wayBack, undoneOrder }: CodeChange): boolean => {
	const { steps, merges, handed, deletionId } = wayBack;
	if (merges.length > 0) {
		const [from, into] = [merges[0]?.fromCodeId ?? '', merges[0]?.intoCodeId ?? ''];
		return undoneOrder === null ? !book.byId.has(from) : book.byId.has(from) && book.byId.has(into);
	}
	if (handed.length > 0) return true;
	// Codes that go again with their codings are used by those.
	const used = undoneOrder !== null && deletionId !== null ? new Set<string>() : since.inUse;
	return retakeSteps(book, undoneOrder === null ? inverseOf(steps) : steps, { ...since, inUse: used }).taken > 0;
};

/** One change of the log; null when this project does not have it. */
export const codeChangeAnswerOf = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	changeId: string
): Promise<ShownChange | null> => {
	const change = await lockCodeChange(trx, projectId, changeId);
	return change && shownChange(await logReader(context, trx, projectId, [change]), change);
};

const mostOwn = 100; // as far back as undo looks for something that can still be undone

/** The latest changes of the person who asks. */
export const ownChanges = (context: Context, projectId: ProjectId): Promise<readonly CodeChange[]> =>
	listCodeChanges(context.db, projectId, { by: context.actor.userId, before: null, limit: mostOwn });
