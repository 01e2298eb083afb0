import type { LiveBlockAnswer, ReportSectionAnswer } from '../../contract/report.ts';
import { toBlockAnswer, toBlockAnswers, toSectionAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ReportId } from '../../domain/project/ids.ts';
import type { Current, LiveBlock, LiveRef } from '../../domain/report/live-block.ts';
import { carryComment, commentedText } from '../../domain/report/comment.ts';
import type { Section } from '../../domain/report/report.ts';
import { liveBlocksOf, type ReportText } from '../../domain/report/report-text.ts';
import { shortened } from '../../domain/report/shorten.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { loadLiveData } from '../access/live-data.ts';
import { permitReport, type ReportPermit } from '../access/report-permit.ts';
import type { Db } from '../store/database.ts';
import { listCommentPlaces, placeReportComment } from '../store/report-comments.ts';
import { findBlock, listBlocks } from '../store/report-blocks.ts';
import type { PassageNow } from '../store/report-quotes.ts';
import { storeSection, type StoredSection } from '../store/report-sections.ts';
import { inTransaction } from '../store/transaction.ts';

/** Where a report is changed, by somebody who may write about all of its areas. */
export type ReportDesk = ReportPermit & { readonly trx: Db };

/**
 * The steps that every change of a report has in common: may this person; all or nothing; a line in the log; other
 * screens hear of it.
 */
export const changeReport = async <T>(
	context: Context,
	projectId: string,
	reportId: string,
	action: string,
	step: (desk: ReportDesk) => Promise<Result<T>>
): Promise<Result<T>> => {
	const done = await inTransaction(context.db, async (trx): Promise<Result<T>> => {
		const permitted = await permitReport(context, trx, projectId, reportId, 'report.write');
		if (!permitted.ok) return permitted;
		const { project, report } = permitted.value;
		const changed = await step({ ...permitted.value, trx });
		if (changed.ok) await audit(context, trx, project.id, action, { kind: 'report', id: report.id });
		return changed;
	});
	if (done.ok) publishReport(context, projectId, reportId, action === 'report.remove' ? 'removed' : 'changed');
	return done;
};

/** Tells other screens that something changed in a report. */
export const publishReport = (
	{ publish, actor }: Context,
	projectId: string,
	reportId: string,
	change: ProjectEvent['change']
): void => publish({ projectId, kind: 'report', change, ids: [reportId], actorId: actor.userId });

/** What a block would say now, and of a quote all words. */
export type BlockNow = {
	readonly now: Current;
	readonly whole: string | null;
	readonly passage: PassageNow | null;
};

/** Lays a block beside the data of now. */
export const blockNow = async (
	desk: ReportDesk,
	block: Pick<LiveBlock, 'id' | 'pillarId' | 'areaId' | 'ref'>
): Promise<BlockNow> => {
	const data = await loadLiveData(desk.trx, desk, [block]);
	const now = currentOfBlocks([block], data, desk.report.language).get(block.id) ?? { kind: 'gone' };
	const passage = block.ref.kind === 'quote' ? data.passages.get(block.ref.codingId) : undefined;
	return { now, whole: passage?.isAllowed ? passage.text : null, passage: passage ?? null };
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
	const { now, passage } = await blockNow(desk, block);
	return ok(toBlockAnswer(block, now, passage));
};

/** Stores a text in a place of a report, one version further, by who does so now; its comments go along. */
export const storeText = async (
	{ actor, now }: Context,
	{ trx, report }: Pick<ReportDesk, 'trx' | 'report'>,
	before: Section,
	text: ReportText
): Promise<StoredSection> => {
	const { pillarId, areaId, slot, version } = before;
	const section = { pillarId, areaId, slot, text, version: version + 1, changedBy: actor.userId, changedAt: now() };
	await storeSection(trx, report.id, section);
	await carryComments(trx, report.id, before, text);
	return { ...section, changedByName: actor.name };
};

/** Comments on a text of a report go along with its words. */
export const carryComments = async (
	trx: Db,
	reportId: ReportId,
	before: Pick<Section, 'pillarId' | 'areaId' | 'slot' | 'text'>,
	text: ReportText
): Promise<void> => {
	const [was, is] = [commentedText(before.text), commentedText(text)];
	if (was === is) return;
	for (const { id, place } of await listCommentPlaces(trx, reportId, before)) {
		const carried = carryComment(place, was, is);
		if (carried !== place) await placeReportComment(trx, id, carried);
	}
};

/** A text of a report with its blocks beside the data of now, for its answer. */
export const sectionAnswer = async (
	desk: ReportDesk,
	section: Section & { readonly changedByName?: string }
): Promise<ReportSectionAnswer> => {
	const ids = new Set(liveBlocksOf(section.text));
	const blocks = (await listBlocks(desk.trx, desk.report.id)).filter(({ id }) => ids.has(id));
	const data = await loadLiveData(desk.trx, desk, blocks);
	const now = currentOfBlocks(blocks, data, desk.report.language);
	return toSectionAnswer(section, toBlockAnswers(blocks, now, data.passages));
};
