import { fail, ok, type Result } from '../domain/problem.ts';
import type { UploadedFile } from './source-draft.ts';

/** The one file of an upload. None or several is a problem; `missing` names the one that tells which kinds may be sent. */
export const oneFile = (files: readonly UploadedFile[], missing: string): Result<UploadedFile> => {
	const [file, ...others] = files;
	if (!file) return fail(missing, undefined, 'file');
	if (others.length > 0) return fail('file-one-at-a-time', { files: files.length }, 'file');
	return ok(file);
};
