import { silenceTaskState, type SilenceTask, type SilenceTaskState } from '../domain/integration/silence-task.ts';
import { buildJointDisplay } from './build-display.ts';
import type { DisplayInput } from './joint-display.ts';
import { isSilent } from './silences.ts';

/** How tasks about silences stand beside the data of now; `displays` are those that the tasks are about. */
export const silenceTaskStates = <T extends SilenceTask>(
	displays: readonly Omit<DisplayInput, 'comparisonAreas'>[],
	tasks: readonly T[]
): readonly { readonly task: T; readonly state: SilenceTaskState }[] => {
	const built = displays.flatMap((data) => {
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		return display.ok ? [display.value] : [];
	});
	return tasks.map((task) => {
		const display = built.find(
			({ pillar, area, from, to }) =>
				pillar.id === task.pillarId && area.id === task.areaId && from.id === task.fromWaveId && to.id === task.toWaveId
		);
		return { task, state: silenceTaskState(task, display !== undefined && isSilent(display, task)) };
	});
};
