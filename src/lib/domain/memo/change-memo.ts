import { fail, ok, type Result } from '../problem.ts';
import type { UserId } from '../project/ids.ts';
import { withChanges, type Changes } from '../with-changes.ts';
import { plainText, richTextReferences, type RichText } from '../text/rich-text.ts';
import { codePointLength } from '../text/position.ts';
import { longestMemo, mostMemoReferences, type Memo } from './memo.ts';

/** What an author writes. */
export type MemoWords = Pick<Memo, 'memoKind' | 'title' | 'body' | 'visibility'>;

/** Whether a memo says something, and not more than a memo holds. */
export const checkMemoWords = ({ title, body }: Pick<MemoWords, 'title' | 'body'>): Result<null> => {
	const plain = plainText(body);
	if (title === '' && plain.trim() === '') return fail('memo-empty', undefined, 'body');
	const length = codePointLength(plain);
	if (length > longestMemo) return fail('memo-too-long', { length, maximum: longestMemo }, 'body');
	const references = richTextReferences(body).length;
	if (references > mostMemoReferences)
		return fail('memo-too-many-references', { references, maximum: mostMemoReferences }, 'body');
	return ok(null);
};

/**
 * Changes what an author wrote, against the version that was on the screen. What changes nothing answers the same
 * object, also when it is sent a second time because the first answer got lost; then no version is skipped and nobody
 * is told.
 */
export const changeMemo = (
	memo: Memo,
	{ version, ...changes }: Changes<MemoWords> & { readonly version: number },
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Result<Memo> => {
	if (memo.authorId !== by) return fail('memo-of-other');
	const changed: Memo = withChanges(memo, changes);
	if (sameWords(memo, changed)) return ok(memo);
	if (version !== memo.version) return fail('memo-changed', { version, present: memo.version }, 'version');
	const checked = checkMemoWords(changed);
	if (!checked.ok) return checked;
	const settled = changed.memoKind === 'question' ? memo.settled : null;
	return ok({ ...changed, settled, changedAt: at, version: memo.version + 1 });
};

const sameWords = (a: MemoWords, b: MemoWords): boolean =>
	a.memoKind === b.memoKind && a.title === b.title && a.visibility === b.visibility && sameText(a.body, b.body);

/** Both come from `parseRichText`, which writes equal texts equally. */
const sameText = (a: RichText, b: RichText): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Marks a question as answered; once is enough, the first to do so stays named. */
export const settleMemo = (memo: Memo, by: UserId, at: Date): Result<Memo> => {
	if (memo.memoKind !== 'question') return fail('memo-not-a-question');
	return ok(memo.settled ? memo : { ...memo, settled: { by, at } });
};

/** Lets a question wait for an answer again. */
export const reopenMemo = (memo: Memo): Result<Memo> => {
	if (memo.memoKind !== 'question') return fail('memo-not-a-question');
	return ok(memo.settled ? { ...memo, settled: null } : memo);
};
