import { addIndicator } from '../../src/lib/server/commands/add-indicator.ts';
import { importObservations, previewObservations } from '../../src/lib/server/commands/import-figures.ts';
import type { UploadedFile } from '../../src/lib/import/source-draft.ts';
import { saveObservation } from '../../src/lib/server/commands/save-observation.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listObservations } from '../../src/lib/server/views/list-observations.ts';
import { valueOf } from '../import/fixture.ts';
import { addProject, contextFor, type TestProject } from './project.ts';

/** A project with indicators; `indicatorId` is that of the last one. */
export type FiguresProject = { readonly project: TestProject; readonly indicatorId: string };

/** A project with these indicators, of which lower is better, in points of a percentage. */
export const addFiguresProject = async (store: Store, keys: readonly string[] = ['KV1']): Promise<FiguresProject> => {
	const project = await addProject(store);
	let indicatorId = '';
	for (const key of keys)
		indicatorId = valueOf(
			await addIndicator(await contextFor(store, project.users.administrator), project.id, {
				...{ key, label: `Naam ${key}`, pillarId: project.pillars.first, unit: '% 15+' },
				...{ direction: 'lower-better', kind: 'survey' }
			})
		).id;
	return { project, indicatorId };
};

/** What the administrator of a project does with its values; `of` is asked each time, since each test has its own. */
export const keeperOf = (of: () => { readonly store: Store } & FiguresProject) => {
	const administrator = () => contextFor(of().store, of().project.users.administrator);
	return {
		administrator,
		preview: async (files: readonly UploadedFile[], fields: object = {}) =>
			valueOf(await previewObservations(await administrator(), of().project.id, files, fields)),
		take: async (files: readonly UploadedFile[], fields: object = {}) =>
			valueOf(await importObservations(await administrator(), of().project.id, files, fields)),
		/** one value of the last indicator in the first round */
		setByHand: async (areaId: string, figure: object) =>
			valueOf(
				await saveObservation(await administrator(), of().project.id, {
					...{ indicatorId: of().indicatorId, areaId, waveId: of().project.waves[2021], referenceYear: 2020 },
					...figure
				})
			),
		values: async () => valueOf(await listObservations(await administrator(), of().project.id, {})).items
	};
};

/** Ends the threads that read files, and the database. */
export const closeFigures = async (store: Store): Promise<void> => {
	await closeParsing();
	await store.close();
};
