/**
 * Much data on its way from a load function to its page, sent as one text of JSON: a browser reads JSON several times
 * faster than the same data as a script, which counts for the desk of a long interview. Only what JSON holds as it is:
 * no dates, maps or undefined.
 */
export class Packed<T> {
	readonly value: T;

	constructor(value: T) {
		this.value = value;
	}
}

/** How SvelteKit sends it, and makes it again in the browser. */
export const packing = {
	encode: (value: unknown): false | string => value instanceof Packed && JSON.stringify(value.value),
	decode: (json: string): Packed<unknown> => new Packed(JSON.parse(json))
};
