import { addReportCommentInput, type ReportCommentAnswer } from '../../contract/report-comment.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { commentedText, type CommentPlace } from '../../domain/report/comment.ts';
import { emptySection } from '../../domain/report/report.ts';
import { positionMap } from '../../domain/text/position.ts';
import { trimmedRange } from '../../domain/text/range.ts';
import type { Context } from '../access/context.ts';
import { checkPlace } from '../access/report-permit.ts';
import { insertReportComment } from '../store/report-comments.ts';
import { findSection, type StoredSection } from '../store/report-sections.ts';
import { commentAnswer } from './change-report-comments.ts';
import { changeReport } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** Says something about a text of a report, or about words in it as they stand in the version that was on the screen. */
export const addReportComment = async (
	context: Context,
	projectId: string,
	reportId: string,
	input: unknown
): Promise<Result<ReportCommentAnswer>> => {
	const parsed = parseWords(addReportCommentInput, input);
	if (!parsed.ok) return parsed;
	const { passage, body, ...key } = parsed.value;
	return changeReport(context, projectId, reportId, 'report.comment', async (desk) => {
		const known = checkPlace(desk, key);
		if (!known.ok) return known;
		const section = (await findSection(desk.trx, desk.report.id, key)) ?? emptySection(key);
		const place = passage === null ? ok<CommentPlace>({ kind: 'text' }) : passagePlace(section, passage);
		if (!place.ok) return place;
		const comment = {
			...key,
			id: context.newId(),
			place: place.value,
			body,
			madeBy: context.actor.userId,
			madeAt: context.now(),
			settled: null
		};
		await insertReportComment(desk.trx, desk.report.id, comment);
		return commentAnswer(context, desk, comment.id);
	});
};

const passagePlace = (
	{ text, version }: Pick<StoredSection, 'text' | 'version'>,
	asked: { readonly version: number; readonly start: number; readonly end: number }
): Result<CommentPlace> => {
	if (asked.version !== version)
		return fail('report-text-changed', { version: asked.version, present: version }, 'passage.version');
	const map = positionMap(commentedText(text));
	if (asked.end > map.length || asked.start >= asked.end) return fail('report-comment-passage', undefined, 'passage');
	const range = trimmedRange(map, { start: asked.start, end: asked.end });
	if (!range) return fail('report-comment-passage', undefined, 'passage');
	return ok({ kind: 'passage', range, words: map.slice(range.start, range.end) });
};
