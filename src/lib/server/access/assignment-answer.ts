import type { AssignmentAnswer } from '../../contract/assignment.ts';
import type { Access } from '../../domain/project/membership.ts';
import { may } from '../../domain/project/membership.ts';
import { nextWork, type WorkStep } from '../../domain/source/assignment.ts';
import { needsSecondReader, stageOf, type PseudonymSettings } from '../../domain/source/pseudonym.ts';
import type { ListedAssignment } from '../store/assignments.ts';

/** The next step of a task, for the person who has it. */
export const stepOf = (
	{ task, source, pseudonyms, doneAt, read }: ListedAssignment,
	settings: PseudonymSettings,
	mayPrepare: boolean
): WorkStep =>
	nextWork({
		...{ task, status: source.status, isSaidDone: doneAt !== null, read, mayPrepare },
		pseudonyms: stageOfSource(source, pseudonyms, settings)
	});

/** Where the names of a source stand, from what a list holds about it. */
export const stageOfSource = (
	source: { readonly id: string; readonly version: number },
	{ doneVersion, outcome }: ListedAssignment['pseudonyms'],
	settings: PseudonymSettings
) =>
	stageOf(
		{ done: doneVersion === null ? null : { version: doneVersion }, check: outcome && { outcome } },
		needsSecondReader(settings, source.id),
		source.version
	);

/** An assignment as the API gives it; how far somebody read is for that person and for who gives out work. */
export const toAssignmentAnswer = (
	assignment: ListedAssignment,
	access: Access,
	settings: PseudonymSettings
): AssignmentAnswer => {
	const { id, source, task, userId, givenBy, givenAt, dueOn, turns, read } = assignment;
	const isMine = userId === access.userId;
	const assigns = may(access, 'source.assign');
	return {
		...{ id, sourceId: source.id, sourceTitle: source.title, task, dueOn, turns },
		person: { id: userId, name: assignment.personName },
		givenBy: { id: givenBy, name: assignment.giverName },
		givenAt: givenAt.toISOString(),
		isDone: stepOf(assignment, settings, source.uploadedBy === userId) === 'done',
		read: isMine || assigns ? read : null,
		mayRemove: assigns || (isMine && givenBy === userId)
	};
};
