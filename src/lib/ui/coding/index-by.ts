/** A list as a map from a key to a value of each item; of equal keys the last one stays. */
export const indexBy = <T, K, V>(
	list: readonly T[],
	keyOf: (item: T) => K,
	valueOf: (item: T) => V
): ReadonlyMap<K, V> => new Map(list.map((item) => [keyOf(item), valueOf(item)]));

/** The items without those that came before in the list. */
export const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** A list as a set, to ask whether something is in it. */
export const setOf = <T>(list: readonly T[]): ReadonlySet<T> => new Set(list);
