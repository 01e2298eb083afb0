import { knownWavePair } from '../../domain/area/wave.ts';
import { indicatorsShown } from '../../domain/codebook/shown-indicators.ts';
import type { KernsetFile } from '../../domain/indicator/kernset-file.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { narrowedTo } from '../../domain/project/membership.ts';
import type { FileFacts, InterviewFact, QuotedFact } from '../../domain/report/file-facts.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { findUnknownIn } from '../store/asked-ids.ts';
import { loadDisplay, loadDisplays, type DisplayData } from '../store/display.ts';
import { listInterviews, listObservationsOf } from '../store/display-data.ts';
import { listExplanations, type StoredExplanation } from '../store/explanations.ts';
import { quotesQueried } from '../store/queries.ts';
import { quotesFound, type QuoteFilter } from '../store/quotes.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { listSections } from '../store/report-sections.ts';
import { findReviewSession } from '../store/review-sessions.ts';
import type { Context } from './context.ts';
import { longDisplays, networkParts, type AskedLongDisplay, type AskedNetwork } from './counted-material.ts';
import { permitDisplays, type DisplaysPermit } from './display-permit.ts';
import { loadWritten } from './factsheet-data.ts';
import { loadLiveData } from './live-data.ts';
import { memoMaterial, type AskedMemos } from './memo-material.ts';
import { withPeople, type MaterialWith } from './people-material.ts';
import { isUuid, permit } from './permit.ts';
import { withQuotes, type ListedQuote } from './quote-material.ts';
import { permitReport, reachesAll } from './report-permit.ts';
import { codebookMaterial, kernsetMaterial, studyTableMaterial } from './table-material.ts';

/** Which file; as the contract of the check says it. */
export type AskedExport =
	| { readonly kind: 'report'; readonly reportId: string }
	| ({ readonly kind: 'factsheet'; readonly areaId: string } & AskedWaves)
	| ({ readonly kind: 'joint-display'; readonly areaId: string; readonly pillarId: string } & AskedWaves)
	| ({ readonly kind: 'quotes' } & QuoteFilter)
	| { readonly kind: 'queried-quotes'; readonly where: Parameters<typeof quotesQueried>[2] }
	| { readonly kind: 'review-session'; readonly sessionId: string }
	| ({ readonly kind: 'long-display' } & AskedLongDisplay)
	| ({ readonly kind: 'network-display' } & AskedNetwork)
	| ({ readonly kind: 'memos' } & AskedMemos)
	| { readonly kind: 'codebook' }
	| { readonly kind: 'study-table'; readonly tableId: string }
	| { readonly kind: 'kernset'; readonly file: KernsetFile };

type AskedWaves = { readonly fromWaveId?: string | undefined; readonly toWaveId?: string | undefined };

/** What a file is made of, as far as it can give somebody away; for who may take it away. */
export type ExportMaterial = MaterialWith<MaterialParts>;

export type MaterialParts =
	| { readonly kind: 'report'; readonly report: Awaited<ReturnType<typeof reportParts>> }
	| {
			readonly kind: 'displays';
			readonly displays: readonly DisplayData[];
			readonly written: Awaited<ReturnType<typeof writtenParts>>;
			/** quotes that stand beside possible explanations */
			readonly evidence: readonly QuotedFact[];
	  }
	| { readonly kind: 'quotes'; readonly quotes: readonly ListedQuote[] }
	/** a file that counts and quotes nobody */
	| { readonly kind: 'interviews'; readonly interviews: readonly InterviewFact[] }
	| Extract<Awaited<ReturnType<typeof networkParts>>, { ok: true }>['value']
	/** a file of which is known already what it counts and quotes */
	| { readonly kind: 'facts'; readonly facts: FileFacts };

