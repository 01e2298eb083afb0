import { ok, type Result } from '../../domain/problem.ts';
import type { FileReading } from '../../domain/source/file-reading.ts';
import { fileInArchive, filesInArchive } from '../../import/archive.ts';
import { isCasesHeader } from '../../import/cases-table.ts';
import { isCodebookHeader } from '../../import/codebook-table.ts';
import { readFigures } from '../../import/read-figures.ts';
import { readSource } from '../../import/read-source.ts';
import { readTable, type NamedTable } from '../../import/read-table.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import { readStudyTable, type StudySheet } from '../../import/study-table.ts';
import type { Table } from '../../import/table.ts';

/** What a table is of, for what may stand above its columns. */
export type TableOf = 'codebook' | 'cases' | 'indicators';

/** What a thread can be asked: to read a file, to name the files of an archive, to read one of them, a table, or figures. */
export type ParseTask =
	| { readonly kind: 'source'; readonly file: UploadedFile; readonly reading?: FileReading }
	| { readonly kind: 'names'; readonly bytes: Uint8Array }
	| { readonly kind: 'in-archive'; readonly bytes: Uint8Array; readonly name: string; readonly reading?: FileReading }
	| { readonly kind: 'table'; readonly file: UploadedFile; readonly of: TableOf }
	| { readonly kind: 'study-table'; readonly file: UploadedFile; readonly sheet: string }
	| { readonly kind: 'figures'; readonly file: UploadedFile };

/** What comes back of each. */
export type ParseAnswers = {
	readonly source: Result<SourceDraft>;
	readonly names: Result<readonly string[]>;
	readonly 'in-archive': Result<ReadPart>;
	readonly table: Result<Table>;
	readonly 'study-table': Result<StudySheet>;
	readonly figures: Result<readonly NamedTable[]>;
};

const readers: Readonly<Record<TableOf, (file: UploadedFile) => Result<Table>>> = {
	codebook: (file) => readTable(file, isCodebookHeader),
	cases: (file) => readTable(file, isCasesHeader),
	indicators: readTable
};

/** A file of an archive, by itself and as it was read. */
export type ReadPart = { readonly file: UploadedFile; readonly draft: SourceDraft };

/** Does what is asked; in the thread, or in a program that has nothing else to do meanwhile. */
export const perform = async (task: ParseTask): Promise<ParseAnswers[ParseTask['kind']]> => {
	switch (task.kind) {
		case 'source':
			return readSource(task.file, task.reading);
		case 'names':
			return filesInArchive(task.bytes);
		case 'in-archive': {
			const file = fileInArchive(task.bytes, task.name);
			if (!file.ok) return file;
			const draft = await readSource(file.value, task.reading);
			return draft.ok ? ok({ file: file.value, draft: draft.value }) : draft;
		}
		case 'table':
			return readers[task.of](task.file);
		case 'study-table':
			return readStudyTable(task.file, task.sheet);
		case 'figures':
			return readFigures(task.file);
		default:
			return task satisfies never;
	}
};
