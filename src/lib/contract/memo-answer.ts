import type { Memo } from '../domain/memo/memo.ts';
import { shownBody, type Mentioned } from '../domain/memo/shown.ts';
import { maySettleMemo } from '../domain/memo/who-may.ts';
import type { Access } from '../domain/project/membership.ts';
import type { MemoAnswer } from './memo.ts';

type Listed = Memo & {
	readonly place: MemoAnswer['place'];
	readonly authorName: string;
	readonly settledByName: string | null;
};

/** A memo as it crosses the edge, for one reader. */
export const toMemoAnswer = (memo: Listed, access: Access, mentioned: Mentioned): MemoAnswer => {
	const { sourceId, sourceTitle, reference, turn, codeId, codePath, caseLabel, quote, isRemoved } = memo.place;
	return {
		id: memo.id,
		version: memo.version,
		kind: memo.memoKind,
		about: memo.about,
		place: { sourceId, sourceTitle, reference, turn, codeId, codePath, caseLabel, quote, isRemoved },
		title: memo.title,
		body: shownBody(memo.body, mentioned),
		visibility: memo.visibility,
		author: { id: memo.authorId, name: memo.authorName },
		createdAt: memo.createdAt.toISOString(),
		changedAt: memo.changedAt.toISOString(),
		settled: memo.settled && {
			by: { id: memo.settled.by, name: memo.settledByName ?? '' },
			at: memo.settled.at.toISOString()
		},
		permissions: {
			mayChange: memo.authorId === access.userId,
			maySettle: memo.memoKind === 'question' && maySettleMemo(access, memo)
		}
	};
};
