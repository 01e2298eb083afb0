import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { listReportCommentsQuery, type ReportCommentAnswer } from '../../contract/report-comment.ts';
import { toReportCommentAnswer } from '../../contract/report-comment-answer.ts';
import type { ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import type { Area } from '../../domain/area/area.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { commentedText } from '../../domain/report/comment.ts';
import { textAt } from '../../domain/report/version.ts';
import type { Context } from '../access/context.ts';
import { permitReport } from '../access/report-permit.ts';
import type { Db } from '../store/database.ts';
import { listReportComments as list } from '../store/report-comments.ts';
import { listSections, type StoredSection } from '../store/report-sections.ts';

/** Some comments on a report, in the order in which they were made. */
export const listReportComments = async (
	context: Context,
	projectId: string,
	reportId: string,
	query: unknown
): Promise<Result<Page<ReportCommentAnswer>>> => {
	const parsed = parse(listReportCommentsQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const { settled, loose, pillarId, areaId, slot, madeBy } = parsed.value;
	const { report } = permitted.value;
	const comments = await commentsOf(context, report.id, await listSections(context.db, report.id));
	const asked = comments.filter(
		(comment) =>
			(settled === undefined || (settled === 'true') === (comment.settled !== null)) &&
			(loose === undefined || (loose === 'true') === (comment.about === 'loose')) &&
			(pillarId === undefined || comment.pillarId === pillarId) &&
			(areaId === undefined || comment.areaId === areaId) &&
			(slot === undefined || comment.slot === slot) &&
			(madeBy === undefined || comment.madeBy.id === madeBy)
	);
	return slice(asked, parsed.value, ({ id }) => id);
};

/** The page with all comments on a report. */
export type ReportCommentsPage = {
	readonly report: ReportAnswer;
	readonly comments: readonly ReportCommentAnswer[];
	/** in the order of the report */
	readonly areas: readonly Area[];
	readonly pillars: readonly Pillar[];
	readonly mayWrite: boolean;
};

/** All comments on a report, with what the page needs to name their places. */
export const viewReportComments = async (
	context: Context,
	projectId: string,
	reportId: string
): Promise<Result<ReportCommentsPage>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const { report, frame, can } = permitted.value;
	return ok({
		report: toReportAnswer(report),
		comments: await commentsOf(context, report.id, await listSections(context.db, report.id)),
		areas: report.areaIds.flatMap((id) => frame.areas.find((area) => area.id === id) ?? []),
		pillars: frame.pillars,
		mayWrite: report.areaIds.every((id) => can('report.write', id))
	});
};

/** The comments on a report beside its texts of now. */
export const commentsOf = async (
	{ db, actor }: Pick<Context, 'actor'> & { readonly db: Db },
	reportId: string,
	sections: readonly StoredSection[]
): Promise<readonly ReportCommentAnswer[]> =>
	(await list(db, reportId)).map((comment) =>
		toReportCommentAnswer(comment, commentedText(textAt({ sections }, comment)), actor.userId)
	);
