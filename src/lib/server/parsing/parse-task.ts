import type { Result } from '../../domain/problem.ts';
import { fileInArchive, filesInArchive } from '../../import/archive.ts';
import { isCasesHeader } from '../../import/cases-table.ts';
import { isCodebookHeader } from '../../import/codebook-table.ts';
import { readFigures } from '../../import/read-figures.ts';
import { readSource } from '../../import/read-source.ts';
import { readTable } from '../../import/read-table.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import type { Table } from '../../import/table.ts';

/** What a table is of, for what may stand above its columns and in which layouts it comes. */
export type TableOf = 'codebook' | 'cases' | 'figures' | 'indicators';

/** What a thread can be asked: to read a file, to name the files of an archive, to read one of them, or a table. */
export type ParseTask =
	| { readonly kind: 'source'; readonly file: UploadedFile }
	| { readonly kind: 'names'; readonly bytes: Uint8Array }
	| { readonly kind: 'in-archive'; readonly bytes: Uint8Array; readonly name: string }
	| { readonly kind: 'table'; readonly file: UploadedFile; readonly of: TableOf };

/** What comes back of each. */
export type ParseAnswers = {
	readonly source: Result<SourceDraft>;
	readonly names: Result<readonly string[]>;
	readonly 'in-archive': Result<SourceDraft>;
	readonly table: Result<Table>;
};

const readers: Readonly<Record<TableOf, (file: UploadedFile) => Result<Table>>> = {
	codebook: (file) => readTable(file, isCodebookHeader),
	cases: (file) => readTable(file, isCasesHeader),
	figures: readFigures,
	indicators: readTable
};

/** Does what is asked; in the thread, or in a program that has nothing else to do meanwhile. */
export const perform = async (task: ParseTask): Promise<ParseAnswers[ParseTask['kind']]> => {
	switch (task.kind) {
		case 'source':
			return readSource(task.file);
		case 'names':
			return filesInArchive(task.bytes);
		case 'in-archive': {
			const file = fileInArchive(task.bytes, task.name);
			return file.ok ? readSource(file.value) : file;
		}
		case 'table':
			return readers[task.of](task.file);
		default:
			return task satisfies never;
	}
};
