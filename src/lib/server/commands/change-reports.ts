import type { LiveBlockAnswer } from '../../contract/report.ts';
import { toBlockAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Current, LiveBlock, LiveRef } from '../../domain/report/live-block.ts';
import { shortened } from '../../domain/report/shorten.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { loadLiveData } from '../access/live-data.ts';
import { permitReport, type ReportPermit } from '../access/report-permit.ts';
import type { Db } from '../store/database.ts';
import { findBlock } from '../store/report-blocks.ts';
import { inTransaction } from '../store/transaction.ts';

/** Where a report is changed, by somebody who may write about all of its areas. */
export type ReportDesk = ReportPermit & { readonly trx: Db };

/** The steps that every change of a report has in common: may this person; all or nothing; a line in the log. */
export const changeReport = async <T>(
	context: Context,
	projectId: string,
	reportId: string,
	action: string,
	step: (desk: ReportDesk) => Promise<Result<T>>
): Promise<Result<T>> =>
	inTransaction(context.db, async (trx): Promise<Result<T>> => {
		const permitted = await permitReport(context, trx, projectId, reportId, 'report.write');
		if (!permitted.ok) return permitted;
		const { project, report } = permitted.value;
		const changed = await step({ ...permitted.value, trx });
		if (changed.ok) await audit(context, trx, project.id, action, { kind: 'report', id: report.id });
		return changed;
	});

/** What a block would say now, and of a quote all words. */
export type BlockNow = { readonly now: Current; readonly whole: string | null };

/** Lays a block beside the data of now. */
export const blockNow = async (
	desk: ReportDesk,
	block: Pick<LiveBlock, 'id' | 'pillarId' | 'areaId' | 'ref'>
): Promise<BlockNow> => {
	const data = await loadLiveData(desk.trx, desk, [block]);
	const now = currentOfBlocks([block], data, desk.report.language).get(block.id) ?? { kind: 'gone' };
	const passage = block.ref.kind === 'quote' ? data.passages.get(block.ref.codingId) : undefined;
	return { now, whole: passage?.isAllowed ? passage.text : null };
};

/** A quote with words that its author typed for it: words of the passage, or a problem. */
export const withShortened = (ref: LiveRef, typed: string | null, whole: string | null): Result<LiveRef> => {
	if (ref.kind !== 'quote') return ok(ref);
	if (typed === null || whole === null) return ok({ ...ref, shortened: null });
	const words = shortened(whole, typed);
	return words.ok ? ok({ ...ref, shortened: words.value }) : words;
};

/** A block as it stands in the store, for its answer. */
export const blockAnswer = async (desk: ReportDesk, blockId: string): Promise<Result<LiveBlockAnswer>> => {
	const block = await findBlock(desk.trx, desk.report.id, blockId);
	if (!block) return fail('report-block-unknown');
	const { now, whole } = await blockNow(desk, block);
	return ok(toBlockAnswer(block, now, whole));
};
