import type { Wave } from '../domain/area/wave.ts';
import type { Codebook } from '../domain/codebook/codebook.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { silenceTaskState, type NamedSilenceTask } from '../domain/integration/silence-task.ts';
import type { AreaId, UserId } from '../domain/project/ids.ts';
import { buildJointDisplay } from './build-display.ts';
import type { DisplayInput } from './joint-display.ts';
import { isSilent } from './silences.ts';

type Named = { readonly id: string; readonly name: string };

type Frame = {
	readonly areas: readonly Named[];
	readonly pillars: readonly Named[];
	readonly waves: readonly Wave[];
	readonly indicators: readonly Indicator[];
	readonly codebook: Codebook;
};

/** What tasks are laid beside: the displays they are about, and what a person may do. */
type Beside = {
	readonly frame: Frame;
	readonly displays: readonly Omit<DisplayInput, 'comparisonAreas'>[];
	readonly mayRemove: (areaId: AreaId) => boolean;
	readonly maySettle: (userId: UserId) => boolean;
	/** what somebody wrote along can name an interview or a person: it is for the team */
	readonly seesRemark: (task: Pick<NamedSilenceTask, 'userId' | 'areaId'>) => boolean;
};

/** Tasks as they stand beside the data of now, with what a person may do about them. */
export const toldSilenceTasks = (beside: Beside, tasks: readonly NamedSilenceTask[]) => {
	const built = beside.displays.flatMap((data) => {
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		return display.ok ? [display.value] : [];
	});
	return tasks.map((task) => {
		const display = built.find(
			({ pillar, area, from, to }) =>
				pillar.id === task.pillarId && area.id === task.areaId && from.id === task.fromWaveId && to.id === task.toWaveId
		);
		return tell(beside, task, display !== undefined && isSilent(display, task));
	});
};

const tell = ({ frame, mayRemove, maySettle, seesRemark }: Beside, task: NamedSilenceTask, silent: boolean) => {
	const { id, indicatorId, codeId, dueOn, remark, givenAt, doneAt, doneBy, doneByName } = task;
	const removes = mayRemove(task.areaId);
	return {
		...{ id, indicatorId, codeId, dueOn, remark: seesRemark(task) ? remark : '', name: nameOf(frame, task) },
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
		maySettle: removes || maySettle(task.userId),
		mayRemove: removes
	};
};

const nameOf = ({ indicators, codebook }: Frame, { indicatorId, codeId }: NamedSilenceTask): string =>
	indicators.find(({ id }) => id === indicatorId)?.label ?? codebook.codes.find(({ id }) => id === codeId)?.name ?? '';

const namedIn = (things: readonly { readonly id: string; readonly name: string }[], id: string) => ({
	id,
	name: things.find((thing) => thing.id === id)?.name ?? ''
});

const yearIn = ({ waves }: Frame, id: string) => ({ id, year: waves.find((wave) => wave.id === id)?.year ?? 0 });
