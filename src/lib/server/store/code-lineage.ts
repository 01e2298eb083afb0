import { lineage, type Lineage } from '../../domain/codebook/lineage.ts';
import type { CodebookVersion } from '../../domain/codebook/version.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import { listEveryCode, listForerunners, type NamedCode, type StoredForerunner } from './code-forerunners.ts';
import { listVersionsOfCodes } from './codebook-versions.ts';
import type { Db } from './database.ts';

/** The lineage of a code with all that is told about the codes in it. */
export type KnownLineage = Lineage & {
	readonly codeId: CodeId;
	readonly codes: ReadonlyMap<CodeId, NamedCode>;
	readonly links: readonly StoredForerunner[];
	readonly versions: ReadonlyMap<CodeId, readonly Pick<CodebookVersion, 'id' | 'number' | 'name'>[]>;
};

/** The lineage of a code; null when the project never had it. */
export const findLineage = async (db: Db, projectId: ProjectId, codeId: CodeId): Promise<KnownLineage | null> => {
	const codes = new Map((await listEveryCode(db, projectId)).map((code) => [code.id, code]));
	if (!codes.has(codeId)) return null;
	const links = await listForerunners(db, projectId);
	const { before, after } = lineage(links, codeId);
	const versions = await listVersionsOfCodes(db, projectId, [...before, ...after]);
	return { codeId, before, after, codes, links, versions };
};
