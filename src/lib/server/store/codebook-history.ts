import { versionsOfRounds, type CodebookHistory } from '../../domain/codebook/history.ts';
import type { FullCodebookVersion } from '../../domain/codebook/version.ts';
import type { CodebookVersionId, ProjectId, WaveId } from '../../domain/project/ids.ts';
import { listForerunners } from './code-forerunners.ts';
import { findCodebookVersion } from './codebook-versions.ts';
import type { Db } from './database.ts';

/** The codebook's past over some rounds, given in order of time; trees are read only where the versions differ. */
export const loadCodebookHistory = async (
	db: Db,
	projectId: ProjectId,
	waveIds: readonly WaveId[]
): Promise<CodebookHistory> => {
	const pair = versionsOfRounds(await listLinkedVersions(db, projectId), waveIds);
	const forerunners = await listForerunners(db, projectId);
	if (!pair) return { versions: null, forerunners };
	const [from, to] = [
		await findCodebookVersion(db, projectId, pair.from.version.id),
		await findCodebookVersion(db, projectId, pair.to.version.id)
	];
	const versions = from && to ? { from: roundOf(pair.from.waveId, from), to: roundOf(pair.to.waveId, to) } : null;
	return { versions, forerunners };
};

const roundOf = (waveId: WaveId, { id, number, name, tree }: FullCodebookVersion) => ({
	waveId,
	version: { id, number, name, tree }
});

/** The versions that are linked to rounds, without their trees. */
const listLinkedVersions = async (
	db: Db,
	projectId: ProjectId
): Promise<
	readonly { readonly id: CodebookVersionId; readonly number: number; readonly waveIds: readonly WaveId[] }[]
> => {
	const rows = await db
		.selectFrom('codebook_version_waves')
		.innerJoin('codebook_versions', 'codebook_versions.id', 'codebook_version_waves.version_id')
		.select(['codebook_versions.id', 'codebook_versions.number', 'codebook_version_waves.wave_id'])
		.where('codebook_versions.project_id', '=', projectId)
		.execute();
	return rows.map(({ id, number, wave_id }) => ({ id, number, waveIds: [wave_id] }));
};
