import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Db } from '../store/database.ts';
import { findEdition, type ListedEdition } from '../store/factsheet-editions.ts';
import type { Context } from './context.ts';
import { permitDisplays, type DisplaysPermit } from './display-permit.ts';
import { isUuid } from './permit.ts';

/** An edition of a factsheet, for someone who may do on it what was asked. */
export type EditionPermit = DisplaysPermit & { readonly edition: ListedEdition };

/** `permit` on an edition. One about an area of which this person reads nothing does not exist for that person. */
export const permitEdition = async (
	context: Context,
	db: Db,
	projectId: string,
	editionId: string,
	action: 'publication.read' | 'publication.write'
): Promise<Result<EditionPermit>> => {
	const permitted = await permitDisplays(context, db, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, can } = permitted.value;
	const edition = isUuid(editionId) ? await findEdition(db, project.id, editionId) : null;
	if (!edition || !can('publication.read', edition.areaId)) return fail('edition-unknown');
	return can(action, edition.areaId) ? ok({ ...permitted.value, edition }) : fail('not-allowed', { action });
};
