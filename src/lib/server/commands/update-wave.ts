import { parse } from '../../contract/parse.ts';
import { updateWaveInput, type WaveAnswer } from '../../contract/wave.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { listWaves, updateWave as save } from '../store/waves.ts';
import { changeFrame } from './change-frame.ts';

/** Changes the name or year of a round. */
export const updateWave = async (
	context: Context,
	projectId: string,
	waveId: string,
	input: unknown
): Promise<Result<WaveAnswer>> => {
	const parsed = parse(updateWaveInput, input);
	if (!parsed.ok) return parsed;
	const what = { part: 'wave', change: 'changed', name: parsed.value.year } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const before = (await listWaves(trx, project.id)).find(({ id }) => id === waveId);
		if (!before) return fail('frame-part-unknown', { kind: 'wave' });
		const wave = withChanges(before, parsed.value);
		await save(trx, project.id, wave);
		return ok({ ids: [wave.id], answer: wave });
	});
};
