import { writeSectionInput, type ReportSectionAnswer } from '../../contract/report.ts';
import { toBlockAnswers, toSectionAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { emptySection, slots, type SectionKey } from '../../domain/report/report.ts';
import { liveBlocksOf, type ReportText } from '../../domain/report/report-text.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import type { Context } from '../access/context.ts';
import { loadLiveData } from '../access/live-data.ts';
import { checkPlace } from '../access/report-permit.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { findSection, storeSection, type StoredSection } from '../store/report-sections.ts';
import { changeReport, type ReportDesk } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** A place of a report as an address tells it. */
export type AskedPlace = { readonly pillarId: string; readonly areaId: string; readonly slot: string };

/**
 * Writes in a place of a report, on the version that was on the screen; somebody else's words are never overwritten.
 * Sent twice, it is done once.
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
		if (sameText(before.text, text)) return answerOf(desk, before);
		if (version !== before.version) return fail('report-text-changed', { version, present: before.version }, 'version');
		const blocks = (await listBlocks(desk.trx, desk.report.id)).map(({ id }) => id);
		// A block whose quote was withdrawn leaves its place: who writes on takes it out, or leaves it.
		const may = new Set([...blocks, ...liveBlocksOf(before.text)]);
		if (liveBlocksOf(text).some((id) => !may.has(id))) return fail('report-block-unknown');
		const { userId, name } = context.actor;
		const section = { ...key, text, version: version + 1, changedBy: userId, changedAt: context.now() };
		await storeSection(desk.trx, desk.report.id, section);
		return answerOf(desk, { ...section, changedByName: name });
	});
};

/** Both come from `parseReportText`, which writes equal texts equally. */
const sameText = (a: ReportText, b: ReportText): boolean => JSON.stringify(a) === JSON.stringify(b);

const answerOf = async (
	desk: ReportDesk,
	section: Omit<StoredSection, 'changedByName'> & { readonly changedByName?: string }
): Promise<Result<ReportSectionAnswer>> => {
	const ids = new Set(liveBlocksOf(section.text));
	const blocks = (await listBlocks(desk.trx, desk.report.id)).filter(({ id }) => ids.has(id));
	const data = await loadLiveData(desk.trx, desk, blocks);
	const now = currentOfBlocks(blocks, data, desk.report.language);
	return ok(toSectionAnswer(section, toBlockAnswers(blocks, now, data.passages)));
};
