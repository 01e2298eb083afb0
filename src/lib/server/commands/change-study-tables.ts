import {
	addTableFields,
	updateTableInput,
	type AddedTableAnswer,
	type StudyTableAnswer
} from '../../contract/study-evidence.ts';
import { changedEvidence, toStudyCells } from '../../domain/integration/study-evidence.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { textsWithBsns, withoutBsnsIn } from '../../privacy/block-bsns-in.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseStudyTable } from '../parsing/parse.ts';
import { deleteTable, findTable, insertTable, updateTable } from '../store/study-evidence.ts';
import { changeEvidence, checkEvidence, evidenceToChange } from './change-study-evidence.ts';
import { parseWords } from './parse-words.ts';

/** Takes in a table of a study from a CSV or XLSX file; a number of somebody in it is replaced. */
export const addStudyTable = async (
	context: Context,
	projectId: string,
	studyId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<AddedTableAnswer>> => {
	const permitted = await permit(context, projectId, 'study.write');
	if (!permitted.ok) return permitted;
	const given = parseWords(addTableFields, fields);
	if (!given.ok) return given;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const { sheet, ...about } = given.value;
	const read = await parseStudyTable(file.value, sheet);
	if (!read.ok) return read;
	const { title, table: found } = read.value;
	const cells = toStudyCells(
		found.columns,
		found.rows.map((row) => row.cells)
	);
	if (!cells.ok) return cells;
	const caption = captionOf(about.caption || title, file.value.name);
	if (!caption.ok) return caption;
	return changeEvidence(context, projectId, studyId, 'study-table.add', async (desk) => {
		const allowed = checkEvidence(desk, about);
		if (!allowed.ok) return allowed;
		const table = {
			id: context.newId(),
			studyId,
			...about,
			...caption.value,
			...withoutBsnsIn(written(cells.value)),
			version: 1
		};
		await insertTable(desk.trx, table, { by: context.actor.userId, at: context.now() });
		return ok({ ids: [table.id], answer: { ...table, bsns: textsWithBsns(written(cells.value)) } });
	});
};

/** A citizen service number that a spreadsheet kept as a number is found as well. */
const written = <C extends { readonly rows: readonly (readonly (string | number | null)[])[] }>(cells: C): C => ({
	...cells,
	rows: cells.rows.map((row) =>
		row.map((cell) => (typeof cell === 'number' && textsWithBsns(String(cell)) > 0 ? String(cell) : cell))
	)
});

/** What is said above the table, else the name of the file, which may be no name for a table. */
const captionOf = (caption: string, fileName: string): Result<{ readonly caption: string }> =>
	parseWords(updateTableInput.pick({ caption: true }).required(), {
		caption: (caption === '' ? fileName.replace(/\.[^.]*$/, '') : caption).slice(0, 300)
	});

/** Changes what is said about a table. */
export const updateStudyTable = async (
	context: Context,
	projectId: string,
	studyId: string,
	tableId: string,
	input: unknown
): Promise<Result<StudyTableAnswer>> => {
	const parsed = parseWords(updateTableInput, input);
	if (!parsed.ok) return parsed;
	const { version, ...changes } = parsed.value;
	return changeEvidence(context, projectId, studyId, 'study-table.change', async (desk) => {
		const before = await evidenceToChange(desk, findTable, tableId, version);
		if (!before.ok) return before;
		const changed = changedEvidence(before.value, changes);
		if (changed === before.value) return ok({ ids: [], answer: changed });
		const table = { ...changed, version: version + 1 };
		const allowed = checkEvidence(desk, table);
		if (!allowed.ok) return allowed;
		await updateTable(desk.trx, table, context.now());
		return ok({ ids: [table.id], answer: table });
	});
};

/** Deletes a table. */
export const deleteStudyTable = (
	context: Context,
	projectId: string,
	studyId: string,
	tableId: string
): Promise<Result<null>> =>
	changeEvidence(context, projectId, studyId, 'study-table.remove', async (desk) => {
		const before = await evidenceToChange(desk, findTable, tableId, null);
		if (!before.ok) return before;
		await deleteTable(desk.trx, tableId);
		return ok({ ids: [tableId], answer: null });
	});
