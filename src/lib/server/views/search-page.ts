import type { CodingBatchItem } from '../../contract/coding-batch.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import { inTreeOrder, pathName } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { loadFrame } from '../store/frame.ts';
import { listAskableSources, type AskableSource } from '../store/search.ts';
import { listCodingBatches } from './list-coding-batches.ts';

/** The page on which one searches and codes what was found: what one can choose, and what one did lately. */
export type SearchPage = {
	readonly choices: {
		/** that can be applied, by path, in the order of the tree */
		readonly codes: readonly { readonly id: string; readonly name: string }[];
		readonly areas: readonly Area[];
		readonly waves: readonly Wave[];
		readonly sources: readonly AskableSource[];
	};
	readonly mayCode: boolean;
	readonly batches: readonly CodingBatchItem[];
};

const shownBatches = 10;

/** What the search page begins with. */
export const viewSearch = async (context: Context, projectId: string): Promise<Result<SearchPage>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const mayCode = may(access, 'coding.apply');
	const batches = await listCodingBatches(context, projectId, { limit: shownBatches });
	if (!batches.ok) return batches;
	const frame = await loadFrame(context.db, project.id);
	const book = await loadCodebook(context.db, project.id);
	return ok({
		choices: {
			codes: inTreeOrder(book).flatMap(({ code }) =>
				code.isCodable ? [{ id: code.id, name: pathName(book, code.id) }] : []
			),
			areas: frame.areas,
			waves: [...frame.waves].sort(byYear),
			sources: await listAskableSources(context.db, project.id, access)
		},
		mayCode,
		batches: batches.value.items
	});
};
