import { parse } from '../../contract/parse.ts';
import { importSourcesInput } from '../../contract/source-import.ts';
import { fail, ok, type Problem, type Result } from '../../domain/problem.ts';
import { distinctTitles, mostFilesInImport, type SourceImport } from '../../domain/source/source-import.ts';
import { titleFromFile } from '../../domain/source/title.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { namesInArchive } from '../parsing/parse.ts';
import { findImport, insertImport, type NewImport, type NewJob } from '../store/import-jobs.ts';
import { inTransaction } from '../store/transaction.ts';
import { runImports } from './run-imports.ts';
import { sealWaiting } from './seal-waiting.ts';
import { checkPlace } from './store-source.ts';
import { withoutEmpty } from './upload-source.ts';

const longestTitle = 200;

/**
 * Takes in many files, or the files of a zip: they are kept, and read one by one in the background. Each becomes a source
 * or is refused for itself; only a place that does not exist, or a zip that cannot be opened, refuses them all.
 */
export const importSources = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<SourceImport>> => {
	const permitted = await permit(context, projectId, 'source.upload');
	if (!permitted.ok) return permitted;
	const parsed = parse(importSourcesInput, withoutEmpty(fields));
	if (!parsed.ok) return parsed;
	if (files.length === 0) return fail('file-missing', undefined, 'file');
	const place = await checkPlace(context, permitted.value, parsed.value);
	if (!place.ok) return place;

	const unpacked: Unpacked[] = [];
	for (const file of files) {
		const parts = await partsOf(file);
		if (!parts.ok && files.length === 1) return parts;
		unpacked.push({ file, parts });
	}
	const count = unpacked.reduce((sum, { parts }) => sum + (parts.ok ? parts.value.length : 1), 0);
	if (count > mostFilesInImport) return fail('import-too-many-files', { count, limit: mostFilesInImport });

	const made: NewImport = {
		id: context.newId(),
		projectId: permitted.value.project.id,
		place: parsed.value,
		madeBy: context.actor.userId,
		madeAt: context.now(),
		origin: context.origin,
		...jobsOf(unpacked, context)
	};
	await inTransaction(context.db, (trx) => insertImport(trx, made));
	runImports(context);
	const stored = await findImport(context.db, made.projectId, made.madeBy, made.id);
	return stored ? ok(stored) : fail('import-unknown');
};

/** A file that was sent with the names of what it holds; null = itself. */
type Unpacked = { readonly file: UploadedFile; readonly parts: Result<readonly (string | null)[]> };

/** Only a file that is called .zip is taken for many: a Word file is a zip as well. */
const partsOf = async ({ name, bytes }: UploadedFile): Promise<Result<readonly (string | null)[]>> =>
	/\.zip$/i.test(name) ? namesInArchive(bytes) : ok([null]);

const jobsOf = (
	unpacked: readonly Unpacked[],
	{ newId, secret }: Pick<Context, 'newId' | 'secret'>
): Pick<NewImport, 'files' | 'jobs'> => {
	const files: NewImport['files'][number][] = [];
	const jobs: NewJob[] = [];
	const refused = (name: string, told: readonly Problem[]): NewJob => ({
		id: newId(),
		fileId: null,
		name,
		part: null,
		title: '',
		told
	});
	for (const { file, parts } of unpacked) {
		if (!parts.ok) {
			jobs.push(refused(file.name, parts.problems));
			continue;
		}
		const fileId = newId();
		files.push({ id: fileId, ...sealWaiting(secret, fileId, file.bytes) });
		for (const part of parts.value) {
			const name = part ?? file.name;
			const title = titleFromFile(name);
			jobs.push(
				title === ''
					? refused(name, [{ code: 'source-title-empty' }])
					: { id: newId(), fileId, name, part, title, told: [] }
			);
		}
	}
	const titles = distinctTitles(
		jobs.map(({ title }) => title),
		longestTitle
	);
	return { files, jobs: jobs.map((job, index) => ({ ...job, title: titles[index] ?? job.title })) };
};
