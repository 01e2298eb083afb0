import { toCodebookVersionItem } from '../../contract/codebook-version-answer.ts';
import type { CodebookVersionItem } from '../../contract/codebook-version.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listCodebookVersions, type ListedVersion } from '../store/codebook-versions.ts';
import { orProblem } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';
import { listWaves } from '../store/waves.ts';

type What = { readonly action: string; readonly name: string; readonly waveIds: readonly string[] };

/** What making and describing a version have in common; `step` answers the id of the version. */
export const changeCodebookVersions = async (
	context: Context,
	projectId: string,
	{ action, name, waveIds }: What,
	step: (trx: Db, project: Project, versions: readonly ListedVersion[]) => Promise<Result<string>>
): Promise<Result<CodebookVersionItem>> => {
	const permitted = await permit(context, projectId, 'codebook.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const taken = { code: 'codebook-version-taken', params: { name }, at: 'name' };
	const gone = { code: 'reference-gone', params: { kind: 'wave' } };
	return orProblem({ codebook_versions_unique: taken, reference: gone }, () =>
		inTransaction(context.db, async (trx): Promise<Result<CodebookVersionItem>> => {
			await lockProject(trx, project.id);
			const known = { wave: await listWaves(trx, project.id) };
			const foreign = foreignReferences(known, [{ kind: 'wave', field: 'waveIds', ids: waveIds }]);
			if (foreign.length > 0) return failAll(foreign);
			const changed = await step(trx, project, await listCodebookVersions(trx, project.id));
			if (!changed.ok) return changed;
			const version = (await listCodebookVersions(trx, project.id)).find(({ id }) => id === changed.value);
			if (!version) return fail('codebook-version-unknown');
			await audit(context, trx, project.id, action, { kind: 'codebook-version', id: version.id });
			return ok(toCodebookVersionItem(version));
		})
	);
};
