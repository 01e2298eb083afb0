import type { QuotedPlacesAnswer } from '../../contract/report.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { reachesAll } from '../access/report-permit.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { listQuotedPlaces } from '../store/report-blocks.ts';
import { listReports } from '../store/reports.ts';

/** Where the reports that this person may read quote an interview: what would be missed if it went. */
export const listReportPlaces = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<QuotedPlacesAnswer>> => {
	const permitted = await permitDisplays(context, context.db, projectId, 'report.read');
	if (!permitted.ok) return permitted;
	const source = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!source.ok) return source;
	const { project } = permitted.value;
	const readable = new Set(
		(await listReports(context.db, project.id))
			.filter(({ areaIds }) => reachesAll(permitted.value, 'report.read', areaIds))
			.map(({ id }) => id)
	);
	const places = await listQuotedPlaces(context.db, project.id, sourceId);
	return ok({ items: places.filter(({ reportId }) => readable.has(reportId)) });
};
