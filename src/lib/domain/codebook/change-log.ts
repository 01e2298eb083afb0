import type { UserId } from '../project/ids.ts';

/** Everything a person can do to a codebook that can be undone. */
export const changeKinds = ['add', 'update', 'move', 'fold', 'delete', 'merge', 'split', 'import', 'several'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A change in the log as far as undo is about it. */
export type LoggedChange = {
	readonly id: string;
	readonly by: UserId;
	/** when it was made, counted */
	readonly order: number;
	/** when it was undone, in the same count; null = it stands */
	readonly undoneOrder: number | null;
};

/** The change a person undoes next: the last of one's own that stands. */
export const nextToUndo = <T extends LoggedChange>(log: readonly T[], me: UserId): T | null =>
	last(
		log.filter(({ by, undoneOrder }) => by === me && undoneOrder === null),
		({ order }) => order
	);

/** The change a person does again next: the one undone last, as long as that person made nothing new since. */
export const nextToRedo = <T extends LoggedChange>(log: readonly T[], me: UserId): T | null => {
	const own = log.filter(({ by }) => by === me);
	const undone = last(
		own.filter(({ undoneOrder }) => undoneOrder !== null),
		({ undoneOrder }) => undoneOrder ?? 0
	);
	if (!undone) return null;
	return own.some(({ order }) => order > (undone.undoneOrder ?? 0)) ? null : undone;
};

const last = <T>(log: readonly T[], orderOf: (one: T) => number): T | null =>
	log.reduce<T | null>((latest, one) => (latest === null || orderOf(one) > orderOf(latest) ? one : latest), null);
