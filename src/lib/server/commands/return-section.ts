import { returnSectionInput, type ReturnedSectionAnswer } from '../../contract/report-version.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { emptySection, type SectionKey } from '../../domain/report/report.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { sameBlocks, textAt, textState, type ReportContent } from '../../domain/report/version.ts';
import type { Context } from '../access/context.ts';
import { keepUnlessKept, keptContent, presentContent } from '../access/keep-report-version.ts';
import { isUuid } from '../access/permit.ts';
import { checkPlace } from '../access/report-permit.ts';
import { updateBlock } from '../store/report-blocks.ts';
import { findSection } from '../store/report-sections.ts';
import { findReportVersion } from '../store/report-versions.ts';
import { changeReport, sectionAnswer, storeText, type ReportDesk } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/**
 * Puts one text of a report back as it was in a version, with what its blocks said then. What stands there now is kept
 * as a version first, so that this can be taken back. Words of a quote that were withdrawn since do not come back.
 */
export const returnSection = async (
	context: Context,
	projectId: string,
	reportId: string,
	versionId: string,
	input: unknown
): Promise<Result<ReturnedSectionAnswer>> => {
	const parsed = parseWords(returnSectionInput, input);
	if (!parsed.ok) return parsed;
	const { version: seen, ...key } = parsed.value;
	return changeReport(context, projectId, reportId, 'report.return', async (desk) => {
		const known = checkPlace(desk, key);
		if (!known.ok) return known;
		const version = isUuid(versionId) ? await findReportVersion(desk.trx, desk.report.id, versionId) : null;
		if (!version) return fail('report-version-unknown');
		const present = (await findSection(desk.trx, desk.report.id, key)) ?? emptySection(key);
		if (seen !== present.version)
			return fail('report-text-changed', { version: seen, present: present.version }, 'version');
		const [then, now] = [await keptContent(desk.trx, version), await presentContent(desk.trx, desk.report.id)];
		const text = textAt(then, key);
		if (textState(text, present.text, sameBlocks(then, now)) === 'same')
			return ok({ section: await sectionAnswer(desk, present), keptVersionId: null });
		const kept = await keepUnlessKept(context, desk.trx, desk.report, 'return');
		await returnBlocks(desk, then, key);
		const section = await storeText(context, desk, present, text);
		return ok({ section: await sectionAnswer(desk, section), keptVersionId: kept?.id ?? null });
	});
};

/** Lets the blocks of a text say what they said then. */
const returnBlocks = async ({ trx }: ReportDesk, then: ReportContent, key: SectionKey): Promise<void> => {
	const ids = new Set(liveBlocksOf(textAt(then, key)));
	for (const block of then.blocks) if (ids.has(block.id)) await updateBlock(trx, block);
};
