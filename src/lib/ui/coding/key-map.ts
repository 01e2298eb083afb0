/** What one key does: `id` is kept in browsers, so it never changes; `key` is what it has before anyone changes it. */
export type Keyed = { readonly id: string; readonly key: string };

/** The keys that a person gave to actions by id; null = switched off. What is not named here has its first key. */
export type OwnKeys = Readonly<Record<string, string | null>>;

export const noOwnKeys: OwnKeys = {};

/** A key as it is compared and kept: capitals do not count. */
const keyName = (key: string): string => key.toLowerCase();

/** Whether a key can be given to an action: one visible sign, or Delete. The others move, choose and close. */
export const canBeGiven = (key: string): boolean =>
	keyName(key) === 'delete' || ([...key].length === 1 && key.trim() !== '');

/** The key of an action now; null = it has none. */
export const keyOf = ({ id, key }: Keyed, own: OwnKeys): string | null => {
	const given = own[id];
	return given === undefined ? key : given;
};

/** What a key does now. */
export const actionOf = <A extends Keyed>(actions: readonly A[], own: OwnKeys, key: string): A | null =>
	actions.find((action) => keyOf(action, own) === keyName(key)) ?? null;

/** The keys after one was given to an action or taken from it, or the other action that has it already. */
export const giveKey = <A extends Keyed>(
	actions: readonly A[],
	own: OwnKeys,
	action: A,
	key: string | null
): { readonly own: OwnKeys } | { readonly takenBy: A } => {
	const takenBy = key === null ? null : actionOf(actions, own, key);
	if (takenBy && takenBy.id !== action.id) return { takenBy };
	const others = Object.entries(own).filter(([id]) => id !== action.id);
	const name = key === null ? null : keyName(key);
	return { own: Object.fromEntries(name === action.key ? others : [...others, [action.id, name]]) };
};

/** Reads what was kept in the browser; anything unexpected counts as unchanged. */
export const readOwnKeys = (kept: unknown): OwnKeys =>
	typeof kept === 'object' && kept !== null
		? Object.fromEntries(
				Object.entries(kept).flatMap(([id, key]: [string, unknown]) =>
					key === null || (typeof key === 'string' && canBeGiven(key))
						? [[id, key === null ? null : keyName(key)] as const]
						: []
				)
			)
		: noOwnKeys;

/** A key as it stands on the keyboard. */
export const keyCap = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1);
