import type { Wave } from '../domain/area/wave.ts';
import { codebookOf, pathName, withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import type {
	CodebookChange,
	CodebookHistory,
	CodedRound,
	ForerunnerApart,
	RoundVersion
} from '../domain/codebook/history.ts';
import { lineage, type Forerunner } from '../domain/codebook/lineage.ts';
import type { FullCodebookVersion } from '../domain/codebook/version.ts';
import { versionDifferences, type VersionDifference } from '../domain/codebook/version-differences.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { PillarId } from '../domain/project/ids.ts';
import { themesOf } from './themes.ts';

/** What makes a difference between rounds perhaps one of the codebook (DOMAIN 6.3). */
export type CodebookPast = { readonly codebook: Codebook; readonly waves: readonly Wave[] } & {
	readonly history: CodebookHistory;
};

/** What changed for the themes that a pillar has or had, from one round to another; null = nothing that is known. */
export const codebookChangeOf = (past: CodebookPast, pillarId: PillarId): CodebookChange | null => {
	const { versions } = past.history;
	const differences = versions ? differencesFor(past, pillarId, allDifferences(past)) : [];
	return versions && differences.length > 0
		? { from: roundOf(past, versions.from), to: roundOf(past, versions.to), differences }
		: null;
};

/** How many themes changed, for each pillar in which any did. */
export type ChangedPillars = Pick<CodebookChange, 'from' | 'to'> & {
	readonly pillars: readonly { readonly pillar: Pillar; readonly themes: number }[];
};

/** The same for a whole overview, in numbers. */
export const changedPillarsOf = (past: CodebookPast, pillars: readonly Pillar[]): ChangedPillars | null => {
	const { versions } = past.history;
	if (!versions) return null;
	const all = allDifferences(past);
	const changed = pillars
		.map((pillar) => ({
			pillar,
			themes: new Set(differencesFor(past, pillar.id, all).map(({ codeId }) => codeId)).size
		}))
		.filter(({ themes }) => themes > 0);
	return changed.length > 0
		? { from: roundOf(past, versions.from), to: roundOf(past, versions.to), pillars: changed }
		: null;
};

/**
 * The themes of a pillar with a forerunner that stands beside them in the codebook. One below the theme counts with it
 * already, and a folder has no codings to miss.
 */
export const forerunnersApart = (
	codebook: Codebook,
	links: readonly Forerunner[],
	pillarId: PillarId
): readonly ForerunnerApart[] =>
	themesOf(codebook, pillarId).flatMap(({ id }) => {
		const counted = new Set(withDescendants(codebook, id).map((code) => code.id));
		const apart = lineage(links, id).before.filter(
			(codeId) => codebook.byId.get(codeId)?.isCodable && !counted.has(codeId)
		);
		return apart.length > 0
			? [
					{
						codeId: id,
						path: pathName(codebook, id),
						forerunners: apart.map((codeId) => ({ codeId, path: pathName(codebook, codeId) }))
					}
				]
			: [];
	});

const allDifferences = ({ history: { versions, forerunners } }: CodebookPast): readonly VersionDifference[] =>
	versions ? versionDifferences(versions.from.version.tree, versions.to.version.tree, forerunners) : [];

/** Without synonyms: they say how a code is found, not what belongs to it. */
const differencesFor = (
	{ codebook, history: { versions } }: CodebookPast,
	pillarId: PillarId,
	differences: readonly VersionDifference[]
): readonly VersionDifference[] => {
	const books = [codebook, ...[versions?.from, versions?.to].map((round) => codebookOf(round?.version.tree ?? []))];
	const themes = new Set(books.flatMap((book) => themesOf(book, pillarId).map(({ id }) => id)));
	return differences.filter(
		(one) =>
			one.kind !== 'synonyms' &&
			(themes.has(one.codeId) || (one.kind === 'merged' && one.into.some(({ codeId }) => themes.has(codeId))))
	);
};

const roundOf = (
	{ waves }: CodebookPast,
	{ waveId, version }: RoundVersion<Pick<FullCodebookVersion, 'id' | 'number' | 'name'>>
): CodedRound => {
	const wave = waves.find(({ id }) => id === waveId);
	if (!wave) throw new RangeError(`wave ${waveId} is not among the waves`);
	return { year: wave.year, versionId: version.id, number: version.number, name: version.name };
};
