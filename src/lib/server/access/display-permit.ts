import { areaPath, type Area } from '../../domain/area/area.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { AreaId } from '../../domain/project/ids.ts';
import { may, type Action } from '../../domain/project/membership.ts';
import { loadCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import type { DisplayFrame } from '../store/display.ts';
import { loadFrame } from '../store/frame.ts';
import type { Context } from './context.ts';
import { permit, type Permit } from './permit.ts';

/** A project with its frame, for someone who may see joint displays of some of its areas. */
export type DisplaysPermit = Permit & {
	readonly frame: DisplayFrame;
	/** whether an action is allowed on the displays of an area; null = anywhere */
	readonly can: (action: Action, areaId: AreaId | null) => boolean;
};

/** `permit` for joint displays, wherever they are. */
export const permitDisplays = async (
	context: Context,
	db: Db,
	projectId: string,
	action: Action
): Promise<Result<DisplaysPermit>> => {
	const permitted = await permit({ ...context, db }, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const { areas, waves, pillars, indicators } = await loadFrame(db, project.id);
	const codebook = await loadCodebook(db, project.id);
	const reads = context.actor.token?.scope === 'read';
	const can = (other: Action, areaId: AreaId | null) =>
		!(reads && isChange(other)) &&
		may(
			access,
			other,
			areaId === null ? {} : { areaPath: areaPath(areas, areaId).map(({ id }) => id), isReleased: true }
		);
	return ok({ ...permitted.value, frame: { areas, waves, pillars, indicators, codebook }, can });
};

const changes: ReadonlySet<Action> = new Set([
	'display.decide',
	'work.settle',
	'explanation.write',
	'report.write',
	'publication.write'
]);

const isChange = (action: Action) => changes.has(action);

/** One joint display, for someone who may do on it what was asked. */
export type DisplayPermit = DisplaysPermit & { readonly pillar: Pillar; readonly area: Area };

/** `permit` on the joint display of a pillar in an area; what is not of this project does not exist. */
export const permitDisplay = async (
	context: Context,
	db: Db,
	projectId: string,
	action: Action,
	{ pillarId, areaId }: { readonly pillarId: string; readonly areaId: string }
): Promise<Result<DisplayPermit>> => {
	const permitted = await permitDisplays(context, db, projectId, action);
	if (!permitted.ok) return permitted;
	const { frame, can } = permitted.value;
	const pillar = frame.pillars.find(({ id }) => id === pillarId);
	const area = frame.areas.find(({ id }) => id === areaId);
	if (!pillar || !area) return fail('display-unknown');
	return can(action, area.id) ? ok({ ...permitted.value, pillar, area }) : fail('not-allowed', { action });
};
