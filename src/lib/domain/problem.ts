/** Something expected that a person can act on; `words/problem.ts` turns it into a sentence. */
export type Problem = {
	/** kebab-case name of the problem, e.g. `code-not-codable` */
	readonly code: string;
	/** values for the sentence; never transcript text or a person's name */
	readonly params?: Readonly<Record<string, string | number>>;
	/** where: a field of the input, or a row and column of a file ("row 14, wave") */
	readonly at?: string;
};

/** The outcome of a step that can fail in a way the user can mend. */
export type Result<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A successful outcome. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failed outcome with one problem. */
export const fail = (code: string, params?: Problem['params'], at?: string): Result<never> => ({
	ok: false,
	problems: [{ code, ...(params && { params }), ...(at !== undefined && { at }) }]
});

/** A failed outcome with all problems that were found. */
export const failAll = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
