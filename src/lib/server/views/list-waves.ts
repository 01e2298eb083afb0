import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { listWavesQuery, type WaveAnswer } from '../../contract/wave.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listWaves as readWaves } from '../store/waves.ts';

/** The rounds of a project in the order of time, a page at a time. */
export const listWaves = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<WaveAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listWavesQuery, query);
	if (!parsed.ok) return parsed;
	return slice(await readWaves(context.db, permitted.value.project.id), parsed.value, ({ id }) => id);
};