/** Loads what a file would be made of now; who may not take it away is refused as by the export itself. */
export const loadExportMaterial = async (
	context: Context,
	projectId: string,
	asked: AskedExport
): Promise<Result<ExportMaterial>> => {
	switch (asked.kind) {
		case 'report': {
			const permitted = await permitReport(context, context.db, projectId, asked.reportId, 'report.read');
			if (!permitted.ok) return permitted;
			if (!reachesAll(permitted.value, 'export.display', permitted.value.report.areaIds))
				return fail('not-allowed', { action: 'export.display' });
			const report = await reportParts(context, permitted.value);
			return withPeople(context, permitted.value.project, { kind: 'report', report }, [
				...report.interviews.map(({ id }) => id),
				...[...report.data.passages.values()].map(({ sourceId }) => sourceId)
			]);
		}
		case 'factsheet':
		case 'joint-display': {
			const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
			if (!permitted.ok) return permitted;
			const displays = await displaysOf(context, permitted.value, asked);
			if (!displays.ok) return displays;
			const [first] = displays.value;
			const written = asked.kind === 'factsheet' && first ? await writtenParts(context, permitted.value, first) : null;
			const evidence = asked.kind === 'joint-display' ? displays.value.flatMap(evidenceOf) : [];
			const parts = { kind: 'displays', displays: displays.value, written, evidence } as const;
			return withPeople(context, permitted.value.project, parts, [
				...displays.value.flatMap(({ sources }) => sources.map(({ id }) => id)),
				...[...(written?.data.passages.values() ?? [])].map(({ sourceId }) => sourceId),
				...evidence.map(({ sourceId }) => sourceId)
			]);
		}
		case 'review-session': {
			const permitted = await permitDisplays(context, context.db, projectId, 'explanation.read');
			if (!permitted.ok) return permitted;
			const parts = await sessionParts(context, permitted.value, asked.sessionId);
			if (!parts.ok) return parts;
			return withPeople(context, permitted.value.project, parts.value, [
				...parts.value.displays.flatMap(({ sources }) => sources.map(({ id }) => id)),
				...parts.value.evidence.map(({ sourceId }) => sourceId)
			]);
		}
		case 'long-display': {
			const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
			if (!permitted.ok) return permitted;
			const displays = await longDisplays(context.db, permitted.value, asked);
			if (!displays.ok) return displays;
			// Such a file has neither quotes nor explanations.
			const parts = { kind: 'displays', displays: displays.value, written: null, evidence: [] } as const;
			const ids = displays.value.flatMap(({ sources }) => sources.map(({ id }) => id));
			return withPeople(context, permitted.value.project, parts, ids);
		}
		case 'network-display': {
			const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
			if (!permitted.ok) return permitted;
			const parts = await networkParts(context.db, permitted.value, asked);
			if (!parts.ok) return parts;
			const ids = parts.value.sources.map(({ id }) => id);
			return withPeople(context, permitted.value.project, parts.value, ids);
		}
		case 'quotes': {
			const permitted = await permit(context, projectId, 'export.quotes');
			if (!permitted.ok) return permitted;
			const { kind: _, ...filter } = asked;
			const { project, access } = permitted.value;
			return withQuotes(context, project, quotesFound(project.id, narrowedTo(access, 'export.quotes'), filter));
		}
		case 'queried-quotes': {
			const permitted = await permit(context, projectId, 'export.quotes');
			if (!permitted.ok) return permitted;
			const { project, access } = permitted.value;
			const unknown = await findUnknownIn(context.db, project.id, access, asked.where);
			if (unknown.length > 0) return failAll(unknown);
			const exporting = narrowedTo(access, 'export.quotes');
			return withQuotes(context, project, quotesQueried(project.id, exporting, asked.where));
		}
		case 'memos': {
			const { kind: _, ...filter } = asked;
			return materialOf(await memoMaterial(context, projectId, filter));
		}
		case 'codebook':
			return materialOf(await codebookMaterial(context, projectId, ''));
		case 'study-table':
			return materialOf(await studyTableMaterial(context, projectId, asked.tableId));
		case 'kernset':
			return materialOf(await kernsetMaterial(context, projectId, asked.file));
		default:
			return asked satisfies never;
	}
};

const materialOf = (found: Result<{ readonly material: ExportMaterial }>): Result<ExportMaterial> =>
	found.ok ? ok(found.value.material) : found;

