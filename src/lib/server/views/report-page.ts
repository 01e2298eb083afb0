import type { ReportAnswer, ReportSectionAnswer } from '../../contract/report.ts';
import type { ReportCommentAnswer } from '../../contract/report-comment.ts';
import { toReportAnswer, toSectionAnswer } from '../../contract/report-answer.ts';
import type { Area } from '../../domain/area/area.ts';
import type { Wave } from '../../domain/area/wave.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { checkPlace, permitReport } from '../access/report-permit.ts';
import { listSections } from '../store/report-sections.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { commentsOf } from './report-comments.ts';
import { blocksIn, sectionsAt } from './report-sections.ts';

/** A place in the outline: how many of its six texts are written, and how many blocks ask to be looked at. */
export type OutlinePlace = {
	readonly pillarId: string;
	readonly areaId: string;
	readonly written: number;
	readonly attention: number;
	/** open comments */
	readonly comments: number;
};

/** A report while somebody writes it: its outline, and the texts of one place. */
export type ReportPage = {
	readonly report: ReportAnswer;
	readonly from: Wave;
	readonly to: Wave;
	readonly pillars: readonly Pillar[];
	/** in the order of the report */
	readonly areas: readonly Area[];
	readonly outline: readonly OutlinePlace[];
	readonly pillar: Pillar;
	readonly area: Area;
	readonly sections: readonly ReportSectionAnswer[];
	/** on these texts */
	readonly comments: readonly ReportCommentAnswer[];
	/** who reads it */
	readonly me: string;
	/** open comments in the whole report */
	readonly openComments: number;
	readonly mayWrite: boolean;
};

/** A report with the texts about a pillar in an area; without a choice about the first of both. */
export const viewReport = async (
	context: Context,
	projectId: string,
	reportId: string,
	asked: { readonly pillarId?: string | undefined; readonly areaId?: string | undefined }
): Promise<Result<ReportPage>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const { report, frame, can } = permitted.value;
	const areas = report.areaIds.flatMap((id) => frame.areas.find((area) => area.id === id) ?? []);
	const place = { pillarId: asked.pillarId ?? frame.pillars[0]?.id ?? '', areaId: asked.areaId ?? areas[0]?.id ?? '' };
	const known = checkPlace(permitted.value, place);
	if (!known.ok) return known;
	const pillar = frame.pillars.find(({ id }) => id === place.pillarId);
	const area = areas.find(({ id }) => id === place.areaId);
	const from = frame.waves.find(({ id }) => id === report.fromWaveId);
	const to = frame.waves.find(({ id }) => id === report.toWaveId);
	if (!pillar || !area || !from || !to) return fail('report-place-unknown');

	const stored = await listSections(context.db, report.id);
	const blocks = await blocksIn(context.db, permitted.value, stored);
	const comments = await commentsOf(context, report.id, stored);
	const open = comments.filter(({ settled }) => settled === null);
	const outline = areas.flatMap(({ id: areaId }) =>
		frame.pillars.map(({ id: pillarId }): OutlinePlace => {
			const texts = sectionsAt(stored, { pillarId, areaId }).map(({ text }) => text);
			const ids = new Set(texts.flatMap(liveBlocksOf));
			return {
				pillarId,
				areaId,
				written: texts.filter((text) => text.length > 0).length,
				attention: [...ids].filter((id) => asksAttention(blocks.get(id)?.state)).length,
				comments: open.filter(isAt({ pillarId, areaId })).length
			};
		})
	);
	return ok({
		report: toReportAnswer(report),
		from,
		to,
		pillars: frame.pillars,
		areas,
		outline,
		pillar,
		area,
		sections: sectionsAt(stored, place).map((section) => toSectionAnswer(section, blocks)),
		comments: comments.filter(isAt(place)),
		me: context.actor.userId,
		openComments: open.length,
		mayWrite: report.areaIds.every((id) => can('report.write', id))
	});
};

const isAt =
	({ pillarId, areaId }: { readonly pillarId: string; readonly areaId: string }) =>
	(comment: ReportCommentAnswer): boolean =>
		comment.pillarId === pillarId && comment.areaId === areaId;

/** A block that is not there any more asks for it too. */
const asksAttention = (state: string | undefined): boolean => state !== 'same' && state !== 'kept';
