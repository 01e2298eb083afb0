import { toOutlineAnswer, type AreaOutlineAnswer } from '../../contract/area-outline.ts';
import { outlineOf } from '../../domain/area/outline.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { readGeoJson } from '../../import/geojson.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import type { Context } from '../access/context.ts';
import { deleteOutline as remove, storeOutline as store } from '../store/area-outlines.ts';
import { listAreas } from '../store/areas.ts';
import { changeFrame } from './change-frame.ts';

/** Stores the outline of an area from a GeoJSON file: only its lines, as simple as a small map needs them. */
export const storeOutline = (
	context: Context,
	projectId: string,
	areaId: string,
	files: readonly UploadedFile[]
): Promise<Result<AreaOutlineAnswer>> =>
	changeFrame(context, projectId, { part: 'area', change: 'changed' }, async (trx, project) => {
		const areas = await listAreas(trx, project.id);
		const area = areas.find(({ id }) => id === areaId);
		if (!area) return fail('frame-part-unknown', { kind: 'area' });
		const file = oneFile(files, 'outline-missing');
		if (!file.ok) return file;
		const lines = readGeoJson(file.value.bytes, area.name);
		if (!lines.ok) return lines;
		const outline = outlineOf(lines.value);
		if (!outline.ok) return outline;
		await store(trx, areaId, outline.value, { by: context.actor.userId, at: context.now() });
		return ok({ ids: [areaId], answer: toOutlineAnswer(outline.value) });
	});

/** Takes the outline of an area away; the spots of observations stay. */
export const deleteOutline = (context: Context, projectId: string, areaId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'area', change: 'changed' }, async (trx, project) => {
		const areas = await listAreas(trx, project.id);
		if (!areas.some(({ id }) => id === areaId)) return fail('frame-part-unknown', { kind: 'area' });
		await remove(trx, areaId);
		return ok({ ids: [areaId], answer: null });
	});
