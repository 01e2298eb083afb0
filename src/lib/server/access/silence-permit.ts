import { areaPath } from '../../domain/area/area.ts';
import {
	silenceTaskRights,
	type NamedSilenceTask,
	type SilenceTaskRights
} from '../../domain/integration/silence-task.ts';
import type { AreaId, UserId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import type { Db } from '../store/database.ts';
import { loadDisplays, type DisplayData } from '../store/display.ts';
import { listMemberships } from '../store/memberships.ts';
import { listWorkPeople } from '../store/work.ts';
import type { DisplaysPermit } from './display-permit.ts';

/** Whether somebody sees a task: it is his or her own, or stands beside a display that he or she may see. */
export const seesTask = ({ access, can }: DisplaysPermit, task: Pick<NamedSilenceTask, 'userId' | 'areaId'>): boolean =>
	task.userId === access.userId || can('display.read', task.areaId);

/** Who can be asked to do something about a silence in an area: whoever has work of his or her own there. */
export const peopleForTasks = async (
	db: Db,
	{ project, frame }: DisplaysPermit,
	areaId: AreaId
): Promise<readonly { readonly id: UserId; readonly name: string }[]> => {
	const path = areaPath(frame.areas, areaId).map(({ id }) => id);
	const memberships = Map.groupBy(await listMemberships(db, project.id), ({ userId }) => userId);
	const hasWork = (userId: UserId) =>
		may({ userId, memberships: memberships.get(userId) ?? [] }, 'work.read', { areaPath: path });
	return (await listWorkPeople(db, project.id)).filter(({ id }) => hasWork(id));
};

/** What somebody may do with a task. */
export const rightsOnTask = (
	{ access, can }: DisplaysPermit,
	{ userId, areaId }: Pick<NamedSilenceTask, 'userId' | 'areaId'>
): SilenceTaskRights =>
	silenceTaskRights(userId === access.userId, {
		settleWork: can('work.settle', null),
		decideDisplays: can('display.decide', areaId),
		listSources: can('source.list', areaId)
	});

/** The displays that tasks are about, each once. */
export const loadTaskDisplays = async (
	db: Db,
	{ project, frame }: DisplaysPermit,
	tasks: readonly NamedSilenceTask[]
): Promise<readonly DisplayData[]> => {
	const displays: DisplayData[] = [];
	const pairs = Map.groupBy(tasks, ({ fromWaveId, toWaveId }) => `${fromWaveId} ${toWaveId}`);
	for (const own of pairs.values()) {
		const [first] = own;
		if (!first) continue;
		const areas = frame.areas.filter(({ id }) => own.some(({ areaId }) => areaId === id));
		const asked = new Set(own.map(({ pillarId, areaId }) => `${pillarId} ${areaId}`));
		const loaded = await loadDisplays(db, project, frame, areas, first);
		displays.push(...loaded.filter(({ pillar, area }) => asked.has(`${pillar.id} ${area.id}`)));
	}
	return displays;
};
