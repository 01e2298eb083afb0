import type { Result } from '../../domain/problem.ts';
import { fileInArchive, filesInArchive } from '../../import/archive.ts';
import { isCasesHeader } from '../../import/cases-table.ts';
import { isCodebookHeader } from '../../import/codebook-table.ts';
import { readSource } from '../../import/read-source.ts';
import { readTable, type IsHeader } from '../../import/read-table.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import type { Table } from '../../import/table.ts';

/** What a table is of: it tells which row names the columns, where lines about the file stand above it. */
export type TableOf = 'codebook' | 'cases' | 'figures';

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

const headers: Readonly<Record<TableOf, IsHeader | undefined>> = {
	codebook: isCodebookHeader,
	cases: isCasesHeader,
	figures: undefined
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
			return readTable(task.file, headers[task.of]);
		default:
			return task satisfies never;
	}
};
