import type { Source } from './source.ts';
import { isSettled } from './status.ts';

/** What became of the file an interview came from; bsn: never kept, since a citizen service number stood in it. */
export type UploadState = 'kept' | 'destroyed' | 'bsn';
export const uploadStates: readonly UploadState[] = ['kept', 'destroyed', 'bsn'];

/** What was destroyed: a file as it was handed in, a key with the sealed texts, or an interview that was withdrawn. */
export type DestructionKind = 'original' | 'key' | 'interview';

/** Why: its term ended, somebody decided so, the interview was deleted, or a participant withdrew. */
export type DestructionWhy = 'term' | 'hand' | 'deletion' | 'withdrawal';

export type DestructionState = 'proposed' | 'done' | 'declined';

/** What somebody did with what is kept sealed. */
export type KeyAct = 'opened' | 'destroyed' | 'original-opened' | 'version-opened';
export const keyActs: readonly KeyAct[] = ['opened', 'destroyed', 'original-opened', 'version-opened'];

/** How long the file of an interview is kept after its release, unless a project chooses otherwise (R17). */
export const usualOriginalDays = 30;

const dayMs = 24 * 3_600_000;

/** What decides when the file of an interview goes. */
export type OriginalFacts = Pick<Source, 'status'> & { readonly releasedAt: Date | null };

/** When the term of a file ends; null = it has not begun, since the interview is still being prepared. */
export const originalEnds = ({ status, releasedAt }: OriginalFacts, days: number): Date | null =>
	releasedAt !== null && isSettled(status) ? new Date(releasedAt.getTime() + days * dayMs) : null;

/** Whether a file has to go now; a project that keeps none lets go of what it still has. */
export const isOriginalDue = (facts: OriginalFacts, days: number, now: Date): boolean => {
	const ends = originalEnds(facts, days);
	return days === 0 || (ends !== null && ends <= now);
};

const daysToComeBack = 30; // long enough to see that something is missing, and not to keep names of who was taken out

/** When an interview that was taken away is destroyed, with its key and sealed texts; until then it can come back. */
export const deletedEnds = (deletedAt: Date): Date => new Date(deletedAt.getTime() + daysToComeBack * dayMs);

/** Interviews that were taken away at this moment or before are destroyed now. */
export const deletedUntil = (now: Date): Date => new Date(now.getTime() - daysToComeBack * dayMs);

/** Whether keys and sealed texts are past their last day. */
export const areKeysDue = (keysUntil: string | null, today: string): boolean => keysUntil !== null && today > keysUntil;

const minutesOpen = 60; // long enough to read an interview, too short to forget it

/** Whether a text that was opened can still be read; after that it is sealed again. */
export const isStillOpen = (until: Date, now: Date): boolean => now < until;

/** Until when a sealed text stays open for who opened it. */
export const openUntil = (at: Date): Date => new Date(at.getTime() + minutesOpen * 60_000);
