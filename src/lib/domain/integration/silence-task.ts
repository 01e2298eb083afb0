import type { AreaId, CodeId, IndicatorId, PillarId, SilenceTaskId, UserId, WaveId } from '../project/ids.ts';

/** A figure that no voice speaks of, or a theme without a usable figure, in one joint display. */
export type SilencePlace = {
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	/** exactly one of these two is not null */
	readonly indicatorId: IndicatorId | null;
	readonly codeId: CodeId | null;
};

/** That somebody is to do something about a silence: ask about it in the next interviews, or look for a figure. */
export type SilenceTask = SilencePlace & {
	readonly id: SilenceTaskId;
	readonly userId: UserId;
	/** ISO date; null = no day was agreed */
	readonly dueOn: string | null;
	readonly remark: string;
	readonly givenBy: UserId;
	readonly givenAt: Date;
	readonly doneBy: UserId | null;
	readonly doneAt: Date | null;
};

/** A task with the names of the people it is about. */
export type NamedSilenceTask = SilenceTask & {
	readonly personName: string;
	readonly giverName: string;
	readonly doneByName: string | null;
};

/** Open, said to be done, or no longer needed because the silence went away by itself. */
export type SilenceTaskState = 'open' | 'done' | 'gone';

/** How a task stands: what somebody said counts before what the data say. */
export const silenceTaskState = ({ doneAt }: Pick<SilenceTask, 'doneAt'>, isSilent: boolean): SilenceTaskState => {
	if (doneAt !== null) return 'done';
	return isSilent ? 'open' : 'gone';
};

/** What somebody may do with a task about a silence. */
export type SilenceTaskRights = {
	readonly maySettle: boolean;
	readonly mayRemove: boolean;
	/** what was written along can name an interview or a person: it is for the team */
	readonly seesRemark: boolean;
};

/**
 * Who it was given to says that a task is done, or who gives out such tasks in its area; only the latter takes it away.
 * `may` = what the roles of this person allow there.
 */
export const silenceTaskRights = (
	isOwn: boolean,
	may: { readonly settleWork: boolean; readonly decideDisplays: boolean; readonly listSources: boolean }
): SilenceTaskRights => ({
	maySettle: may.decideDisplays || (isOwn && may.settleWork),
	mayRemove: may.decideDisplays,
	seesRemark: isOwn || may.listSources
});
