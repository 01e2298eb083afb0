import { toMemoAnswer } from '../../contract/memo-answer.ts';
import type { MemoAnswer } from '../../contract/memo.ts';
import type { MyWork, WorkItem } from '../../contract/work.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { mayTakeAway, stepOf, type Task } from '../../domain/source/assignment.ts';
import { needsSecondReader, type PseudonymSettings } from '../../domain/source/pseudonym.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import type { Context } from '../access/context.ts';
import { mentionedFor } from '../access/memo-permit.ts';
import { permit, type Permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { listAssignmentsOf, type ListedAssignment } from '../store/assignments.ts';
import { listMemos } from '../store/memos.ts';
import { findPseudonymSettings } from '../store/pseudonym-work.ts';
import { findLastPlace } from '../store/readings.ts';
import { listSources, type ListedSource } from '../store/source-list.ts';
import {
	findSeenUntil,
	listFreeToCheck,
	listFreeToCode,
	listOwnToPrepare,
	listSourcesOf,
	type WorkSource
} from '../store/work.ts';
import { listChanges } from './code-changes.ts';
import { ownSilenceTasks } from './silence-tasks.ts';
import { listVersions } from './codebook-versions.ts';

const mostQuestions = 20;
const mostChanges = 30; // what more there is stands on the page of the codebook

/** What a person has to do, may take, is asked, and missed in the codebook. */
export const viewMyWork = async (context: Context, projectId: string): Promise<Result<MyWork>> => {
	const permitted = await permit(context, projectId, 'work.read');
	if (!permitted.ok) return permitted;
	const { db, actor } = context;
	const { project, access } = permitted.value;
	const settings = await findPseudonymSettings(db, project.id);
	const assignments = await listAssignmentsOf(db, project.id, actor.userId);
	const framed = await framedById(permitted.value, db, assignments);
	const given = assignments.flatMap((assignment) => {
		const source = framed.get(assignment.sourceId);
		return source ? [assignedItem(permitted.value, assignment, source, settings)] : [];
	});
	const own = await listOwnToPrepare(db, project.id, access);
	const last = await findLastPlace(db, project.id, access);
	return ok({
		items: [...given, ...own.map((source) => freeItem('prepare', source, settings))],
		unseen: assignments.length - given.length,
		free: await freeWork(permitted.value, db, settings),
		last: last && { sourceId: last.sourceId, title: last.title, turn: last.turn },
		silences: await silencesOf(context, project.id),
		questions: may(access, 'memo.read') ? await questionsFor(permitted.value, context) : null,
		codebook: may(access, 'codebook.read') ? await codebookNews(context, project.id) : null,
		mayTake: actor.token?.scope !== 'read'
	});
};

/** What this person was asked to do about silences. */
const silencesOf = async (context: Context, projectId: string): Promise<MyWork['silences']> => {
	const tasks = await ownSilenceTasks(context, projectId);
	return tasks.ok ? tasks.value : [];
};

/** The sources of assignments, as far as this person may see them. */
const framedById = async (
	{ project, access }: Permit,
	db: Context['db'],
	assignments: readonly ListedAssignment[]
): Promise<ReadonlyMap<string, ListedSource>> => {
	const ids = new Set(assignments.map(({ sourceId }) => sourceId));
	if (ids.size === 0) return new Map();
	const rows = await listSources(db, project.id, access, { ids: [...ids] }, null, ids.size);
	return new Map(rows.map((row) => [row.id, row]));
};

const assignedItem = (
	{ access }: Permit,
	assignment: ListedAssignment,
	source: ListedSource,
	settings: PseudonymSettings
): WorkItem => {
	const { id, task, givenBy, giverName, dueOn, turns, read, lastTurn } = assignment;
	const isTaken = givenBy === access.userId;
	return {
		...{ assignmentId: id, task, source: shownSource(source), dueOn, turns, read, lastTurn },
		givenByName: isTaken ? null : giverName,
		step: stepOf(assignment, settings, may(access, 'source.prepare', targetOf(source))),
		mayReturn: mayTakeAway(access, assignment, targetOf(source))
	};
};

const freeItem = (task: Task, source: WorkSource, settings: PseudonymSettings): WorkItem => ({
	...{ assignmentId: null, task, source: shownSource(source), turns: source.turns },
	...{ givenByName: null, dueOn: null, read: 0, lastTurn: null, mayReturn: false },
	step: stepOf({ task, source, pseudonyms: source.pseudonyms, doneAt: null, read: 0 }, settings, true)
});

const shownSource = ({ id, title, status, group, areaName, waveYear }: WorkSource | ListedSource) => ({
	...{ id, title, status, group, areaName, waveYear }
});

/** What nobody has yet and this person may do. */
const freeWork = async (
	{ project, access }: Permit,
	db: Context['db'],
	settings: PseudonymSettings
): Promise<readonly WorkItem[]> => {
	const toCheck = may(access, 'pseudonym.check') ? await listFreeToCheck(db, project.id, access) : [];
	const toCode = may(access, 'coding.apply') ? await listFreeToCode(db, project.id, access) : [];
	return [
		...toCheck
			.filter(({ id }) => needsSecondReader(settings, id))
			.map((source) => freeItem('second-read', source, settings)),
		...toCode.map((source) => freeItem('code', source, settings))
	];
};

/** Open questions of colleagues about what this person works on. */
const questionsFor = async (permitted: Permit, { db }: Context): Promise<readonly MemoAnswer[]> => {
	const { project, access } = permitted;
	const sourceIds = await listSourcesOf(db, project.id, access.userId);
	const filter = { kind: 'question', settled: false, sourceIds, notBy: access.userId } as const;
	const memos = await listMemos(db, project.id, access, filter, null, mostQuestions);
	const references = memos.flatMap(({ body }) => richTextReferences(body));
	const mentioned = await mentionedFor(permitted, db, references);
	return memos.map((memo) => toMemoAnswer(memo, access, mentioned));
};

/** What colleagues changed in the codebook since this person said to have seen it. */
const codebookNews = async (context: Context, projectId: string): Promise<MyWork['codebook']> => {
	const since = await findSeenUntil(context.db, projectId, context.actor.userId);
	const isNew = (at: string) => since === null || at > since.toISOString();
	const changes = await listChanges(context, projectId, { limit: mostChanges });
	const versions = await listVersions(context, projectId, { limit: mostChanges });
	return {
		since: since && since.toISOString(),
		changes: changes.ok
			? changes.value.items.filter(({ madeAt, isMine, undoneAt }) => !isMine && undoneAt === null && isNew(madeAt))
			: [],
		versions: versions.ok
			? versions.value.items
					.filter(({ madeAt, madeBy }) => isNew(madeAt) && madeBy.id !== context.actor.userId)
					.map(({ id, name, madeAt }) => ({ id, name, madeAt }))
			: []
	};
};
