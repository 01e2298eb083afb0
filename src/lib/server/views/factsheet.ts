import { parse } from '../../contract/parse.ts';
import { exportFactsheetQuery, mediaTypes } from '../../contract/export.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { liveState } from '../../domain/report/live-block.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import type { JointDisplay } from '../../merge/joint-display.ts';
import type { ReportDocument } from '../../report/document.ts';
import { factsheetDocument } from '../../report/factsheet-document.ts';
import type { FactsheetInput } from '../../report/factsheet-pillar.ts';
import { currentOfBlocks } from '../../report/live-now.ts';
import type { PlacedBlock } from '../../report/section-blocks.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { loadLiveData } from '../access/live-data.ts';
import { reachesAll } from '../access/report-permit.ts';
import { loadDisplay } from '../store/display.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { listSections } from '../store/report-sections.ts';
import { listReports } from '../store/reports.ts';
import { bytesOf } from './document-bytes.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { wavePair } from './joint-display.ts';

/** A factsheet as a page shows it, with what one can choose. */
export type FactsheetPage = {
	readonly document: ReportDocument;
	readonly area: Area;
	readonly from: Wave;
	readonly to: Wave;
	/** all rounds, in order of time */
	readonly allWaves: readonly Wave[];
	/** the areas of the same kind of which this person may take a factsheet */
	readonly areas: readonly Area[];
};

/** The factsheet of an area, as it would be taken away now. */
export const viewFactsheet = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<FactsheetPage>> => {
	const parsed = parse(exportFactsheetQuery.omit({ format: true }), query);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const area = frame.areas.find(({ id }) => id === parsed.value.areaId);
	if (!area) return fail('display-unknown');
	if (!can('export.display', area.id)) return fail('not-allowed', { action: 'export.display' });
	const pair = wavePair(frame.waves, parsed.value);
	if (!pair.ok) return pair;
	const displays: JointDisplay[] = [];
	for (const pillar of frame.pillars) {
		const data = await loadDisplay(context.db, permitted.value, frame, { pillar, area, ...pair.value });
		const built = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (!built.ok) return built;
		displays.push(built.value);
	}
	const [first] = displays;
	if (!first) return fail('display-unknown');
	const written = await writtenFor(context, permitted.value, area, pair.value);
	const about = aboutOf(project, context.now());
	const years = { from: first.from.year, to: first.to.year };
	return ok({
		document: factsheetDocument({ area, years, displays, ...written, smallest: project.smallCell }, about, locale),
		area,
		from: first.from,
		to: first.to,
		allWaves: [...frame.waves].sort(byYear),
		areas: frame.areas.filter(({ id, kind }) => kind === area.kind && can('export.display', id))
	});
};

/** Takes the factsheet of an area away. */
export const exportFactsheet = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportFactsheetQuery, query);
	if (!parsed.ok) return parsed;
	const { format, ...asked } = parsed.value;
	const page = await viewFactsheet(context, projectId, asked, locale);
	if (!page.ok) return page;
	const { document, area, from, to } = page.value;
	await audit(context, context.db, projectId, 'export.factsheet', { kind: 'area', id: area.id });
	const name = exportName([document.title, `${from.year}-${to.year}`], context.now(), format);
	return ok({ name, type: mediaTypes[format], bytes: await bytesOf(document, format) });
};

/** What was written in the newest factsheet about this area and these rounds that this person may read. */
const writtenFor = async (
	{ db }: Context,
	permitted: DisplaysPermit,
	area: Area,
	{ fromWaveId, toWaveId }: { readonly fromWaveId: string; readonly toWaveId: string }
): Promise<Pick<FactsheetInput, 'texts' | 'blocks'>> => {
	const report = (await listReports(db, permitted.project.id)).find(
		(one) =>
			one.kind === 'factsheet' &&
			one.fromWaveId === fromWaveId &&
			one.toWaveId === toWaveId &&
			one.areaIds.includes(area.id) &&
			reachesAll(permitted, 'report.read', one.areaIds)
	);
	if (!report) return { texts: [], blocks: new Map() };
	const texts = (await listSections(db, report.id)).filter(({ areaId }) => areaId === area.id);
	const ids = new Set(texts.flatMap(({ text }) => liveBlocksOf(text)));
	const stored = (await listBlocks(db, report.id)).filter(({ id }) => ids.has(id));
	const data = await loadLiveData(db, { ...permitted, report }, stored);
	const now = currentOfBlocks(stored, data, report.language);
	return {
		texts,
		blocks: new Map(
			stored.map((block): [string, PlacedBlock] => [
				block.id,
				{ said: block.said, state: liveState(block, now.get(block.id) ?? { kind: 'gone' }) }
			])
		)
	};
};
