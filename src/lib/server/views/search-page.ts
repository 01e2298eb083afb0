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
import { listSearchedSources } from '../store/search.ts';
import { listCodingBatches } from './coding-batches.ts';

type Choice = { readonly id: string; readonly name: string };

/** The page on which one searches interviews and codes what is found. */
export type SearchPage = {
	readonly choices: {
		/** that can be applied, by path in the order of the tree */
		readonly codes: readonly Choice[];
		readonly areas: readonly Area[];
		readonly waves: readonly Wave[];
		/** interviews that can be searched, by title */
		readonly sources: readonly Choice[];
	};
	readonly mayApply: boolean;
	/** what this person coded by search lately */
	readonly batches: readonly CodingBatchItem[];
};

/** What can be searched and with which codes, and what was coded so before. */
export const viewSearchPage = async (context: Context, projectId: string): Promise<Result<SearchPage>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const mayApply = may(access, 'coding.apply');
	const [frame, book, sources, batches] = [
		await loadFrame(context.db, project.id),
		await loadCodebook(context.db, project.id),
		await listSearchedSources(context.db, project.id, access),
		mayApply ? await listCodingBatches(context, project.id) : null
	];
	return ok({
		choices: {
			codes: inTreeOrder(book)
				.filter(({ code }) => code.isCodable)
				.map(({ code }) => ({ id: code.id, name: pathName(book, code.id) })),
			areas: frame.areas,
			waves: [...frame.waves].sort(byYear),
			sources: sources.map(({ id, title }) => ({ id, name: title }))
		},
		mayApply,
		batches: batches?.ok ? batches.value.items : []
	});
};
