import type {
	ListedSourceItem,
	SourceChoices,
	SourceListScreen,
	SourcePreparation
} from '../../contract/source-preparation.ts';
import type { AssignmentAnswer } from '../../contract/assignment.ts';
import type { WorkPersonAnswer } from '../../contract/work.ts';
import { parse } from '../../contract/parse.ts';
import { toPhotoAnswer } from '../../contract/photo-answer.ts';
import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import { listSourcesQuery } from '../../contract/source.ts';
import { areaKinds, areaPath } from '../../domain/area/area.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may, type Access, type Action } from '../../domain/project/membership.ts';
import { fitsTask, tasks } from '../../domain/source/assignment.ts';
import { isSettled } from '../../domain/source/status.ts';
import { lacksOf } from '../../domain/source/photo.ts';
import { lacksParent, participantsOf, participationOf } from '../../privacy/consent-check.ts';
import { toAssignmentAnswer } from '../../contract/assignment-answer.ts';
import type { Context } from '../access/context.ts';
import { countOpenNames } from '../access/open-names.ts';
import { permit, type Permit } from '../access/permit.ts';
import { permitOnSource, targetOf } from '../access/source-permit.ts';
import { findOutline } from '../store/area-outlines.ts';
import { listAreas } from '../store/areas.ts';
import { listAssignments, type ListedAssignment } from '../store/assignments.ts';
import { listCasesOfSource } from '../store/cases.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import { listMemberships } from '../store/memberships.ts';
import { listPhotos } from '../store/photos.ts';
import { countReportQuotes } from '../store/report-blocks.ts';
import { findPseudonymSettings, pseudonymStage } from '../store/pseudonym-work.ts';
import { listSources, type ListedSource } from '../store/source-list.ts';
import { findFile } from '../store/read-as.ts';
import { findIntake } from '../store/source-intake.ts';
import { findUpload } from '../store/source-uploads.ts';
import { findText } from '../store/sources.ts';
import { listStudies } from '../store/studies.ts';
import { loadCut } from '../store/turns.ts';
import { listWaves } from '../store/waves.ts';
import { listWorkPeople } from '../store/work.ts';

const rowsAtOnce = 500; // so that the embedded database is never busy for long

/** All sources this person may see, narrowed by a filter, with what he or she may do. */
export const viewSourceList = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<SourceListScreen>> => {
	const permitted = await permit(context, projectId, 'source.list');
	if (!permitted.ok) return permitted;
	const parsed = parse(listSourcesQuery, query);
	if (!parsed.ok) return parsed;
	const { project, access } = permitted.value;
	const rows: ListedSource[] = [];
	for (let last: ListedSource | undefined; ; last = rows.at(-1)) {
		const page = await listSources(context.db, project.id, access, parsed.value, last ? [last.id] : null, rowsAtOnce);
		rows.push(...page);
		if (page.length < rowsAtOnce) break;
	}
	const work = Map.groupBy(await allAssignments(context, permitted.value), ({ sourceId }) => sourceId);
	const quotes = await countReportQuotes(context.db, project.id);
	return ok({
		items: rows.map((row) => ({
			...listed(row, access, canWrite(context), work.get(row.id) ?? []),
			reportQuotes: quotes.get(row.id) ?? 0
		})),
		choices: await choicesFor(context, permitted.value, null),
		mayUpload: canWrite(context) && may(access, 'source.upload'),
		me: access.userId,
		people: canWrite(context) && may(access, 'source.assign') ? await peopleFor(context, permitted.value) : null
	});
};

/** Who does what on all sources this person may see. */
const allAssignments = async ({ db }: Context, { project, access }: Permit): Promise<readonly AssignmentAnswer[]> => {
	const rows: ListedAssignment[] = [];
	for (let last: ListedAssignment | undefined; ; last = rows.at(-1)) {
		const page = await listAssignments(db, project.id, access, {}, last?.id ?? null, rowsAtOnce);
		rows.push(...page);
		if (page.length < rowsAtOnce) break;
	}
	const settings = await findPseudonymSettings(db, project.id);
	return rows.map((row) => toAssignmentAnswer(row, access, targetOf(row.source), settings));
};

