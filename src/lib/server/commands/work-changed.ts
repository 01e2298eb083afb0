import type { Context, ProjectEvent } from '../access/context.ts';

/** Tells other screens that work on some sources was given, taken back, done or opened again; each source by itself. */
export const workChanged = (
	{ publish, actor }: Pick<Context, 'publish' | 'actor'>,
	projectId: string,
	sourceIds: readonly string[],
	change: ProjectEvent['change']
): void => {
	for (const sourceId of new Set(sourceIds))
		publish({ projectId, kind: 'work', change, ids: [sourceId], sourceId, actorId: actor.userId });
};
