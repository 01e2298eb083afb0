import { parse } from '../../contract/parse.ts';
import { reportPlaceQuery, type LiveBlockAnswer, type ReportSectionAnswer } from '../../contract/report.ts';
import { toBlockAnswers, toSectionAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { emptySection, slots } from '../../domain/report/report.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import type { Context } from '../access/context.ts';
import { loadLiveData } from '../access/live-data.ts';
import { isUuid } from '../access/permit.ts';
import { checkPlace, permitReport, type ReportPermit } from '../access/report-permit.ts';
import type { Db } from '../store/database.ts';
import { findBlock, listBlocks, type StoredBlock } from '../store/report-blocks.ts';
import { listSections, type StoredSection } from '../store/report-sections.ts';

type Place = { readonly pillarId: string; readonly areaId: string };

/** The six texts about a pillar in an area, with their blocks beside the data of now. */
export const readSections = async (
	context: Context,
	projectId: string,
	reportId: string,
	query: unknown
): Promise<Result<{ readonly items: readonly ReportSectionAnswer[] }>> => {
	const parsed = parse(reportPlaceQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const known = checkPlace(permitted.value, parsed.value);
	if (!known.ok) return known;
	const { report } = permitted.value;
	const sections = sectionsAt(await listSections(context.db, report.id), parsed.value);
	const blocks = await blocksIn(context.db, permitted.value, sections);
	return ok({ items: sections.map((section) => toSectionAnswer(section, blocks)) });
};

/** One of them. */
export const readSection = async (
	context: Context,
	projectId: string,
	reportId: string,
	{ pillarId, areaId, slot }: Place & { readonly slot: string }
): Promise<Result<ReportSectionAnswer>> => {
	const sections = await readSections(context, projectId, reportId, { pillarId, areaId });
	if (!sections.ok) return sections;
	const section = sections.value.items.find((item) => item.slot === slot);
	return section ? ok(section) : fail('report-place-unknown');
};

/** One live block beside the data of now. */
export const readBlock = async (
	context: Context,
	projectId: string,
	reportId: string,
	blockId: string
): Promise<Result<LiveBlockAnswer>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const block = isUuid(blockId) ? await findBlock(context.db, permitted.value.report.id, blockId) : null;
	if (!block) return fail('report-block-unknown');
	const answer = (await besideData(context.db, permitted.value, [block])).get(block.id);
	return answer ? ok(answer) : fail('report-block-unknown');
};

/** The six texts of a place, written or not. */
export const sectionsAt = (stored: readonly StoredSection[], { pillarId, areaId }: Place) =>
	slots.map(
		(slot) =>
			stored.find((section) => section.pillarId === pillarId && section.areaId === areaId && section.slot === slot) ??
			emptySection({ pillarId, areaId, slot })
	);

/** The blocks that stand in some texts of a report, beside the data of now. */
export const blocksIn = async (
	db: Db,
	permitted: ReportPermit,
	sections: readonly Pick<StoredSection, 'text'>[]
): Promise<ReadonlyMap<string, LiveBlockAnswer>> => {
	const ids = new Set(sections.flatMap(({ text }) => liveBlocksOf(text)));
	if (ids.size === 0) return new Map();
	const blocks = (await listBlocks(db, permitted.report.id)).filter(({ id }) => ids.has(id));
	return besideData(db, permitted, blocks);
};

const besideData = async (db: Db, permitted: ReportPermit, blocks: readonly StoredBlock[]) => {
	const data = await loadLiveData(db, permitted, blocks);
	return toBlockAnswers(blocks, currentOfBlocks(blocks, data, permitted.report.language), data.passages);
};
