import { areaPath } from '../../domain/area/area.ts';
import type { NamedSilenceTask } from '../../domain/integration/silence-task.ts';
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

/** What is needed to say how tasks stand: the displays they are about, each once, and what this person may do. */
export const loadTaskDisplays = async (
	db: Db,
	{ project, frame, access, can }: DisplaysPermit,
	tasks: readonly NamedSilenceTask[]
) => {
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
	return {
		...{ frame, displays },
		mayRemove: (areaId: AreaId) => can('display.decide', areaId),
		maySettle: (userId: UserId) => userId === access.userId && can('work.settle', null),
		seesRemark: ({ userId, areaId }: Pick<NamedSilenceTask, 'userId' | 'areaId'>) =>
			userId === access.userId || can('source.list', areaId)
	};
};
