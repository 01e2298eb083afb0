import type { Task, WorkStep } from '../domain/source/assignment.ts';
import type { Group, SourceStatus } from '../domain/source/source.ts';
import type { CodeChangeAnswer } from './code-change.ts';
import type { SilenceTaskAnswer } from './silence-task.ts';
import type { MemoAnswer } from './memo.ts';

/** Something to do on a source, with how far it is. */
export type WorkItem = {
	/** null = nobody gave it out: it is this person's own upload, or free to take */
	readonly assignmentId: string | null;
	readonly task: Task;
	readonly source: {
		readonly id: string;
		readonly title: string;
		readonly status: SourceStatus;
		/** null: an observation */
		readonly group: Group | null;
		readonly areaName: string;
		readonly waveYear: number;
	};
	/** null = this person took it, or it is free */
	readonly givenByName: string | null;
	readonly dueOn: string | null;
	readonly turns: number;
	readonly read: number;
	/** where this person was; null = not begun */
	readonly lastTurn: number | null;
	readonly step: WorkStep;
	readonly mayReturn: boolean;
};

/** The page of one's own work. */
export type MyWork = {
	readonly items: readonly WorkItem[];
	/** interviews given to this person that are not released yet, so that he or she does not see them */
	readonly unseen: number;
	readonly free: readonly WorkItem[];
	readonly last: { readonly sourceId: string; readonly title: string; readonly turn: number } | null;
	/** about figures without voices and themes without figures */
	readonly silences: readonly SilenceTaskAnswer[];
	/** null = this person does not read memos */
	readonly questions: readonly MemoAnswer[] | null;
	/** what changed in the codebook; null = this person does not read it */
	readonly codebook: {
		readonly since: string | null;
		readonly changes: readonly CodeChangeAnswer[];
		readonly versions: readonly { readonly id: string; readonly name: string; readonly madeAt: string }[];
	} | null;
	readonly mayTake: boolean;
};

/** Somebody who can be given work, with the tasks that fit his or her roles somewhere. */
export type WorkPersonAnswer = { readonly id: string; readonly name: string; readonly tasks: readonly Task[] };
