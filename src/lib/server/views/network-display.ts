import { exportNetworkDisplayQuery, mediaTypes } from '../../contract/export.ts';
import { networkDisplayQuery, type NetworkDisplayAnswer } from '../../contract/network-display.ts';
import { parse } from '../../contract/parse.ts';
import { smallestAreas } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Code } from '../../domain/codebook/code.ts';
import { withDescendants } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import {
	chosenNetworkGroups,
	networkDisplay,
	networkGroups,
	withoutSmallCells,
	type NetworkDisplay
} from '../../merge/network.ts';
import { networkTable } from '../../report/network-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { listInterviews, listSayings } from '../store/display-data.ts';
import { sayPassedCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { withholdTitles } from './withhold.ts';

/** The display of the network with what one can choose; `display` null = there is no group of codes or no round yet. */
export type NetworkPage = {
	readonly groups: readonly Code[];
	/** those that the display counts: the one that was asked for, or those the project chose */
	readonly shown: readonly Code[];
	/** whether one group was asked for by itself */
	readonly isOneAsked: boolean;
	/** all rounds, in order of time */
	readonly waves: readonly Wave[];
	readonly to: Wave | null;
	readonly display: NetworkDisplay | null;
	readonly smallCell: number;
	readonly allowsExport: boolean;
};

/** What professionals say about their collaboration, in the areas this person may see. */
export const viewNetworkDisplay = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<NetworkPage>> => {
	const parsed = parse(networkDisplayQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplays(context, context.db, projectId, 'display.read');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const { codebook } = frame;
	const waves = [...frame.waves].sort(byYear);
	const groups = networkGroups(codebook);
	const { groupId, toWaveId } = parsed.value;
	const shown =
		groupId === undefined
			? chosenNetworkGroups(codebook, project.networkGroupIds)
			: groups.filter(({ id }) => id === groupId);
	if (shown.length === 0 && groupId !== undefined) return fail('code-unknown', undefined, 'groupId');
	const to = toWaveId === undefined ? waves.at(-1) : waves.find(({ id }) => id === toWaveId);
	if (!to && toWaveId !== undefined) return fail('wave-unknown', undefined, 'toWaveId');
	const areas = smallestAreas(frame.areas.filter(({ id }) => can('display.read', id)));
	const page = {
		...{ groups, waves, smallCell: project.smallCell },
		...{ shown, isOneAsked: groupId !== undefined, to: to ?? null },
		allowsExport: areas.length > 0 && areas.every(({ id }) => can('export.display', id))
	};
	if (shown.length === 0 || !to || areas.length === 0) return ok({ ...page, display: null });
	const sources = await listInterviews(
		context.db,
		project.id,
		areas.map(({ id }) => id)
	);
	const codings = await listSayings(
		context.db,
		sources.map(({ id }) => id),
		shown.flatMap((group) => withDescendants(codebook, group.id).map(({ id }) => id))
	);
	const { includeEarlierWaves } = project;
	const scope = { groups: shown, codebook, areas, waves, toWaveId: to.id, includeEarlierWaves };
	const display = withoutSmallCells(networkDisplay({ ...scope, sources, codings }), project.smallCell, (areaId) =>
		can('source.list', areaId)
	);
	const rows = display.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => ({
			...cell,
			signs: withholdTitles(cell.signs, { readQuotes: false, listSources: can('source.list', cell.area.id) })
		}))
	}));
	return ok({ ...page, display: { ...display, rows } });
};

/** The same as the API answers it. */
export const readNetworkDisplay = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<NetworkDisplayAnswer>> => {
	const page = await viewNetworkDisplay(context, projectId, input);
	if (!page.ok) return page;
	const { shown, to, display } = page.value;
	const groups = shown.map(({ id, name }) => ({ id, name }));
	return ok({
		group: groups[0] ?? null,
		groups,
		to: to && { id: to.id, label: to.label, year: to.year },
		areas: (display?.areas ?? []).map(({ id, name }, at) => ({ id, name, interviews: display?.interviews[at] ?? 0 })),
		rows: (display?.rows ?? []).map(({ cells, ...row }) => ({
			...row,
			cells: cells.map(({ area, voices }) => ({ areaId: area.id, ...voices }))
		}))
	});
};

/** Takes the display of the network away; few interviews are not told apart (R12). */
export const exportNetworkDisplay = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportNetworkDisplayQuery, query);
	if (!parsed.ok) return parsed;
	const { format, confirmation, ...asked } = parsed.value;
	const page = await viewNetworkDisplay(context, projectId, asked);
	if (!page.ok) return page;
	const { display, shown, to, allowsExport, smallCell } = page.value;
	if (!allowsExport) return fail('not-allowed', { action: 'export.display' });
	if (!display || !to) return fail('network-empty');
	const { project } = permitted.value;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheck(context, projectId, { kind: 'network-display', ...asked }, given, locale);
	if (!check.ok) return check;
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const about = {
		...aboutOf(project, changedAt, check.value),
		selection: `${shown.map(({ name }) => name).join(', ')}, ${to.label}`
	};
	const table = networkTable(display, smallCell, about, locale);
	const bytes = format === 'csv' ? toCsv(table, locale) : await toXlsx([table], locale);
	await audit(context, context.db, project.id, 'export.network', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes });
};
