import type { FileComparisonAnswer } from '../../contract/source-edit.ts';
import { fail, ok, type Problem, type Result } from '../../domain/problem.ts';
import { diffTexts } from '../../domain/text/diff.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { parseSource } from '../parsing/parse.ts';
import { findText } from '../store/sources.ts';

/** The difference with a file, and what a person should look at. */
export type ComparedFile = Omit<FileComparisonAnswer, 'warnings'> & { readonly warnings: readonly Problem[] };

/**
 * Lays a corrected file beside the text as it is: the difference as an edit, which somebody then looks at and sends.
 * Nothing is stored. It asks for the right to correct the text, since that is what it is for.
 */
export const compareFile = async (
	context: Context,
	projectId: string,
	sourceId: string,
	files: readonly UploadedFile[]
): Promise<Result<ComparedFile>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const file = oneFile(files, 'file-missing');
	if (!file.ok) return file;
	const draft = await parseSource(file.value);
	if (!draft.ok) return draft;
	const stored = await findText(context.db, source.id, source.version);
	if (!stored) return fail('source-unknown');
	const operations = [...diffTexts(stored.text, draft.value.text)];
	return ok({ version: source.version, operations, warnings: draft.value.warnings });
};
