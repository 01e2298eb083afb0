import type { Wave } from '../domain/area/wave.ts';
import type { Codebook } from '../domain/codebook/codebook.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { NamedSilenceTask, SilenceTaskRights, SilenceTaskState } from '../domain/integration/silence-task.ts';
import type { SilenceTaskAnswer } from './silence-task.ts';

type Named = { readonly id: string; readonly name: string };

/** Where the names stand of what tasks are about. */
type Frame = {
	readonly areas: readonly Named[];
	readonly pillars: readonly Named[];
	readonly waves: readonly Wave[];
	readonly indicators: readonly Indicator[];
	readonly codebook: Codebook;
};

/** A task about a silence as it crosses the edge, for somebody with these rights on it. */
export const toSilenceTaskAnswer = (
	frame: Frame,
	task: NamedSilenceTask,
	state: SilenceTaskState,
	{ maySettle, mayRemove, seesRemark }: SilenceTaskRights
): SilenceTaskAnswer => ({
	id: task.id,
	indicatorId: task.indicatorId,
	codeId: task.codeId,
	dueOn: task.dueOn,
	remark: seesRemark ? task.remark : '',
	name: nameOf(frame, task),
	pillar: namedIn(frame.pillars, task.pillarId),
	area: namedIn(frame.areas, task.areaId),
	from: yearIn(frame, task.fromWaveId),
	to: yearIn(frame, task.toWaveId),
	person: { id: task.userId, name: task.personName },
	givenBy: { id: task.givenBy, name: task.giverName },
	givenAt: task.givenAt.toISOString(),
	doneBy: task.doneBy === null ? null : { id: task.doneBy, name: task.doneByName ?? '' },
	doneAt: task.doneAt && task.doneAt.toISOString(),
	state,
	maySettle,
	mayRemove
});

const nameOf = ({ indicators, codebook }: Frame, { indicatorId, codeId }: NamedSilenceTask): string =>
	indicators.find(({ id }) => id === indicatorId)?.label ?? codebook.codes.find(({ id }) => id === codeId)?.name ?? '';

const namedIn = (things: readonly Named[], id: string): Named => ({
	id,
	name: things.find((thing) => thing.id === id)?.name ?? ''
});

const yearIn = ({ waves }: Frame, id: string) => ({ id, year: waves.find((wave) => wave.id === id)?.year ?? 0 });
