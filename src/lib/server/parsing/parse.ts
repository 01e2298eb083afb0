import type { Result } from '../../domain/problem.ts';
import { recognised, type FileReading } from '../../domain/source/file-reading.ts';
import type { NamedTable } from '../../import/read-table.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import type { StudySheet } from '../../import/study-table.ts';
import type { Table } from '../../import/table.ts';
import { newParsePool, type ParsePool } from './parse-pool.ts';
import type { ReadPart, TableOf } from './parse-task.ts';

declare global {
	// Vite loads modules anew while one works on them; the threads stay.
	var wijkstemParsing: ParsePool | undefined;
}

const pool = (): ParsePool => (globalThis.wijkstemParsing ??= newParsePool());

/** Reads an uploaded file in a thread of its own. */
export const parseSource = (file: UploadedFile, reading: FileReading = recognised): Promise<Result<SourceDraft>> =>
	pool().run({ kind: 'source', file, reading });

/** The bytes of an archive where all threads can read them, so that they are held only once. */
export const sharedBytes = (bytes: Uint8Array): Uint8Array => {
	const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
	shared.set(bytes);
	return shared;
};

/** The names of the files in a zip archive. */
export const namesInArchive = (bytes: Uint8Array): Promise<Result<readonly string[]>> =>
	pool().run({ kind: 'names', bytes });

/** Reads one file of a zip archive. */
export const parseInArchive = (bytes: Uint8Array, name: string, reading: FileReading): Promise<Result<ReadPart>> =>
	pool().run({ kind: 'in-archive', bytes, name, reading });

/** Reads the rows of a CSV or XLSX file. */
export const parseTable = (file: UploadedFile, of: TableOf): Promise<Result<Table>> =>
	pool().run({ kind: 'table', file, of });

/** Reads a table of a study; of a workbook with several sheets the one that is named. */
export const parseStudyTable = (file: UploadedFile, sheet: string): Promise<Result<StudySheet>> =>
	pool().run({ kind: 'study-table', file, sheet });

/** Reads the figures of a file: one table, or one a sheet. */
export const parseFigures = (file: UploadedFile): Promise<Result<readonly NamedTable[]>> =>
	pool().run({ kind: 'figures', file });

/** Starts a thread, so that the first upload does not wait for it. */
export const warmParsing = (): void => pool().warm();

/** Ends the threads; files that are being read are given up. */
export const closeParsing = async (): Promise<void> => {
	const open = globalThis.wijkstemParsing;
	globalThis.wijkstemParsing = undefined;
	await open?.close();
};
