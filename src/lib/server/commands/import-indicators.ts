import type { Problem, Result } from '../../domain/problem.ts';
import { ok } from '../../domain/problem.ts';
import { readIndicators } from '../../import/indicators-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseTable } from '../parsing/parse.ts';
import { listPillars } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';
import { storeIndicators } from './store-indicators.ts';

/** What an import did, and what a person should look at. */
export type Imported = {
	readonly stored: number;
	readonly added: number;
	readonly changed: number;
	readonly warnings: readonly Problem[];
};

/** Reads a kernset from a CSV or XLSX file: all of it or nothing. An indicator whose key is known is updated. */
export const importIndicators = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[]
): Promise<Result<Imported>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const table = await parseTable(file.value, 'indicators');
	if (!table.ok) return table;
	return changeFrame(context, projectId, { part: 'indicator', change: 'changed' }, async (trx, project) => {
		const read = readIndicators(table.value, { pillars: await listPillars(trx, project.id) });
		if (!read.ok) return read;
		const { ids, added, changed } = await storeIndicators(context, trx, project.id, read.value.indicators);
		return ok({ ids, answer: { stored: ids.length, added, changed, warnings: read.value.warnings } });
	});
};
