/** Changes of a thing as they come from outside: a field that is left out, or undefined, stays as it is. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A thing with some fields changed; the same object when no field gets another value. */
export const withChanges = <T extends object>(before: T, changes: Changes<T>): T => {
	const changed = Object.entries(changes).filter(
		([field, value]) => value !== undefined && !Object.is(value, Reflect.get(before, field))
	);
	return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
};
