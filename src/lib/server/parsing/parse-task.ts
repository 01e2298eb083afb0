import { ok, type Result } from '../../domain/problem.ts';
import { fileInArchive, filesInArchive } from '../../import/archive.ts';
import { readSource } from '../../import/read-source.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';

/** What a thread can be asked: to read a file, to name the files of an archive, or to read one of them. */
export type ParseTask =
	| { readonly kind: 'source'; readonly file: UploadedFile }
	| { readonly kind: 'names'; readonly bytes: Uint8Array }
	| { readonly kind: 'in-archive'; readonly bytes: Uint8Array; readonly name: string };

/** What comes back of each. */
export type ParseAnswers = {
	readonly source: Result<SourceDraft>;
	readonly names: Result<readonly string[]>;
	readonly 'in-archive': Result<ReadPart>;
};

/** A file of an archive, by itself and as it was read. */
export type ReadPart = { readonly file: UploadedFile; readonly draft: SourceDraft };

/** Does what is asked; in the thread, or in a program that has nothing else to do meanwhile. */
export const perform = async (task: ParseTask): Promise<ParseAnswers[ParseTask['kind']]> => {
	switch (task.kind) {
		case 'source':
			return readSource(task.file);
		case 'names':
			return filesInArchive(task.bytes);
		case 'in-archive': {
			const file = fileInArchive(task.bytes, task.name);
			if (!file.ok) return file;
			const draft = await readSource(file.value);
			return draft.ok ? ok({ file: file.value, draft: draft.value }) : draft;
		}
		default:
			return task satisfies never;
	}
};
