import type { ReportComment } from '../domain/report/comment.ts';
import { positionMap } from '../domain/text/position.ts';
import type { ReportCommentAnswer } from './report-comment.ts';

type Named = ReportComment & {
	readonly madeByName: string;
	readonly settledByName: string | null;
	readonly replies: readonly {
		readonly id: string;
		readonly body: string;
		readonly madeBy: string;
		readonly madeByName: string;
		readonly madeAt: Date;
	}[];
};

/** A comment as it crosses the edge, with its words as they stand in its text now. */
export const toReportCommentAnswer = (comment: Named, text: string, readerId: string): ReportCommentAnswer => {
	const { place, settled } = comment;
	const range = place.kind === 'passage' ? place.range : null;
	return {
		id: comment.id,
		pillarId: comment.pillarId,
		areaId: comment.areaId,
		slot: comment.slot,
		about: place.kind,
		start: range?.start ?? null,
		end: range?.end ?? null,
		words: range ? positionMap(text).slice(range.start, range.end) : place.kind === 'loose' ? place.words : '',
		body: comment.body,
		madeBy: { id: comment.madeBy, name: comment.madeByName },
		madeAt: comment.madeAt.toISOString(),
		settled: settled && { by: { id: settled.by, name: comment.settledByName ?? '' }, at: settled.at.toISOString() },
		replies: comment.replies.map(({ id, body, madeBy, madeByName, madeAt }) => ({
			id,
			body,
			madeBy: { id: madeBy, name: madeByName },
			madeAt: madeAt.toISOString()
		})),
		mayDelete: comment.madeBy === readerId && comment.replies.length === 0
	};
};
