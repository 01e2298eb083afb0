/** Changes of a thing as they come from outside: a field that is left out, or undefined, stays as it is. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A thing with some fields changed; the same object when none is. */
export const withChanges = <T extends object>(before: T, changes: Changes<T>): T => {
	const given = Object.entries(changes).filter(([, value]) => value !== undefined);
	return given.length === 0 ? before : { ...before, ...Object.fromEntries(given) };
};
