import { exportReportQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { pathName } from '../../domain/codebook/codebook.ts';
import { valenceList } from '../../domain/coding/valence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { isUntold, liveState, shownSaid } from '../../domain/report/live-block.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { groups } from '../../domain/source/source.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import type { JointDisplay } from '../../merge/joint-display.ts';
import { interviewsInScope } from '../../merge/scope.ts';
import type { LeftOut } from '../../report/left-out.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import { accountedDisplays, type Methods } from '../../report/method-appendix.ts';
import { reportDocument } from '../../report/report-document.ts';
import type { PlacedBlock } from '../../report/section-blocks.ts';
import type { QuotedPassage } from '../../report/written-report.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { loadDisplayOf, loadLiveData } from '../access/live-data.ts';
import { permitReport, reachesAll, type ReportPermit } from '../access/report-permit.ts';
import { keepUnlessKept } from '../access/keep-report-version.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { listCodebookVersions } from '../store/codebook-versions.ts';
import { countDoubleCoded, listCoders } from '../store/coders.ts';
import { earlierDecisions } from '../store/decisions.ts';
import { listInterviews } from '../store/display-data.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { listSections } from '../store/report-sections.ts';
import { lockReport } from '../store/reports.ts';
import { inTransaction } from '../store/transaction.ts';
import { bytesOf } from './document-bytes.ts';
import { sayPassedCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { withoutFunctions } from './withhold.ts';

/**
 * Takes a written report away, in its own language, and keeps it as a version. Words without consent stay out, and the
 * file says so; what could point to somebody has to be confirmed first.
 */
export const exportReport = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportReportQuery, query);
	if (!parsed.ok) return parsed;
	const { format, reportId, quotes, methods, confirmation } = parsed.value;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const { project, report, frame } = permitted.value;
	if (!reachesAll(permitted.value, 'export.display', report.areaIds))
		return fail('not-allowed', { action: 'export.display' });
	const confirmed = { confirmationId: confirmation, isRequired: true };
	const check = await sayPassedCheck(context, projectId, { kind: 'report', reportId }, confirmed, report.language);
	if (!check.ok) return check;
	const sections = await listSections(context.db, report.id);
	const ids = new Set(sections.flatMap(({ text }) => liveBlocksOf(text)));
	const stored = (await listBlocks(context.db, report.id)).filter(({ id }) => ids.has(id));
	const data = await loadLiveData(context.db, permitted.value, stored);
	const now = currentOfBlocks(stored, data, report.language);
	const at = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: report.areaIds, reportId: report.id });
	const document = reportDocument(
		{
			title: report.title,
			kind: report.kind,
			language: report.language,
			years: { from: yearOf(permitted.value, report.fromWaveId), to: yearOf(permitted.value, report.toWaveId) },
			areas: report.areaIds.flatMap((id) => frame.areas.find((area) => area.id === id) ?? []),
			pillars: frame.pillars,
			sections,
			blocks: new Map(
				stored.map((block): [string, PlacedBlock] => {
					const said = now.get(block.id) ?? { kind: 'gone' };
					return [
						block.id,
						{ said: shownSaid(block, said), state: liveState(block, said), isUntold: isUntold(block, said) }
					];
				})
			),
			warnings: await smallGroups(context, permitted.value),
			passages: new Map(
				stored.flatMap(({ id, ref }): readonly [string, QuotedPassage][] => {
					const passage = ref.kind === 'quote' ? data.passages.get(ref.codingId) : undefined;
					if (!passage?.isAllowed) return [];
					const { text: whole, codeId, valences, group } = passage;
					const codePath = pathName(frame.codebook, codeId);
					return [[id, { whole, codePath, valences: valenceList(valences), group }]];
				})
			),
			hasQuoteAppendix: quotes === 'true',
			methods: methods === 'true' ? await loadMethods(context, permitted.value) : null
		},
		aboutOf(project, changedAt, check.value)
	);
	const bytes = await bytesOf(context, document, format);
	await inTransaction(context.db, async (trx) => {
		await lockReport(trx, project.id, report.id);
		await keepUnlessKept(context, trx, report, 'export');
		await audit(context, trx, project.id, 'export.report', { kind: 'report', id: report.id });
	});
	const name = exportName([report.title], at, format);
	return ok({ name, type: mediaTypes[format], bytes });
};

/** What the appendix about the way of working rests on. */
const loadMethods = async ({ db }: Context, permitted: ReportPermit): Promise<Methods> => {
	const { project, report, frame } = permitted;
	const [newest] = await listCodebookVersions(db, project.id);
	const earlier = await earlierDecisions(db, project.id, report);
	const displays: JointDisplay[] = [];
	for (const areaId of report.areaIds)
		for (const { id: pillarId } of frame.pillars) {
			const data = await loadDisplayOf(db, permitted, { pillarId, areaId });
			const built = data && buildJointDisplay({ ...data, comparisonAreas: [] });
			if (built?.ok) displays.push(withoutFunctions(built.value));
		}
	return {
		codebook: newest ? { number: newest.number, name: newest.name, madeAt: newest.madeAt.toISOString() } : null,
		coders: await listCoders(db, project.id, report.areaIds),
		doubleCoded: await countDoubleCoded(db, project.id, report.areaIds),
		displays: accountedDisplays(displays),
		earlier: earlier.map(({ row: { pillarId, areaId, codeId }, decision }) => ({ pillarId, areaId, codeId, decision }))
	};
};

const yearOf = ({ frame }: ReportPermit, waveId: string): number =>
	frame.waves.find(({ id }) => id === waveId)?.year ?? 0;

/** Groups of which so few were spoken to in an area that what they say could point to somebody (R12). */
const smallGroups = async ({ db }: Context, { project, frame, report }: ReportPermit): Promise<readonly LeftOut[]> => {
	const sources = await listInterviews(db, project.id, report.areaIds);
	return report.areaIds.flatMap((areaId) => {
		const counted = interviewsInScope(sources, {
			areaId,
			waves: frame.waves,
			toWaveId: report.toWaveId,
			includeEarlierWaves: project.includeEarlierWaves
		});
		return groups.flatMap((group): readonly LeftOut[] => {
			const n = counted.filter((source) => source.group === group).length;
			const place = frame.areas.find(({ id }) => id === areaId)?.name ?? '';
			return n > 0 && n < project.smallCell ? [{ kind: 'small-group', place, group, smallest: project.smallCell }] : [];
		});
	});
};
