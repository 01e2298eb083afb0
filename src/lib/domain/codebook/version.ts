import type { CodebookVersionId, UserId, WaveId } from '../project/ids.ts';
import type { Code } from './code.ts';

/** The codebook as it was at one moment, with a name; the tree in it never changes. */
export type CodebookVersion = {
	readonly id: CodebookVersionId;
	/** 1 for the first version of a project, and so on */
	readonly number: number;
	readonly name: string;
	readonly note: string;
	/** the rounds that are coded with it */
	readonly waveIds: readonly WaveId[];
	readonly madeBy: UserId;
	readonly madeAt: Date;
};

/** A version with all codes as they were then, definitions included. */
export type FullCodebookVersion = CodebookVersion & { readonly tree: readonly Code[] };

/**
 * The version a coding was made under, asked with the moment in which it got the code it has now: the newest one made at
 * or before that time. null = the coding is older than the first version.
 */
export const versionAt = <V extends Pick<CodebookVersion, 'number' | 'madeAt'>>(
	versions: readonly V[],
	at: Date
): V | null =>
	versions.reduce<V | null>((newest, version) => {
		if (version.madeAt > at) return newest;
		return newest === null || isLater(version, newest) ? version : newest;
	}, null);

const isLater = (
	a: Pick<CodebookVersion, 'number' | 'madeAt'>,
	b: Pick<CodebookVersion, 'number' | 'madeAt'>
): boolean => a.madeAt > b.madeAt || (a.madeAt.getTime() === b.madeAt.getTime() && a.number > b.number);
