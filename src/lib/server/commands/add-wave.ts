import { parse } from '../../contract/parse.ts';
import { addWaveInput, type WaveAnswer } from '../../contract/wave.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertWaves } from '../store/waves.ts';
import { changeFrame } from './change-frame.ts';

/** Adds a round of measurement; a year has at most one. */
export const addWave = async (context: Context, projectId: string, input: unknown): Promise<Result<WaveAnswer>> => {
	const parsed = parse(addWaveInput, input);
	if (!parsed.ok) return parsed;
	const what = { part: 'wave', change: 'added', name: parsed.value.year } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const wave = { id: context.newId(), ...parsed.value };
		await insertWaves(trx, project.id, [wave]);
		return ok({ ids: [wave.id], answer: wave });
	});
};