/** Members with the tasks that fit their roles somewhere in the project. */
const peopleFor = async ({ db }: Context, { project }: Permit): Promise<readonly WorkPersonAnswer[]> => {
	const memberships = Map.groupBy(await listMemberships(db, project.id), ({ userId }) => userId);
	return (await listWorkPeople(db, project.id))
		.map(({ id, name }) => {
			const access = { userId: id, memberships: memberships.get(id) ?? [] };
			return { id, name, tasks: tasks.filter((task) => fitsTask(access, task, {})) };
		})
		.filter(({ tasks }) => tasks.length > 0);
};

/** Where a new source can be put by this person. */
export const viewUploadChoices = async (context: Context, projectId: string): Promise<Result<SourceChoices>> => {
	const permitted = await permit(context, projectId, 'source.upload');
	return permitted.ok ? ok(await choicesFor(context, permitted.value, 'source.upload')) : permitted;
};

/** One source as it is checked before it is coded. */
export const viewSourcePreparation = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourcePreparation>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.list');
	if (!permitted.ok) return permitted;
	const { project, source, can } = permitted.value;
	const participants = participantsOf(await listCasesOfSource(context.db, project.id, source.id), source.id);
	const participation = participationOf(participants);
	const intake = await findIntake(context.db, source.id);
	const mayRead = can('source.read-text');
	const stored = mayRead ? await findText(context.db, source.id, source.version) : null;
	const cut = stored && toCutAnswer(await loadCut(context.db, source.id, source.version));
	const photos = await listPhotos(context.db, source.id);
	const mayRelease = canWrite(context) && can('source.release');
	const pseudonyms = await pseudonymStage(context.db, project.id, source);
	const codings = await countCodingsOfSource(context.db, source.id);
	const file = await findFile(context.db, source.id, source.version);
	const mayPrepare = canWrite(context) && can('source.prepare');
	const isFromFile = source.version === 1 || file.readAs !== null;
	const mayReread =
		mayPrepare &&
		!isSettled(source.status) &&
		codings === 0 &&
		isFromFile &&
		(await findUpload(context.db, source.id))?.state === 'kept';
	return ok({
		source: toSourceAnswer(source),
		...{ file, mayReread, mayPrepare, codings },
		photos: mayRead ? photos.map(toPhotoAnswer) : null,
		photoLack: lacksOf(photos),
		outline: source.kind === 'observation' ? ((await findOutline(context.db, source.areaId)) ?? []) : [],
		text: stored && cut && { text: stored.text, ...cut },
		choices: await choicesFor(context, permitted.value, can('source.prepare') ? 'source.prepare' : null),
		consent: { labels: [], ...participation },
		asksForConsent: project.asksForConsent,
		intake: mayRead ? intake : { ...intake, note: '' },
		lacksParent: lacksParent(intake.isMinor, participants),
		mayRelease,
		mayPseudonymise: canWrite(context) && can('source.pseudonymise'),
		pseudonyms,
		openNames: mayRelease && pseudonyms === 'busy' ? await countOpenNames(context, context.db, project, source) : 0,
		mayCode: can('coding.read') && mayRead
	});
};

const canWrite = ({ actor }: Context) => actor.token?.scope !== 'read';

/** The areas in which an action is allowed (null: all), with all waves and studies. */
const choicesFor = async (
	{ db }: Context,
	{ project, access }: Permit,
	action: Action | null
): Promise<SourceChoices> => {
	const areas = await listAreas(db, project.id);
	const isOpen = (areaId: string) =>
		action === null || may(access, action, { areaPath: areaPath(areas, areaId).map(({ id }) => id) });
	return {
		// Interviews are about a wijk as a rule: those come first.
		areas: areas
			.filter(({ id }) => isOpen(id))
			.toSorted((a, b) => areaKinds.indexOf(a.kind) - areaKinds.indexOf(b.kind)),
		waves: await listWaves(db, project.id),
		studies: await listStudies(db, project.id),
		mayEditFrame: may(access, 'frame.edit')
	};
};

const listed = (
	source: ListedSource,
	access: Access,
	isWriter: boolean,
	assignments: readonly AssignmentAnswer[]
): Omit<ListedSourceItem, 'reportQuotes'> => {
	const target = targetOf(source);
	return {
		...toSourceAnswer(source),
		turns: source.turns,
		codings: source.codings,
		mayPrepare: isWriter && may(access, 'source.prepare', target),
		mayPseudonymise: isWriter && may(access, 'source.pseudonymise', target),
		mayRelease: isWriter && may(access, 'source.release', target),
		mayCode: may(access, 'coding.read', target) && may(access, 'source.read-text', target),
		assignments
	};
};
