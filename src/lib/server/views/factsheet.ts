import type { EditionAnswer } from '../../contract/edition.ts';
import { toEditionAnswer } from '../../contract/edition-answer.ts';
import { exportFactsheetQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, wavePair, type Wave } from '../../domain/area/wave.ts';
import { fail, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { ReportDocument } from '../../report/document.ts';
import { factsheetOf } from '../../report/factsheet.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { loadFactsheet } from '../access/factsheet-data.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { listEditionsAbout } from '../store/factsheet-editions.ts';
import { bytesOf } from './document-bytes.ts';
import { isEditionOutdated } from './edition-outdated.ts';
import { sayPassedCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

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
	/** what stands in the way of publishing it; none = it can be published */
	readonly unsettled: readonly Problem[];
	readonly mayPublish: boolean;
	/** the newest edition that readers see, and whether it would say something else now; null = there is none */
	readonly published: { readonly edition: EditionAnswer; readonly isOutdated: boolean | null } | null;
};

/** The factsheet of an area, as it would be taken away now. */
export const viewFactsheet = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale,
	check: string | null = null
): Promise<Result<FactsheetPage>> => {
	const parsed = parse(exportFactsheetQuery.omit({ format: true, confirmation: true }), query);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const area = frame.areas.find(({ id }) => id === parsed.value.areaId);
	if (!area) return fail('display-unknown');
	if (!can('export.display', area.id)) return fail('not-allowed', { action: 'export.display' });
	const pair = wavePair(frame.waves, parsed.value);
	if (!pair.ok) return pair;
	const loaded = await loadFactsheet(context.db, permitted.value, area, pair.value);
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: [area.id] });
	const made = factsheetOf(loaded, aboutOf(project, changedAt, check), locale);
	if (!made.ok) return made;
	const mayPublish = can('publication.write', area.id);
	const [newest] = mayPublish
		? await listEditionsAbout(context.db, project.id, { areaId: area.id, ...pair.value })
		: [];
	return ok({
		...made.value,
		area,
		mayPublish,
		published:
			newest && newest.withdrawal === null
				? {
						edition: toEditionAnswer(newest),
						isOutdated: await isEditionOutdated(context, permitted.value, newest, loaded)
					}
				: null,
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
	const { format, confirmation, ...asked } = parsed.value;
	const confirmed = { confirmationId: confirmation };
	const check = await sayPassedCheck(context, projectId, { kind: 'factsheet', ...asked }, confirmed, locale);
	if (!check.ok) return check;
	const page = await viewFactsheet(context, projectId, asked, locale, check.value);
	if (!page.ok) return page;
	const { document, area, from, to } = page.value;
	await audit(context, context.db, projectId, 'export.factsheet', { kind: 'area', id: area.id });
	const name = exportName([document.title, `${from.year}-${to.year}`], context.now(), format);
	return ok({ name, type: mediaTypes[format], bytes: await bytesOf(context, document, format) });
};
