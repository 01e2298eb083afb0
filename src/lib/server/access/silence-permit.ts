import type { SilenceTaskAnswer } from '../../contract/silence-task.ts';
import { areaPath } from '../../domain/area/area.ts';
import { silenceTaskState } from '../../domain/integration/silence-task.ts';
import type { AreaId, UserId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { isSilent } from '../../merge/silences.ts';
import type { Db } from '../store/database.ts';
import { loadDisplays, type DisplayFrame } from '../store/display.ts';
import type { ListedSilenceTask } from '../store/silence-tasks.ts';
import { listMemberships } from '../store/memberships.ts';
import { listWorkPeople } from '../store/work.ts';
import type { DisplaysPermit } from './display-permit.ts';

/** A project with its frame, for somebody who looks at tasks; `can` is asked per area. */
export type TasksPermit = DisplaysPermit;

/** Whether somebody sees a task: it is his or her own, or stands beside a display that he or she may see. */
export const seesTask = ({ access, can }: TasksPermit, task: Pick<ListedSilenceTask, 'userId' | 'areaId'>): boolean =>
	task.userId === access.userId || can('display.read', task.areaId);

/** Who can be asked to do something about a silence in an area: whoever has work of his or her own there. */
export const peopleForTasks = async (
	db: Db,
	{ project, frame }: TasksPermit,
	areaId: AreaId
): Promise<readonly { readonly id: UserId; readonly name: string }[]> => {
	const path = areaPath(frame.areas, areaId).map(({ id }) => id);
	const memberships = Map.groupBy(await listMemberships(db, project.id), ({ userId }) => userId);
	const hasWork = (userId: UserId) =>
		may({ userId, memberships: memberships.get(userId) ?? [] }, 'work.read', { areaPath: path });
	return (await listWorkPeople(db, project.id)).filter(({ id }) => hasWork(id));
};

/** Tasks as they stand beside the data of now, with what this person may do about them. */
export const tellTasks = async (
	db: Db,
	permitted: TasksPermit,
	tasks: readonly ListedSilenceTask[]
): Promise<readonly SilenceTaskAnswer[]> => {
	const silent = await silentTasks(db, permitted, tasks);
	return tasks.map((task) => tell(permitted, task, silent.has(task.id)));
};

/** The tasks whose silence is still there; each joint display is looked at once. */
const silentTasks = async (
	db: Db,
	{ project, frame }: TasksPermit,
	tasks: readonly ListedSilenceTask[]
): Promise<ReadonlySet<string>> => {
	const found = new Set<string>();
	const pairs = Map.groupBy(tasks, ({ fromWaveId, toWaveId }) => `${fromWaveId} ${toWaveId}`);
	for (const own of pairs.values()) {
		const [first] = own;
		if (!first) continue;
		const areas = frame.areas.filter(({ id }) => own.some(({ areaId }) => areaId === id));
		for (const data of await loadDisplays(db, project, frame, areas, first)) {
			const built = buildJointDisplay({ ...data, comparisonAreas: [] });
			if (!built.ok) continue;
			const { pillar, area } = built.value;
			for (const task of own)
				if (task.pillarId === pillar.id && task.areaId === area.id && isSilent(built.value, task)) found.add(task.id);
		}
	}
	return found;
};

const tell = ({ frame, access, can }: TasksPermit, task: ListedSilenceTask, silent: boolean): SilenceTaskAnswer => {
	const { id, indicatorId, codeId, dueOn, remark, givenAt, doneAt, doneBy, doneByName } = task;
	const mayRemove = can('display.decide', task.areaId);
	return {
		...{ id, indicatorId, codeId, dueOn, remark, name: nameOf(frame, task) },
		pillar: namedIn(frame.pillars, task.pillarId),
		area: namedIn(frame.areas, task.areaId),
		from: yearIn(frame, task.fromWaveId),
		to: yearIn(frame, task.toWaveId),
		person: { id: task.userId, name: task.personName },
		givenBy: { id: task.givenBy, name: task.giverName },
		givenAt: givenAt.toISOString(),
		doneBy: doneBy === null ? null : { id: doneBy, name: doneByName ?? '' },
		doneAt: doneAt && doneAt.toISOString(),
		state: silenceTaskState(task, silent),
		maySettle: mayRemove || (task.userId === access.userId && can('work.settle', null)),
		mayRemove
	};
};

const nameOf = ({ indicators, codebook }: DisplayFrame, { indicatorId, codeId }: ListedSilenceTask): string =>
	indicators.find(({ id }) => id === indicatorId)?.label ?? codebook.codes.find(({ id }) => id === codeId)?.name ?? '';

const namedIn = (things: readonly { readonly id: string; readonly name: string }[], id: string) => ({
	id,
	name: things.find((thing) => thing.id === id)?.name ?? ''
});

const yearIn = ({ waves }: DisplayFrame, id: string) => ({ id, year: waves.find((wave) => wave.id === id)?.year ?? 0 });
