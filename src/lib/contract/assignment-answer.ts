import { may, type Access, type Target } from '../domain/project/membership.ts';
import { mayTakeAway, stepOf, type Assignment, type TaskState } from '../domain/source/assignment.ts';
import type { PseudonymSettings } from '../domain/source/pseudonym.ts';
import type { AssignmentAnswer } from './assignment.ts';

type Listed = Assignment &
	TaskState & {
		readonly source: { readonly title: string; readonly uploadedBy: string };
		readonly personName: string;
		readonly giverName: string;
		readonly turns: number;
	};

/** An assignment as the API gives it; how far somebody read is for that person and for who gives out work. */
export const toAssignmentAnswer = (
	assignment: Listed,
	access: Access,
	target: Target,
	settings: PseudonymSettings
): AssignmentAnswer => {
	const { id, sourceId, source, task, userId, givenBy, givenAt, dueOn, turns, read } = assignment;
	const isMine = userId === access.userId;
	return {
		...{ id, sourceId, sourceTitle: source.title, task, dueOn, turns },
		person: { id: userId, name: assignment.personName },
		givenBy: { id: givenBy, name: assignment.giverName },
		givenAt: givenAt.toISOString(),
		isDone: stepOf(assignment, settings, source.uploadedBy === userId) === 'done',
		read: isMine || may(access, 'source.assign', target) ? read : null,
		mayRemove: mayTakeAway(access, assignment, target)
	};
};