const reportParts = async (
	{ db }: Context,
	permitted: Extract<Awaited<ReturnType<typeof permitReport>>, { ok: true }>['value']
) => {
	const { project, report, frame } = permitted;
	const sections = await listSections(db, report.id);
	const ids = new Set(sections.flatMap(({ text }) => liveBlocksOf(text)));
	const blocks = (await listBlocks(db, report.id)).filter(({ id }) => ids.has(id));
	return {
		...report,
		frame,
		blocks,
		data: await loadLiveData(db, permitted, blocks),
		observations: await listObservationsOf(db, project.id, report.areaIds),
		interviews: await listInterviews(db, project.id, report.areaIds)
	};
};

/** The text that a factsheet about an area and two rounds takes up. */
const writtenParts = async (
	{ db }: Context,
	permitted: DisplaysPermit,
	{ area, fromWaveId, toWaveId }: Pick<DisplayData, 'area' | 'fromWaveId' | 'toWaveId'>
) => {
	const { project, frame } = permitted;
	const written = await loadWritten(db, permitted, area, { fromWaveId, toWaveId });
	const observations = await listObservationsOf(db, project.id, [area.id]);
	return written && { ...written, fromWaveId, toWaveId, frame, observations };
};

/** The quotes beside the explanations that a display shows: those about its figures, also where these are borrowed. */
const evidenceOf = ({ area, pillar, codebook, indicators, explanations }: DisplayData): readonly QuotedFact[] => {
	const shown = new Set(indicatorsShown(codebook, pillar.id, indicators).map(({ id }) => id));
	return quotedIn(
		area.name,
		(explanations ?? []).filter(({ indicatorId }) => shown.has(indicatorId))
	);
};

const quotedIn = (place: string, explanations: readonly StoredExplanation[]): readonly QuotedFact[] =>
	explanations.flatMap(({ evidenceItems }) =>
		evidenceItems.flatMap((item): readonly QuotedFact[] =>
			item.kind === 'quote' && item.withheld !== 'role'
				? [{ place, reference: item.reference ?? '', sourceId: item.sourceId, mayShow: item.text !== null }]
				: []
		)
	);

/** What the sheet of a session lays on the table: the figures of its area, and what was said to explain them. */
const sessionParts = async (
	{ db }: Context,
	{ project, access, frame, can }: DisplaysPermit,
	sessionId: string
): Promise<Result<Extract<MaterialParts, { kind: 'displays' }>>> => {
	const session = isUuid(sessionId) ? await findReviewSession(db, project.id, sessionId) : null;
	if (!session || !can('explanation.read', session.areaId)) return fail('review-session-unknown');
	const areas = frame.areas.filter(({ id }) => id === session.areaId);
	const { fromWaveId, toWaveId } = session;
	const explanations = (await listExplanations(db, project.id, access, session.areaId)).filter(
		(one) => one.sessionId === session.id || (one.fromWaveId === fromWaveId && one.toWaveId === toWaveId)
	);
	return ok({
		kind: 'displays',
		displays: await loadDisplays(db, project, frame, areas, { fromWaveId, toWaveId }),
		written: null,
		evidence: quotedIn(areas[0]?.name ?? '', explanations)
	});
};

const displaysOf = async (
	{ db }: Context,
	permitted: DisplaysPermit,
	asked: Extract<AskedExport, { kind: 'factsheet' | 'joint-display' }>
): Promise<Result<readonly DisplayData[]>> => {
	const { frame, can } = permitted;
	const area = frame.areas.find(({ id }) => id === asked.areaId);
	const pillars = frame.pillars.filter(({ id }) => asked.kind === 'factsheet' || id === asked.pillarId);
	if (!area || pillars.length === 0) return fail('display-unknown');
	if (!can('export.display', area.id)) return fail('not-allowed', { action: 'export.display' });
	const pair = knownWavePair(frame.waves, asked);
	if (!pair.ok) return pair;
	const displays: DisplayData[] = [];
	for (const pillar of pillars) displays.push(await loadDisplay(db, permitted, frame, { pillar, area, ...pair.value }));
	return ok(displays);
};
