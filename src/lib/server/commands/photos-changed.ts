import type { Source } from '../../domain/source/source.ts';
import type { Context } from '../access/context.ts';

/** Tells who looks at an observation that its photos changed. */
export const photosChanged = (
	{ publish, actor }: Pick<Context, 'publish' | 'actor'>,
	projectId: string,
	source: Pick<Source, 'id' | 'version'>
): void =>
	publish({
		projectId,
		kind: 'source',
		change: 'changed',
		ids: [source.id],
		sourceId: source.id,
		version: source.version,
		actorId: actor.userId
	});
