import { refreshBlockInput, type LiveBlockAnswer } from '../../contract/report.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { refreshBlock as refreshed } from '../../domain/report/live-block.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findBlock, updateBlock } from '../store/report-blocks.ts';
import { blockAnswer, blockNow, changeReport, withShortened } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/**
 * Lets a block say what the data say now. A shortened quote stays shortened where that still fits the words; else it
 * is whole again.
 */
export const refreshBlock = async (
	context: Context,
	projectId: string,
	reportId: string,
	blockId: string,
	input: unknown
): Promise<Result<LiveBlockAnswer>> => {
	const parsed = parseWords(refreshBlockInput, input ?? {});
	if (!parsed.ok) return parsed;
	const { shortened: typed } = parsed.value;
	return changeReport(context, projectId, reportId, 'report.refresh', async (desk) => {
		const block = isUuid(blockId) ? await findBlock(desk.trx, desk.report.id, blockId) : null;
		if (!block) return fail('report-block-unknown');
		const { whole } = await blockNow(desk, block);
		const own = block.ref.kind === 'quote' ? block.ref.shortened : null;
		const fitting = withShortened(block.ref, typed === undefined ? own : typed, whole);
		if (!fitting.ok && typed !== undefined) return fitting;
		const unshortened = withShortened(block.ref, null, whole);
		const ref = fitting.ok ? fitting.value : unshortened.ok ? unshortened.value : block.ref;
		const { now } = await blockNow(desk, { ...block, ref });
		const fresh = refreshed(block, ref, now, context.actor.userId, context.now());
		if (!fresh.ok) return fresh;
		await updateBlock(desk.trx, fresh.value);
		return blockAnswer(desk, block.id);
	});
};
