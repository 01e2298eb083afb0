import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listFigureSources } from '../store/figure-sources.ts';
import { loadFrame } from '../store/frame.ts';

/** What a file of figures can be about: what somebody chooses from where the file leaves it open. */
export type FiguresImport = {
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	readonly indicators: readonly Pick<Indicator, 'key' | 'label'>[];
	/** names of sources whose columns are known, the last used first */
	readonly sources: readonly string[];
};

export const viewFiguresImport = async (context: Context, projectId: string): Promise<Result<FiguresImport>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const { areas, waves, indicators } = await loadFrame(context.db, permitted.value.project.id);
	return ok({
		areas: [...areas].sort((a, b) => (a.name < b.name ? -1 : 1)),
		waves: [...waves].sort(byYear),
		sources: (await listFigureSources(context.db, permitted.value.project.id)).map(({ name }) => name),
		indicators: indicators.map(({ key, label }) => ({ key, label })).sort((a, b) => (a.key < b.key ? -1 : 1))
	});
};
