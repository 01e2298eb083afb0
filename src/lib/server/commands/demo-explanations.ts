import type { ExplanationKind, Recognised, Voice } from '../../domain/integration/explanation.ts';
import { insertExplanation, insertRecognition } from '../store/explanations.ts';
import { listIndicators } from '../store/indicators.ts';
import { demoRows } from './demo-files.ts';
import { idOf, type DemoFrame, type Ids, type Loading } from './demo-loading.ts';

/** The possible explanations of the demo, with whether people recognised them. */
export const loadDemoExplanations = async ({ context, trx, projectId }: Loading, frame: DemoFrame): Promise<void> => {
	const { newId, now, actor } = context;
	const indicators: Ids = new Map((await listIndicators(trx, projectId)).map(({ key, id }) => [key, id]));
	for (const row of demoRows('explanations.csv')) {
		const id = newId();
		const explanation = {
			id,
			indicatorId: idOf(indicators, row('indicatorKey')),
			areaId: idOf(frame.areas, row('area')),
			fromWaveId: idOf(frame.waves, row('fromWave')),
			toWaveId: idOf(frame.waves, row('toWave')),
			kind: row('kind') as ExplanationKind,
			text: row('text'),
			saidBy: row('saidBy') as Voice,
			evidence: row('evidence').replaceAll(';', ', '),
			counterEvidence: '',
			strength: 'one' as const,
			sessionId: null
		};
		await insertExplanation(trx, projectId, explanation, { by: actor.userId, at: now() });
		await insertRecognition(trx, projectId, {
			id: newId(),
			explanationId: id,
			answer: row('recognition') as Recognised,
			saidBy: 'municipality',
			session: '',
			createdBy: actor.userId,
			createdAt: now().toISOString()
		});
	}
};
