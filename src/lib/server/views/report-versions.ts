import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import type { ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import {
	listReportVersionsQuery,
	type ReportVersionAnswer,
	type ReportVersionItem,
	type ReportVersionPart
} from '../../contract/report-version.ts';
import { toReportVersionItem } from '../../contract/report-version-answer.ts';
import type { Area } from '../../domain/area/area.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { shownSaid, type LiveBlock } from '../../domain/report/live-block.ts';
import type { SectionKey } from '../../domain/report/report.ts';
import { keysOf, sameBlocks, shownText, textAt, textState } from '../../domain/report/version.ts';
import { diffTexts } from '../../domain/text/diff.ts';
import { passagesOf } from '../../domain/text/difference.ts';
import { positionMap } from '../../domain/text/position.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import type { Locale } from '../../words/locale.ts';
import { saidWords } from '../../words/writing.ts';
import type { Context } from '../access/context.ts';
import { keptContent, presentContent } from '../access/keep-report-version.ts';
import { loadLiveData } from '../access/live-data.ts';
import { isUuid } from '../access/permit.ts';
import { permitReport, type ReportPermit } from '../access/report-permit.ts';
import { listSections } from '../store/report-sections.ts';
import { findReportVersion, listKeptSections, listReportVersions as list } from '../store/report-versions.ts';

/** The versions of a report, newest first, a page at a time. */
export const listReportVersions = async (
	context: Context,
	projectId: string,
	reportId: string,
	query: unknown
): Promise<Result<Page<ReportVersionItem>>> => {
	const parsed = parse(listReportVersionsQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const versions = await list(context.db, permitted.value.report.id);
	return slice(versions.map(toReportVersionItem), parsed.value, ({ id }) => id);
};

/** One version, with what became of each text since. */
export const readReportVersion = async (
	context: Context,
	projectId: string,
	reportId: string,
	versionId: string,
	locale: Locale
): Promise<Result<ReportVersionAnswer>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	return versionOf(context, permitted.value, versionId, locale);
};

/** Everything the page of versions shows. */
export type ReportVersionsPage = {
	readonly report: ReportAnswer;
	readonly versions: readonly ReportVersionItem[];
	/** the one that was asked for, else the newest; null = none was kept yet */
	readonly version: ReportVersionAnswer | null;
	/** in the order of the report */
	readonly areas: readonly Area[];
	readonly pillars: readonly Pillar[];
	readonly mayWrite: boolean;
};

/** The versions of a report, with one of them beside what is written now. */
export const viewReportVersions = async (
	context: Context,
	projectId: string,
	reportId: string,
	asked: string | null,
	locale: Locale
): Promise<Result<ReportVersionsPage>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const { report, frame, can } = permitted.value;
	const versions = (await list(context.db, report.id)).map(toReportVersionItem);
	const id = asked ?? versions[0]?.id;
	const version = id === undefined ? null : await versionOf(context, permitted.value, id, locale);
	if (version?.ok === false) return version;
	return ok({
		report: toReportAnswer(report),
		versions,
		version: version?.value ?? null,
		areas: report.areaIds.flatMap((areaId) => frame.areas.find((area) => area.id === areaId) ?? []),
		pillars: frame.pillars,
		mayWrite: report.areaIds.every((areaId) => can('report.write', areaId))
	});
};

const versionOf = async (
	{ db }: Context,
	permitted: ReportPermit,
	versionId: string,
	locale: Locale
): Promise<Result<ReportVersionAnswer>> => {
	const { report, frame } = permitted;
	const version = isUuid(versionId) ? await findReportVersion(db, report.id, versionId) : null;
	if (!version) return fail('report-version-unknown');
	const [then, now] = [await keptContent(db, version), await presentContent(db, report.id)];
	const isSame = sameBlocks(then, now);
	const [wordsThen, wordsNow] = [
		await wordsOf({ db, permitted, locale }, then.blocks),
		await wordsOf({ db, permitted, locale }, now.blocks)
	];
	const [kept, present] = [await listKeptSections(db, version.id), await listSections(db, report.id)];
	const parts = keysOf(then, now).map((key): ReportVersionPart => {
		const [before, after] = [textAt(then, key), textAt(now, key)];
		const [shown, shownNow] = [shownText(before, wordsThen), shownText(after, wordsNow)];
		const writer = kept.find(isAt(key));
		return {
			...key,
			state: textState(before, after, isSame),
			writtenBy: writer?.changedByName ?? null,
			writtenAt: writer?.changedAt.toISOString() ?? null,
			version: present.find(isAt(key))?.version ?? 0,
			text: shown,
			difference: passagesOf(positionMap(shown), diffTexts(shown, shownNow))
		};
	});
	const place = ({ areaId, pillarId }: SectionKey) =>
		report.areaIds.indexOf(areaId) * frame.pillars.length + frame.pillars.findIndex(({ id }) => id === pillarId);
	return ok({ ...toReportVersionItem(version), parts: [...parts].sort((a, b) => place(a) - place(b)) });
};

const isAt =
	({ pillarId, areaId, slot }: SectionKey) =>
	(other: SectionKey): boolean =>
		other.pillarId === pillarId && other.areaId === areaId && other.slot === slot;

/** What blocks say, as one reads it; what may not be shown now does not come out of a version either. */
const wordsOf = async (
	{ db, permitted, locale }: { db: Context['db']; permitted: ReportPermit; locale: Locale },
	blocks: readonly LiveBlock[]
): Promise<(id: string) => string> => {
	const data = await loadLiveData(db, permitted, blocks);
	const now = currentOfBlocks(blocks, data, permitted.report.language);
	const words = new Map(
		blocks.map((block): [string, string] => {
			const { id, ref } = block;
			const mayShow = ref.kind !== 'quote' || data.passages.get(ref.codingId)?.isAllowed === true;
			return [id, saidWords(mayShow ? shownSaid(block, now.get(id) ?? { kind: 'gone' }) : null, locale)];
		})
	);
	return (id) => words.get(id) ?? saidWords(null, locale);
};
