import type { CodebookVersionId, CodeId, WaveId } from '../project/ids.ts';
import type { Forerunner } from './lineage.ts';
import type { CodebookVersion, FullCodebookVersion } from './version.ts';
import type { VersionDifference } from './version-differences.ts';

/** A round with the version of the codebook that it was coded with. */
export type RoundVersion<V> = { readonly waveId: WaveId; readonly version: V };

/** Two rounds that were coded with different versions. */
export type VersionPair<V> = { readonly from: RoundVersion<V>; readonly to: RoundVersion<V> };

/** What a comparison over rounds has to know of the codebook's past. */
export type CodebookHistory = {
	/** null = nothing says that the rounds were coded with different versions */
	readonly versions: VersionPair<Pick<FullCodebookVersion, 'id' | 'number' | 'name' | 'tree'>> | null;
	readonly forerunners: readonly Forerunner[];
};

/** A round with the version of the codebook that it was coded with, as a reader is told of it. */
export type CodedRound = {
	readonly year: number;
	readonly versionId: CodebookVersionId;
	readonly number: number;
	readonly name: string;
};

/** That two rounds were coded with versions that differ, and in what. */
export type CodebookChange = {
	readonly from: CodedRound;
	readonly to: CodedRound;
	readonly differences: readonly VersionDifference[];
};

/** A theme with forerunners that are codes of their own still: what was said with them does not count with it. */
export type ForerunnerApart = {
	readonly codeId: CodeId;
	readonly path: string;
	readonly forerunners: readonly { readonly codeId: CodeId; readonly path: string }[];
};

/**
 * The versions of the first and the last of these rounds that have one, when they differ; a round with several counts
 * with the newest.
 */
export const versionsOfRounds = <V extends Pick<CodebookVersion, 'id' | 'number' | 'waveIds'>>(
	versions: readonly V[],
	waveIds: readonly WaveId[]
): VersionPair<V> | null => {
	const coded = waveIds.flatMap((waveId): readonly RoundVersion<V>[] => {
		const version = newestOf(versions.filter((one) => one.waveIds.includes(waveId)));
		return version ? [{ waveId, version }] : [];
	});
	const [from, to] = [coded[0], coded[coded.length - 1]];
	return from && to && from.version.id !== to.version.id ? { from, to } : null;
};

const newestOf = <V extends Pick<CodebookVersion, 'number'>>(versions: readonly V[]): V | undefined =>
	[...versions].sort((a, b) => b.number - a.number)[0];
