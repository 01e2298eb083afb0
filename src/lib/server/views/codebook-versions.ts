import { toCodebookVersionAnswer, toCodebookVersionItem } from '../../contract/codebook-version-answer.ts';
import {
	differencesQuery,
	listCodebookVersionsQuery,
	type CodebookVersionAnswer,
	type CodebookVersionItem,
	type VersionDifferencesAnswer
} from '../../contract/codebook-version.ts';
import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import type { Code } from '../../domain/codebook/code.ts';
import { versionDifferences } from '../../domain/codebook/version-differences.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { listForerunners } from '../store/code-forerunners.ts';
import { findCodebookVersion, listCodebookVersions } from '../store/codebook-versions.ts';
import { loadCodebook } from '../store/codes.ts';
import { listWaves } from '../store/waves.ts';

/** The versions of a project's codebook, newest first, a page at a time. */
export const listVersions = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CodebookVersionItem>>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodebookVersionsQuery, query);
	if (!parsed.ok) return parsed;
	const versions = await listCodebookVersions(context.db, permitted.value.project.id);
	return slice(versions.map(toCodebookVersionItem), parsed.value, ({ id }) => id);
};

/** One version with its codes as they were then. */
export const readVersion = async (
	context: Context,
	projectId: string,
	versionId: string
): Promise<Result<CodebookVersionAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const version = isUuid(versionId) ? await findCodebookVersion(context.db, project.id, versionId) : null;
	return version ? ok(toCodebookVersionAnswer(version)) : fail('codebook-version-unknown');
};

/** What differs between a version and another, or between a version and the codebook of now; always from old to new. */
export const readVersionDifferences = async (
	context: Context,
	projectId: string,
	versionId: string,
	query: unknown
): Promise<Result<VersionDifferencesAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(differencesQuery, query);
	if (!parsed.ok) return parsed;
	const { project } = permitted.value;
	const one = isUuid(versionId) ? await sideOf(context, project.id, versionId) : null;
	const other = await sideOf(context, project.id, parsed.value.with);
	if (!one || !other) return fail('codebook-version-unknown');
	const [from, to] = (one.number ?? Infinity) <= (other.number ?? Infinity) ? [one, other] : [other, one];
	return ok({
		from: labelOf(from),
		to: labelOf(to),
		differences: versionDifferences(from.tree, to.tree, await listForerunners(context.db, project.id))
	});
};

type Side = {
	readonly id: string | null;
	readonly number: number | null;
	readonly name: string | null;
	readonly tree: readonly Code[];
};

const labelOf = ({ id, number, name }: Side) => ({ id, number, name });

const sideOf = async ({ db }: Context, projectId: string, id: string): Promise<Side | null> =>
	id === 'now'
		? { id: null, number: null, name: null, tree: (await loadCodebook(db, projectId)).codes }
		: await findCodebookVersion(db, projectId, id);

/** Everything the page of versions shows beside one version or a comparison. */
export type VersionsScreen = {
	readonly versions: readonly CodebookVersionItem[];
	readonly waves: readonly { readonly id: string; readonly label: string }[];
	readonly mayEdit: boolean;
};

/** All versions with the rounds they can belong to, and whether this person may make one. */
export const versionsScreen = async (context: Context, projectId: string): Promise<Result<VersionsScreen>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	return ok({
		versions: (await listCodebookVersions(context.db, project.id)).map(toCodebookVersionItem),
		waves: (await listWaves(context.db, project.id)).map(({ id, label }) => ({ id, label })),
		mayEdit: may(access, 'codebook.edit')
	});
};
