import { fail, ok, type Result } from '../../domain/problem.ts';
import { templateIndicators } from '../../domain/project/monitor-template.ts';
import type { Context } from '../access/context.ts';
import { insertIndicators, listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';
import type { Imported } from './import-indicators.ts';

/** Adds the indicators of the monitor's template that the project does not have yet, under the pillars of those names. */
export const addKernsetTemplate = (context: Context, projectId: string): Promise<Result<Imported>> =>
	changeFrame(context, projectId, { part: 'indicator', change: 'added' }, async (trx, project) => {
		const pillars = await listPillars(trx, project.id);
		const present = await listIndicators(trx, project.id);
		const keys = new Set(present.map(({ key }) => key.toLowerCase()));
		const added = templateIndicators()
			.filter(({ key }) => !keys.has(key.toLowerCase()))
			.flatMap(({ pillarName, ...indicator }) => {
				const pillar = pillars.find(({ name }) => name === pillarName);
				return pillar ? [{ id: context.newId(), pillarId: pillar.id, ...indicator }] : [];
			});
		if (added.length === 0) return fail('template-adds-nothing');
		await insertIndicators(trx, project.id, added, present.length);
		const ids = added.map(({ id }) => id);
		return ok({ ids, answer: { stored: ids.length, added: ids.length, changed: 0, warnings: [] } });
	});
