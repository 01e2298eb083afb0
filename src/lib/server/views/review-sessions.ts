import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { exportReviewSessionQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import {
	listReviewSessionsQuery,
	type FigureRecognitionAnswer,
	type ReviewSessionAnswer,
	type ReviewSessionSheetAnswer
} from '../../contract/review-session.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { SessionAnswer } from '../../domain/integration/review-session.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Group } from '../../domain/source/source.ts';
import { agendaOf, type AgendaItem, type AgendaReaders } from '../../merge/agenda.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import type { JointDisplay } from '../../merge/joint-display.ts';
import { reviewSessionDocument } from '../../report/review-session-document.ts';
import { groupsTooFewToQuote } from '../../merge/small-cells.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { isUuid, permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { loadDisplays } from '../store/display.ts';
import { listExplanations, type StoredExplanation } from '../store/explanations.ts';
import {
	findReviewSession,
	listReviewSessions as readSessions,
	recognitionsOfSession,
	type ListedSession
} from '../store/review-sessions.ts';
import { areasOfReader } from './areas-of-reader.ts';
import { bytesOf } from './document-bytes.ts';
import { sayPassedCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** Sessions in the areas of this person, the last first, a page at a time. */
export const listReviewSessions = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ReviewSessionAnswer>>> => {
	const permitted = await permit(context, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listReviewSessionsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, areaId } = parsed.value;
	const after = fromCursor<readonly [heldOn: string, id: string]>(cursor, ['day', 'id']);
	if (!after.ok) return after;
	const areaIds = await areasOfReader(context.db, permitted.value, 'explanation.read');
	const asked = { areaId, areaIds, after: after.value, limit: limit + 1 };
	const rows = await readSessions(context.db, permitted.value.project.id, asked);
	return ok(toPage(rows, limit, ({ heldOn, id }) => [heldOn, id]));
};

/** The page of sessions, and what is needed to make one. */
export type ReviewSessionsPage = {
	readonly items: readonly ReviewSessionAnswer[];
	/** areas in which this person may make one, wijken first */
	readonly areas: readonly Area[];
	/** in order of time */
	readonly waves: readonly Wave[];
};

const mostListed = 500; // sessions; a project has some four a year

/** All sessions of somebody, and the areas in which he or she may make one. */
export const viewReviewSessions = async (context: Context, projectId: string): Promise<Result<ReviewSessionsPage>> => {
	const listed = await listReviewSessions(context, projectId, { limit: String(mostListed) });
	if (!listed.ok) return listed;
	const permitted = await permitDisplays(context, context.db, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const { frame, can } = permitted.value;
	return ok({
		items: listed.value.items,
		areas: frame.areas
			.filter(({ id }) => can('explanation.write', id))
			.toSorted((a, b) => Number(b.kind === 'district') - Number(a.kind === 'district')),
		waves: [...frame.waves].sort(byYear)
	});
};

/** A session as its page and its sheet show it. */
export type ReviewSessionSheet = {
	readonly session: ListedSession;
	readonly fromYear: number;
	readonly toYear: number;
	readonly agenda: readonly AgendaItem[];
	readonly recognitions: readonly SessionAnswer[];
	readonly explanations: readonly StoredExplanation[];
	/** all indicators of the project, for a figure that is not on the agenda */
	readonly indicators: readonly Indicator[];
	/** all rounds of the project */
	readonly waves: readonly Wave[];
	/** groups of which too few were spoken to, whose words are not laid on the table (R12) */
	readonly tooFewToQuote: readonly Group[];
	readonly mayWrite: boolean;
};

/** A session with the agenda that follows from the data of now, and what came of it. */
export const viewReviewSession = (
	context: Context,
	projectId: string,
	sessionId: string
): Promise<Result<ReviewSessionSheet>> => sessionSheet(context, projectId, sessionId, 'display');

const sessionSheet = async (
	context: Context,
	projectId: string,
	sessionId: string,
	readers: AgendaReaders
): Promise<Result<ReviewSessionSheet>> => {
	const permitted = await permitDisplays(context, context.db, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const { project, access, frame, can } = permitted.value;
	const session = isUuid(sessionId) ? await findReviewSession(context.db, project.id, sessionId) : null;
	if (!session || !can('explanation.read', session.areaId)) return fail('review-session-unknown');
	const displays = await displaysOf(context, permitted.value, session);
	if (!displays.ok) return displays;
	const agenda = agendaOf(displays.value, undefined, readers);
	const recognitions = await recognitionsOfSession(context.db, session.id);
	const onAgenda = new Set(agenda.flatMap(({ figures }) => figures.map(({ indicatorId }) => indicatorId)));
	const explanations = (await listExplanations(context.db, project.id, access, session.areaId)).filter(
		({ sessionId: id, indicatorId, fromWaveId, toWaveId }) =>
			id === session.id ||
			(onAgenda.has(indicatorId) && fromWaveId === session.fromWaveId && toWaveId === session.toWaveId)
	);
	const seesEvidence = may(access, 'source.list');
	const yearOf = (waveId: string) => frame.waves.find(({ id }) => id === waveId)?.year ?? 0;
	return ok({
		session,
		fromYear: yearOf(session.fromWaveId),
		toYear: yearOf(session.toWaveId),
		agenda,
		recognitions,
		explanations: seesEvidence
			? explanations
			: explanations.map((explanation) => ({ ...explanation, evidence: '', counterEvidence: '' })),
		indicators: frame.indicators,
		waves: frame.waves,
		tooFewToQuote: [
			...new Set(displays.value.flatMap(({ method, smallCell }) => groupsTooFewToQuote(method, smallCell)))
		],
		mayWrite: can('explanation.write', session.areaId)
	});
};

const displaysOf = async (
	{ db }: Context,
	{ project, frame }: DisplaysPermit,
	{ areaId, fromWaveId, toWaveId }: ListedSession
): Promise<Result<readonly JointDisplay[]>> => {
	const areas = frame.areas.filter(({ id }) => id === areaId);
	const displays: JointDisplay[] = [];
	for (const data of await loadDisplays(db, project, frame, areas, { fromWaveId, toWaveId })) {
		const candidates = comparisonAreas(frame.areas, areaId, null, project.comparisonAreaId);
		const built = buildJointDisplay({ ...data, comparisonAreas: candidates });
		if (!built.ok) return built;
		displays.push(built.value);
	}
	return ok(displays);
};

/** An answer without what its session says. */
const recognitionAnswer = ({ id, sessionId, indicatorId, ...said }: SessionAnswer): FigureRecognitionAnswer => {
	const { answer, saidBy, remark, createdBy, createdAt } = said;
	return { id, sessionId, indicatorId, answer, saidBy, remark, createdBy, createdAt };
};

/** The same as the API answers it. */
export const readReviewSession = async (
	context: Context,
	projectId: string,
	sessionId: string
): Promise<Result<ReviewSessionSheetAnswer>> => {
	const sheet = await viewReviewSession(context, projectId, sessionId);
	if (!sheet.ok) return sheet;
	const { session, agenda, recognitions, explanations } = sheet.value;
	return ok({
		...session,
		agenda: agenda.map(({ pillar, figures, ...item }) => ({
			...item,
			pillar: { id: pillar.id, name: pillar.name },
			figures: [...figures]
		})),
		recognitions: recognitions.map(recognitionAnswer),
		explanations: explanations.map((one) => ({ ...one, recognitions: [...one.recognitions] }))
	});
};

/** Takes the sheet of a session away, to print and fill in: the agenda with room for answers, and what is known. */
export const exportReviewSession = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportReviewSessionQuery, query);
	if (!parsed.ok) return parsed;
	const { format, sessionId, confirmation } = parsed.value;
	const sheet = await sessionSheet(context, projectId, sessionId, 'table');
	if (!sheet.ok) return sheet;
	const { project } = permitted.value;
	const now = context.now();
	const confirmed = { confirmationId: confirmation };
	const check = await sayPassedCheck(context, projectId, { kind: 'review-session', sessionId }, confirmed, locale);
	if (!check.ok) return check;
	const { areaId } = sheet.value.session;
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: [areaId], reportId: null });
	const about = aboutOf(project, changedAt, check.value);
	const document = reviewSessionDocument(sheet.value, about, locale);
	await audit(context, context.db, project.id, 'export.review-session', { kind: 'review-session', id: sessionId });
	return ok({
		name: exportName([document.title], now, format),
		type: mediaTypes[format],
		bytes: await bytesOf(context, document, format)
	});
};
