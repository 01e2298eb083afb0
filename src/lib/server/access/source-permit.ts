import { fail, ok, type Result } from '../../domain/problem.ts';
import { may, type Action, type Target } from '../../domain/project/membership.ts';
import { isReleased, type Source } from '../../domain/source/source.ts';
import { findSource, type FramedSource } from '../store/sources.ts';
import type { Context } from './context.ts';
import { isUuid, permit, type Permit } from './permit.ts';

/** A source as seen by someone who may do on it what was asked. */
export type SourcePermit = Permit & {
	readonly source: FramedSource;
	/** whether something else is allowed on this source too */
	readonly can: (action: Action) => boolean;
};

/** What decides about an action on a source. */
export const targetOf = (
	source: Pick<Source, 'status' | 'uploadedBy'> & { readonly areaPath: readonly string[] }
): Target => ({ areaPath: source.areaPath, uploadedBy: source.uploadedBy, isReleased: isReleased(source) });

/**
 * `permit` on one source. A source that the person cannot see at all does not exist for that person (404); one that is
 * in his or her list, without the right to this action, is not allowed (403).
 */
export const permitOnSource = async (
	context: Context,
	projectId: string,
	sourceId: string,
	action: Action
): Promise<Result<SourcePermit>> => {
	const permitted = await permit(context, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const source = isUuid(sourceId) ? await findSource(context.db, project.id, sourceId) : null;
	if (!source) return fail('source-unknown');
	const target = targetOf(source);
	const can = (other: Action) => may(access, other, target);
	if (can(action)) return ok({ ...permitted.value, source, can });
	return can('source.list') ? fail('not-allowed', { action }) : fail('source-unknown');
};
