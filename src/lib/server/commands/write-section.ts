import { writeSectionInput, type ReportSectionAnswer } from '../../contract/report.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { emptySection, slots, type SectionKey } from '../../domain/report/report.ts';
import { liveBlocksOf, sameReportText } from '../../domain/report/report-text.ts';
import { beginsAnew } from '../../domain/report/version.ts';
import type { Context } from '../access/context.ts';
import { keepUnlessKept } from '../access/keep-report-version.ts';
import { checkPlace } from '../access/report-permit.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { findSection } from '../store/report-sections.ts';
import { newestReportVersion } from '../store/report-versions.ts';
import { changeReport, sectionAnswer, storeText } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** A place of a report as an address tells it. */
export type AskedPlace = { readonly pillarId: string; readonly areaId: string; readonly slot: string };

/**
 * Writes in a place of a report, on the version that was on the screen; somebody else's words are never overwritten.
 * Who writes on after a pause keeps the report as it was. Sent twice, it is done once.
 */
export const writeSection = async (
	context: Context,
	projectId: string,
	reportId: string,
	place: AskedPlace,
	input: unknown
): Promise<Result<ReportSectionAnswer>> => {
	const parsed = parseWords(writeSectionInput, input);
	if (!parsed.ok) return parsed;
	const { version, text } = parsed.value;
	const slot = slots.find((known) => known === place.slot);
	return changeReport(context, projectId, reportId, 'report.write', async (desk) => {
		if (!slot) return fail('report-place-unknown');
		const key: SectionKey = { ...place, slot };
		const known = checkPlace(desk, key);
		if (!known.ok) return known;
		const before = (await findSection(desk.trx, desk.report.id, key)) ?? emptySection(key);
		if (sameReportText(before.text, text)) return ok(await sectionAnswer(desk, before));
		if (version !== before.version) return fail('report-text-changed', { version, present: before.version }, 'version');
		const blocks = (await listBlocks(desk.trx, desk.report.id)).map(({ id }) => id);
		// A block whose quote was withdrawn leaves its place: who writes on takes it out, or leaves it.
		const may = new Set([...blocks, ...liveBlocksOf(before.text)]);
		if (liveBlocksOf(text).some((id) => !may.has(id))) return fail('report-block-unknown');
		const newest = await newestReportVersion(desk.trx, desk.report.id);
		if (beginsAnew(desk.report.touchedAt, newest, context.now()))
			await keepUnlessKept(context, desk.trx, desk.report, 'earlier');
		return ok(await sectionAnswer(desk, await storeText(context, desk, before, text)));
	});
};
