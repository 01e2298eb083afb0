import type { AssignmentId, SourceId, UserId } from '../project/ids.ts';
import { may, type Access, type Target } from '../project/membership.ts';
import {
	needsSecondReader,
	stageOf,
	type CheckOutcome,
	type PseudonymSettings,
	type PseudonymStage
} from './pseudonym.ts';
import type { SourceStatus } from './source.ts';
import { stepIndex, steps } from './steps.ts';

/** What somebody is asked to do on a source: prepare it for coding, code it, or check its names as second reader. */
export const tasks = ['prepare', 'code', 'second-read'] as const;
export type Task = (typeof tasks)[number];

/** That somebody is to do a task on a source, or has taken it. */
export type Assignment = {
	readonly id: AssignmentId;
	readonly sourceId: SourceId;
	readonly userId: UserId;
	readonly task: Task;
	/** the person himself or herself: taken, not given */
	readonly givenBy: UserId;
	readonly givenAt: Date;
	/** ISO date; null = no day was agreed */
	readonly dueOn: string | null;
	/** when a coder said that it is done; null = not said */
	readonly doneAt: Date | null;
};

/**
 * Whether a person's roles fit a task on a source. Coding is given before the release too: the coder sees the interview
 * when it comes.
 */
export const fitsTask = (access: Access, task: Task, target: Target): boolean => {
	switch (task) {
		case 'prepare':
			return may(access, 'source.prepare', target) || may(access, 'source.pseudonymise', target);
		case 'code':
			return may(access, 'coding.apply', { ...target, isReleased: true });
		case 'second-read':
			return may(access, 'pseudonym.check', target);
		default:
			return task satisfies never;
	}
};

/** Whether somebody may take work away again: who gives out work on that source, or what one took oneself. */
export const mayTakeAway = (
	access: Access,
	{ userId, givenBy }: Pick<Assignment, 'userId' | 'givenBy'>,
	target: Target
): boolean => may(access, 'source.assign', target) || (userId === access.userId && givenBy === access.userId);

/** What decides how far a task is. */
export type TaskFacts = {
	readonly task: Task;
	readonly status: SourceStatus;
	readonly pseudonyms: PseudonymStage;
	/** a coder said so */
	readonly isSaidDone: boolean;
	/** turns this person read */
	readonly read: number;
	/** may check speakers and attributes too, not only names */
	readonly mayPrepare: boolean;
};

/** What a person does next for a task; `wait-…` = somebody else has to do something first. */
export type WorkStep =
	| 'speakers'
	| 'pseudonyms'
	| 'attributes'
	| 'begin-coding'
	| 'go-on-coding'
	| 'check'
	| 'wait-for-check'
	| 'wait-for-pseudonyms'
	| 'wait-for-release'
	| 'done';

/** The step that comes next for a task on a source as it is now. */
export const nextWork = (facts: TaskFacts): WorkStep => {
	switch (facts.task) {
		case 'prepare':
			return nextOfPreparing(facts);
		case 'code':
			if (facts.isSaidDone) return 'done';
			if (facts.status !== 'released') return 'wait-for-release';
			return facts.read === 0 ? 'begin-coding' : 'go-on-coding';
		case 'second-read':
			if (facts.pseudonyms === 'waiting') return 'check';
			return facts.pseudonyms === 'done' ? 'done' : 'wait-for-pseudonyms';
		default:
			return facts.task satisfies never;
	}
};

/** How far the pseudonyms of a source are, as it was stored. */
export type PseudonymFacts = { readonly doneVersion: number | null; readonly outcome: CheckOutcome | null };

/** Where the names of a source stand. */
const stageOfNames = (
	{ id, version }: { readonly id: string; readonly version: number },
	{ doneVersion, outcome }: PseudonymFacts,
	settings: PseudonymSettings
): PseudonymStage =>
	stageOf(
		{ done: doneVersion === null ? null : { version: doneVersion }, check: outcome && { outcome } },
		needsSecondReader(settings, id),
		version
	);

/** A task with what a list knows about its source. */
export type TaskState = {
	readonly task: Task;
	readonly source: { readonly id: string; readonly version: number; readonly status: SourceStatus };
	readonly pseudonyms: PseudonymFacts;
	readonly doneAt: Date | null;
	/** turns the person who has it read */
	readonly read: number;
};

/** The next step of a task, for the person who has it. */
export const stepOf = (
	{ task, source, pseudonyms, doneAt, read }: TaskState,
	settings: PseudonymSettings,
	mayPrepare: boolean
): WorkStep =>
	nextWork({
		...{ task, status: source.status, isSaidDone: doneAt !== null, read, mayPrepare },
		pseudonyms: stageOfNames(source, pseudonyms, settings)
	});

const nextOfPreparing = ({ status, pseudonyms, mayPrepare }: TaskFacts): WorkStep => {
	const at = steps[stepIndex(status)];
	if (at === 'handed-over' || at === 'released') return 'done';
	if (mayPrepare && at === 'speakers') return 'speakers';
	if (pseudonyms === 'waiting') return 'wait-for-check';
	if (pseudonyms !== 'done' && (at === 'pseudonymising' || !mayPrepare)) return 'pseudonyms';
	return mayPrepare ? 'attributes' : 'done';
};
