import { parse } from '../../contract/parse.ts';
import { uploadSourceInput } from '../../contract/source.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { fileReadingOf } from '../../domain/source/file-reading.ts';
import { titleFromFile } from '../../domain/source/title.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseSource } from '../parsing/parse.ts';
import { checkPlace, intakeOf, sourceOf, storeSource, type Uploaded } from './store-source.ts';

/**
 * Takes one file in as a source: reads it, cuts it into turns, and stores all of it or nothing. Fields that a form sends
 * empty count as left out; without a title the name of the file is the title.
 */
export const uploadSource = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<Uploaded>> => {
	const permitted = await permit(context, projectId, 'source.upload');
	if (!permitted.ok) return permitted;
	const parsed = parse(uploadSourceInput, withoutEmpty(fields));
	if (!parsed.ok) return parsed;
	const file = oneFile(files, 'file-missing');
	if (!file.ok) return file;
	const input = parsed.value;
	const place = await checkPlace(context, permitted.value, input);
	if (!place.ok) return place;

	const reading = fileReadingOf(input);
	const draft = await parseSource(file.value, reading);
	if (!draft.ok) return draft;
	const title = input.title ?? titleFromFile(file.value.name);
	if (title === '') return fail('source-title-empty', undefined, 'title');
	return storeSource(context, {
		project: permitted.value.project,
		source: sourceOf(context, input, title, draft.value),
		draft: draft.value,
		file: file.value,
		intake: intakeOf(input),
		reading
	});
};

/** Fields of a form that were left empty count as left out. */
export const withoutEmpty = (fields: unknown): unknown =>
	typeof fields === 'object' && fields !== null
		? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
		: fields;
