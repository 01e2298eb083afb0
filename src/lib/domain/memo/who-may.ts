import { maySeeCase, type CasePlace } from '../case/who-may.ts';
import type { Layer } from '../coding/coding.ts';
import type { UserId } from '../project/ids.ts';
import { may, type Access, type Target } from '../project/membership.ts';
import type { Memo } from './memo.ts';

/** What a memo is about, as far as it decides who may read it. */
export type MemoPlace =
	| { readonly kind: 'project' | 'code' }
	| { readonly kind: 'case'; readonly kase: CasePlace }
	| {
			readonly kind: 'source' | 'turn';
			readonly target: Target;
			/** the reader codes this source blind */
			readonly isBlind: boolean;
	  }
	| {
			readonly kind: 'coding';
			readonly target: Target;
			readonly isBlind: boolean;
			readonly layer: Layer;
			readonly coderId: UserId;
	  };

/** Whether a person may see the thing itself, and so write about it. */
export const maySeeMemoPlace = (access: Access, place: MemoPlace): boolean => {
	switch (place.kind) {
		case 'project':
			return may(access, 'memo.read');
		case 'code':
			return may(access, 'memo.read') && may(access, 'codebook.read');
		case 'case':
			return may(access, 'memo.read') && maySeeCase(access, place.kase);
		case 'source':
		case 'turn':
			return may(access, 'source.read-text', place.target);
		case 'coding': {
			const isSeen = place.isBlind
				? place.layer === 'second' && place.coderId === access.userId
				: place.layer === 'shared';
			return isSeen && may(access, 'coding.read', place.target);
		}
	}
};

/**
 * Who may read a memo: its author; and when it is shared, who may see what it is about. A private memo is nobody
 * else's, whatever the role. Who codes an interview blind does not read what others think of it.
 */
export const mayReadMemo = (access: Access, memo: Pick<Memo, 'authorId' | 'visibility'>, place: MemoPlace): boolean => {
	if (!may(access, 'memo.read')) return false;
	if (memo.authorId === access.userId) return true;
	if (memo.visibility === 'private') return false;
	return maySeeMemoPlace(access, place) && !('isBlind' in place && place.isBlind);
};

/** Who may say that a question was answered: who asked it, and whoever codes. */
export const maySettleMemo = (access: Access, memo: Pick<Memo, 'authorId'>): boolean =>
	memo.authorId === access.userId || may(access, 'memo.settle');
