import { parse } from '../../contract/parse.ts';
import { toSourceAnswer } from '../../contract/source-answer.ts';
import { deleteSourceQuery, type SourceAnswer } from '../../contract/source.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { permitOnSource, targetOf } from '../access/source-permit.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import { brokenConstraint } from '../store/constraint.ts';
import { deletePhotosOf } from '../store/photos.ts';
import { countReportQuotes } from '../store/report-blocks.ts';
import { findDeletedSource, softDeleteSource, undeleteSource } from '../store/deleted-sources.ts';
import { findSource, lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { destroyOriginalOf } from './keep-original.ts';

/**
 * Takes a source away with everything on it, so that it can come back. With codings only when that is said. Its photos
 * go for good: a picture of a place is not kept for an undo.
 */
export const deleteSource = async (
	context: Context,
	projectId: string,
	sourceId: string,
	query: unknown = {}
): Promise<Result<null>> => {
	const parsed = parse(deleteSourceQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.release');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const deleted = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		if (!(await lockSource(trx, source.id))) return fail('source-unknown');
		const codings = await countCodingsOfSource(trx, source.id);
		if (codings > 0 && parsed.value.codings !== 'delete') {
			const quotes = (await countReportQuotes(trx, projectId)).get(source.id) ?? 0;
			return fail('source-in-use', { codings, quotes });
		}
		await deletePhotosOf(trx, source.id);
		await softDeleteSource(trx, source.id, context.now());
		await destroyOriginalOf(context, trx, { projectId, sourceId: source.id }, 'deletion');
		await audit(context, trx, projectId, 'source.delete', { kind: 'source', id: source.id });
		return ok(null);
	});
	if (deleted.ok) context.publish(event(context, projectId, source, 'removed'));
	return deleted;
};

/** Brings a source back that was taken away, with everything on it. */
export const restoreSource = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceAnswer>> => {
	const permitted = await permit(context, projectId, 'source.release');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const deleted = isUuid(sourceId) ? await findDeletedSource(context.db, project.id, sourceId) : null;
	if (!deleted || !may(access, 'source.release', targetOf(deleted))) return fail('source-unknown');
	try {
		await inTransaction(context.db, async (trx) => {
			await undeleteSource(trx, deleted.id);
			await audit(context, trx, projectId, 'source.restore', { kind: 'source', id: deleted.id });
		});
	} catch (error) {
		if (brokenConstraint(error) === 'sources_unique') return fail('source-title-taken', { title: deleted.title });
		throw error;
	}
	context.publish(event(context, project.id, deleted, 'added'));
	const source = await findSource(context.db, project.id, deleted.id);
	return source ? ok(toSourceAnswer(source)) : fail('source-unknown');
};

const event = (
	{ actor }: Context,
	projectId: string,
	source: { id: string; version: number },
	change: ProjectEvent['change']
): ProjectEvent => ({
	projectId,
	kind: 'source',
	change,
	ids: [source.id],
	sourceId: source.id,
	version: source.version,
	actorId: actor.userId
});
