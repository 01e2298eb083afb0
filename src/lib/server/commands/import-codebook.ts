import { createHash } from 'node:crypto';
import { importFields, importQuery, type ImportedCodebookAnswer } from '../../contract/codebook-import.ts';
import { parse } from '../../contract/parse.ts';
import type { Code } from '../../domain/codebook/code.ts';
import {
	planImport,
	type CodeDraft,
	type ImportField,
	type ImportPlan
} from '../../domain/codebook/codebook-import.ts';
import { codebookOf, pathName, type Codebook } from '../../domain/codebook/codebook.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { readCodebook } from '../../import/codebook-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Table } from '../../import/table.ts';
import { textsWithBsns, withoutBsnsIn } from '../../privacy/block-bsns-in.ts';
import { exampleMark } from '../../report/codebook-table.ts';
import { checkCodebook } from '../access/codebook-facts.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseTable } from '../parsing/parse.ts';
import { listCodingsOfCodes, storeCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { changeCodebook } from './change-codebook.ts';

/**
 * Reads a codebook from a CSV or XLSX file: all of it or nothing; a code that the file does not name stays as it is.
 * With `dryRun` it only tells what would change. Whoever sends the fingerprint of what was shown gets a refusal when the
 * codebook changed in between.
 */
export const importCodebook = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown,
	query: unknown
): Promise<Result<ImportedCodebookAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.edit');
	if (!permitted.ok) return permitted;
	const asked = parse(importQuery, query);
	if (!asked.ok) return asked;
	const given = parse(importFields, fields);
	if (!given.ok) return given;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const parsed = await parseTable(file.value, 'codebook');
	if (!parsed.ok) return parsed;
	const table = withoutBsnsIn(written(parsed.value));
	const bsns = textsWithBsns(written(parsed.value));
	const dryRun = asked.value.dryRun === 'true';
	return changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: 'import', action: 'code.import', isPreview: dryRun },
		async (trx, book, project): Promise<Result<{ ids: readonly string[]; answer: ImportedCodebookAnswer }>> => {
			const fingerprint = fingerprintOf(book);
			if (given.value.fingerprint !== undefined && given.value.fingerprint !== fingerprint)
				return fail('code-import-stale');
			const pillars = await listPillars(trx, project.id);
			const indicators = await listIndicators(trx, project.id);
			const read = readCodebook(table, { pillars, indicators });
			if (!read.ok) return read;
			const plan = planImport(
				book,
				read.value.codes,
				context.newId,
				await hiddenIn(trx, project.id, book, read.value.codes)
			);
			if (!plan.ok) return plan;
			const folders = await checkFolders(trx, plan.value);
			if (!folders.ok) return folders;
			const making = { by: context.actor.userId, at: context.now() };
			if (!dryRun) await storeCodebook(trx, project.id, book, codebookOf(plan.value.codes), making);
			const names = new Map<string, string>([
				...pillars.map(({ id, name }) => [id, name] as const),
				...indicators.map(({ id, key }) => [id, key] as const)
			]);
			const ignoredColumns = read.value.warnings.map(({ params }) => String(params?.['column'] ?? ''));
			const answer = { dryRun, fingerprint, ...told(book, plan.value, names, dryRun), ignoredColumns, bsns };
			return ok({ ids: plan.value.entries.map(({ after }) => after.id), answer });
		}
	);
};

/** The passages that a file has a mark for, where any of its codes has one. */
const hiddenIn = async (trx: Db, projectId: string, book: Codebook, drafts: readonly CodeDraft[]) =>
	drafts.some(({ withheld }) => withheld)
		? (await checkCodebook(trx, { id: projectId, name: '' }, book, exampleMark('nl'))).hidden
		: new Map<string, readonly string[]>();

/** A spreadsheet keeps a number as a number; in a codebook it is words like any other. */
const written = ({ columns, rows }: Table): Table => ({
	columns,
	rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(String) }))
});

/** What the codebook is, in a few characters: another one when any code changed. */
const fingerprintOf = ({ codes }: Codebook): string => {
	const inOrder = [...codes].sort((a, b) => (a.id < b.id ? -1 : 1));
	return createHash('sha256').update(JSON.stringify(inOrder), 'utf8').digest('hex').slice(0, 32);
};

/** A code with codings cannot become a folder. */
const checkFolders = async (trx: Db, { entries }: ImportPlan): Promise<Result<null>> => {
	const becoming = entries.filter(({ before, after }) => before?.isCodable && !after.isCodable);
	const problems = [];
	for (const { row, after } of becoming) {
		const codings = (await listCodingsOfCodes(trx, [after.id])).length;
		if (codings > 0)
			problems.push({ code: 'code-import-folder', params: { row, name: after.name, codings }, at: `row ${row}` });
	}
	return problems.length > 0 ? failAll(problems) : ok(null);
};

/** What the file does, in words that a person reads. */
const told = (book: Codebook, plan: ImportPlan, names: ReadonlyMap<string, string>, dryRun: boolean) => {
	const after = codebookOf(plan.codes);
	const moved = plan.entries.filter((entry) => entry.before !== null && entry.fields.includes('parentId'));
	const added = plan.entries.filter(({ before }) => before === null);
	return {
		codes: {
			inFile: plan.inFile,
			added: added.length,
			changed: plan.entries.length - added.length,
			moved: moved.length,
			unchanged: plan.unchanged,
			leftAlone: plan.notInFile.length
		},
		changes: plan.entries.map((entry) => ({
			row: entry.row,
			id: entry.before === null && dryRun ? null : entry.after.id,
			path: pathName(after, entry.after.id),
			change: entry.before === null ? ('added' as const) : ('changed' as const),
			moved: moved.includes(entry),
			fields: entry.fields
				.map((field) => ({
					field,
					from: entry.before === null ? '' : shown(book, entry.before, field, names),
					to: shown(after, entry.after, field, names)
				}))
				.filter(({ from, to }) => entry.before !== null || from !== to)
		})),
		leftAlone: plan.notInFile.map(({ id }) => pathName(book, id))
	};
};

const shown = (book: Codebook, code: Code, field: ImportField, names: ReadonlyMap<string, string>): string => {
	switch (field) {
		case 'parentId':
			return code.parentId === null ? '' : pathName(book, code.parentId);
		case 'synonyms':
			return code.synonyms.join('; ');
		case 'pillarIds':
			return code.pillarIds === null ? '' : code.pillarIds.map((id) => names.get(id) ?? '').join('; ') || '–';
		case 'indicators':
			return code.indicators
				.map(({ indicatorId, relation }) => `${names.get(indicatorId) ?? ''}:${relation}`)
				.join('; ');
		default:
			return String(code[field] ?? '');
	}
};
