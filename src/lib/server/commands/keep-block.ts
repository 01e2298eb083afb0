import { keepBlockInput, type LiveBlockAnswer } from '../../contract/report.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { keepBlock as kept } from '../../domain/report/live-block.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findBlock, updateBlock } from '../store/report-blocks.ts';
import { blockAnswer, blockNow, changeReport } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** Keeps what a block says though the data changed, with a reason that stands beside it. */
export const keepBlock = async (
	context: Context,
	projectId: string,
	reportId: string,
	blockId: string,
	input: unknown
): Promise<Result<LiveBlockAnswer>> => {
	const parsed = parseWords(keepBlockInput, input);
	if (!parsed.ok) return parsed;
	return changeReport(context, projectId, reportId, 'report.keep', async (desk) => {
		const block = isUuid(blockId) ? await findBlock(desk.trx, desk.report.id, blockId) : null;
		if (!block) return fail('report-block-unknown');
		const { now } = await blockNow(desk, block);
		const changed = kept(block, now, parsed.value.reason, context.actor.userId, context.now());
		if (!changed.ok) return changed;
		await updateBlock(desk.trx, changed.value);
		return blockAnswer(desk, block.id);
	});
};
