import { updateCodebookVersionInput, type CodebookVersionItem } from '../../contract/codebook-version.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { updateCodebookVersion as store } from '../store/codebook-versions.ts';
import { changeCodebookVersions } from './change-codebook-versions.ts';
import { parseWords } from './parse-words.ts';

/** Changes what is said about a version: name, note, rounds. Its codes stay as they were. */
export const updateCodebookVersion = async (
	context: Context,
	projectId: string,
	versionId: string,
	input: unknown
): Promise<Result<CodebookVersionItem>> => {
	const parsed = parseWords(updateCodebookVersionInput, input);
	if (!parsed.ok) return parsed;
	const { name = '', waveIds = [] } = parsed.value;
	return changeCodebookVersions(
		context,
		projectId,
		{ action: 'codebook-version.change', name, waveIds },
		async (trx, project, versions) => {
			const version = versions.find(({ id }) => id === versionId);
			if (!version) return fail('codebook-version-unknown');
			await store(trx, project.id, withChanges(version, parsed.value));
			return ok(version.id);
		}
	);
};
