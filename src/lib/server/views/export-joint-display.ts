import { exportJointDisplayQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { shortNameOf } from '../../domain/indicator/pillar.ts';
import type { JointDisplay } from '../../merge/joint-display.ts';
import { codingsOf, type CodingsOf } from '../../merge/voice-codings.ts';
import { jointDisplayDocument } from '../../report/joint-display-document.ts';
import { jointDisplaySheets } from '../../report/joint-display-sheets.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { listSayings } from '../store/display-data.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { bytesOf } from './document-bytes.ts';
import { sayPassedCheck } from './export-check.ts';
import { viewJointDisplay } from './joint-display.ts';
import { withoutFunctions } from './withhold.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** The codings behind the voices of a display. */
const codingsBehind = async ({ db }: Context, projectId: string, display: JointDisplay): Promise<CodingsOf> => {
	const sourceIds = new Set(display.rows.flatMap(({ voices }) => voices.signs).map(({ sourceId }) => sourceId));
	const codebook = await loadCodebook(db, projectId);
	const codeIds = codebook.codes.map(({ id }) => id);
	return codingsOf(await listSayings(db, [...sourceIds], codeIds), codebook, display);
};

/** Takes the joint display of a pillar in an area away, as a report or as sheets. */
export const exportJointDisplay = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportJointDisplayQuery, query);
	if (!parsed.ok) return parsed;
	const { format, confirmation, ...asked } = parsed.value;
	const { comparison: _, ...file } = asked;
	const confirmed = { confirmationId: confirmation };
	const check = await sayPassedCheck(context, projectId, { kind: 'joint-display', ...file }, confirmed, locale);
	if (!check.ok) return check;
	const page = await viewJointDisplay(context, projectId, asked);
	if (!page.ok) return page;
	const { allows, observations } = page.value;
	const display = withoutFunctions(page.value.display);
	if (!allows.export) return fail('not-allowed', { action: 'export.display' });

	const { project } = permitted.value;
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: [display.area.id], reportId: null });
	const about = {
		...aboutOf(project, changedAt, check.value),
		selection: `${shortNameOf(display.pillar)}, ${display.area.name}, ${display.from.year} → ${display.to.year}`
	};
	const bytes =
		format === 'xlsx'
			? await toXlsx(
					jointDisplaySheets(display, observations, await codingsBehind(context, project.id, display), about, locale),
					locale
				)
			: await bytesOf(context, jointDisplayDocument(display, observations, about, locale), format);
	await audit(context, context.db, project.id, 'export.display', { kind: 'area', id: display.area.id });
	const name = [shortNameOf(display.pillar), display.area.name, `${display.from.year}-${display.to.year}`];
	return ok({ name: exportName(name, now, format), type: mediaTypes[format], bytes });
};
