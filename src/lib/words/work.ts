import type { Task, WorkStep } from '../domain/source/assignment.ts';
import { m } from '../paraglide/messages.js';

/** A task as a word in a sentence: "coderen". */
export const taskLabel = (task: Task): string =>
	({ prepare: m.work_task_prepare, code: m.work_task_code, 'second-read': m.work_task_second_read })[task]();

/** A task as a choice: "Klaarmaken voor coderen". */
export const taskChoice = (task: Task): string =>
	({ prepare: m.work_task_prepare_long, code: m.work_task_code_long, 'second-read': m.work_task_second_read_long })[
		task
	]();

/** What somebody does next. */
export const workStepLabel = (step: WorkStep): string =>
	({
		speakers: m.work_step_speakers,
		pseudonyms: m.work_step_pseudonyms,
		attributes: m.work_step_attributes,
		'begin-coding': m.work_step_begin_coding,
		'go-on-coding': m.work_step_go_on_coding,
		check: m.work_step_check,
		'wait-for-check': m.work_step_wait_for_check,
		'wait-for-pseudonyms': m.work_step_wait_for_pseudonyms,
		'wait-for-release': m.work_step_wait_for_release,
		done: m.work_step_done
	})[step]();
