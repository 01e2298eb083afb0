import { toOutlineAnswer, type AreaOutlineAnswer } from '../../contract/area-outline.ts';
import type { Area } from '../../domain/area/area.ts';
import type { OutlineLines } from '../../domain/area/outline.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { findOutline, listOutlines } from '../store/area-outlines.ts';
import { listAreas } from '../store/areas.ts';

/** The outline of an area, empty when it has none. */
export const readOutline = async (
	context: Context,
	projectId: string,
	areaId: string
): Promise<Result<AreaOutlineAnswer>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const areas = await listAreas(context.db, permitted.value.project.id);
	if (!areas.some(({ id }) => id === areaId)) return fail('frame-part-unknown', { kind: 'area' });
	return ok(toOutlineAnswer((await findOutline(context.db, areaId)) ?? []));
};

/** The areas of a project with their outlines, as a screen. */
export type OutlinesScreen = {
	readonly areas: readonly (Pick<Area, 'id' | 'name' | 'kind'> & { readonly lines: OutlineLines })[];
	readonly mayEdit: boolean;
};

/** All areas with their outlines, and whether this person may change them. */
export const viewOutlines = async (context: Context, projectId: string): Promise<Result<OutlinesScreen>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const outlines = await listOutlines(context.db, project.id);
	const areas = await listAreas(context.db, project.id);
	return ok({
		areas: areas.map(({ id, name, kind }) => ({ id, name, kind, lines: outlines.get(id) ?? [] })),
		mayEdit: may(access, 'frame.edit') && context.actor.token?.scope !== 'read'
	});
};
