import type { WorkItem } from '#lib/contract/work.ts';

/** Where the next step of a task is done. */
export const stepHref = (projectId: string, { source, step, lastTurn }: WorkItem): string => {
	const base = `/projects/${projectId}/sources/${source.id}`;
	switch (step) {
		case 'pseudonyms':
		case 'check':
			return `${base}/pseudonyms`;
		case 'attributes':
			return `${base}/attributes`;
		case 'begin-coding':
			return base;
		case 'go-on-coding':
			return lastTurn === null ? base : `${base}?turn=${lastTurn}`;
		case 'done':
			return source.status === 'released' ? base : `${base}/speakers`;
		case 'speakers':
		case 'wait-for-check':
		case 'wait-for-pseudonyms':
		case 'wait-for-release':
			return `${base}/speakers`;
		default:
			return step satisfies never;
	}
};

/** Whether somebody can do something for it now. */
export const isToDo = ({ step }: Pick<WorkItem, 'step'>): boolean => step !== 'done' && !step.startsWith('wait-');

/** What has a day comes first, the earliest on top; then by title. */
export const inOrder = (items: readonly WorkItem[]): readonly WorkItem[] =>
	items.toSorted(
		(a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.source.title.localeCompare(b.source.title, 'nl')
	);
