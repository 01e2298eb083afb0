import type { Area } from '../../domain/area/area.ts';
import type { Study } from '../../domain/area/study.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadFrame } from '../store/frame.ts';

/** What the work of a project is laid out over, for the pages on which it is made. */
export type FramePage = {
	readonly areas: readonly Area[];
	/** in order of time */
	readonly waves: readonly Wave[];
	readonly studies: readonly Study[];
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Indicator[];
	readonly mayEdit: boolean;
};

/** The frame of a project: areas, rounds, parts of the research, pillars and indicators. Names only, no figures. */
export const viewFrame = async (context: Context, projectId: string): Promise<Result<FramePage>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const { areas, waves, studies, pillars, indicators } = await loadFrame(context.db, project.id);
	const inTime = [...waves].sort(byYear);
	return ok({ areas, waves: inTime, studies, pillars, indicators, mayEdit: may(access, 'frame.edit') });
};
