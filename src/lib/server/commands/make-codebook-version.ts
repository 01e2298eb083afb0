import { makeCodebookVersionInput, type CodebookVersionItem } from '../../contract/codebook-version.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertCodebookVersion } from '../store/codebook-versions.ts';
import { loadCodebook } from '../store/codes.ts';
import { changeCodebookVersions } from './change-codebook-versions.ts';
import { parseWords } from './parse-words.ts';

/** Keeps the codebook as it is now under a name; the codes in it never change any more. */
export const makeCodebookVersion = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<CodebookVersionItem>> => {
	const parsed = parseWords(makeCodebookVersionInput, input);
	if (!parsed.ok) return parsed;
	const { name, note, waveIds } = parsed.value;
	return changeCodebookVersions(
		context,
		projectId,
		{ action: 'codebook-version.add', name, waveIds },
		async (trx, project, versions) => {
			const { codes } = await loadCodebook(trx, project.id);
			if (codes.length === 0) return fail('codebook-version-empty');
			const id = context.newId();
			const number = 1 + Math.max(0, ...versions.map((version) => version.number));
			const made = { madeBy: context.actor.userId, madeAt: context.now() };
			await insertCodebookVersion(trx, project.id, { id, number, name, note, waveIds, tree: codes, ...made });
			return ok(id);
		}
	);
};
