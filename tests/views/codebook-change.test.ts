import { afterAll, beforeAll, expect, test } from 'vitest';
import { jointDisplayAnswer } from '#lib/contract/joint-display.ts';
import { makeCodebookVersion } from '#lib/server/commands/make-codebook-version.ts';
import { mergeCodes } from '#lib/server/commands/merge-codes.ts';
import { setForerunners } from '#lib/server/commands/set-forerunners.ts';
import { updateCode } from '#lib/server/commands/update-code.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { addCode, contextFor } from '../support/project.ts';
import { sheetsOf } from '../report/unzip.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const done = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
};

/** A project whose codebook changed between 2023 and 2025, with a version for each. */
const changedProject = async () => {
	const project = await addDisplayProject(store);
	const manager = await contextFor(store, project.users['codebook-manager']);
	const old = await addCode(store, project, 'Licht é 😀', { pillarIds: [project.pillars.first] });
	const version = (name: string, wave: 2023 | 2025) =>
		makeCodebookVersion(manager, project.id, { name, waveIds: [project.waves[wave]] });
	done(await version('Toen', 2023));
	done(await mergeCodes(manager, project.id, { fromCodeId: old, intoCodeId: project.theme }, {}));
	done(await updateCode(manager, project.id, project.other, { definition: 'Afval op straat' }));
	done(await version('Nu', 2025));
	done(await setForerunners(manager, project.id, project.narrower, { forerunnerIds: [project.other] }));
	return project;
};

const place = (project: DisplayProject) => ({ pillarId: project.pillars.first, areaId: project.areas.district });

test('a display over rounds with different versions says so on the page, in the API and in exports', async () => {
	const project = await changedProject();
	const author = await contextFor(store, project.users.author);
	const { warnings } = jointDisplayAnswer.parse(done(await readJointDisplay(author, project.id, place(project))));
	expect(warnings).toEqual(
		expect.arrayContaining([
			{
				kind: 'codebook-changed',
				from: { year: 2023, versionId: expect.any(String), number: 1, name: 'Toen' },
				to: { year: 2025, versionId: expect.any(String), number: 2, name: 'Nu' },
				differences: [
					expect.objectContaining({ kind: 'described', codeId: project.other, after: 'Afval op straat' }),
					expect.objectContaining({
						kind: 'merged',
						path: 'Licht é 😀',
						into: [{ codeId: project.theme, path: 'Je veilig voelen' }]
					})
				]
			},
			{
				kind: 'forerunner-apart',
				codeId: project.narrower,
				path: 'Je veilig voelen › ’s Avonds op straat',
				forerunners: [{ codeId: project.other, path: 'Rommel' }]
			}
		])
	);
	const file = done(await exportJointDisplay(author, project.id, { ...place(project), format: 'xlsx' }, 'nl'));
	const told = JSON.stringify(sheetsOf(file.bytes));
	expect(told).toContain('‘Licht é 😀’ stond in 2023 in het codeboek en is daarna opgegaan in ‘Je veilig voelen’.');
	expect(told).toContain('volgt op een code die nog apart in het codeboek staat: ‘Rommel’.');
});

test('the overview counts the themes that changed; rounds without versions of their own say nothing', async () => {
	const project = await changedProject();
	const author = await contextFor(store, project.users.author);
	const changeOver = async (query: object = {}) => done(await viewMatrix(author, project.id, query)).codebookChange;
	expect(await changeOver()).toMatchObject({
		from: { year: 2023 },
		to: { year: 2025 },
		pillars: [{ pillar: { id: project.pillars.first }, themes: 2 }]
	});
	expect(await changeOver({ toWaveId: project.waves[2023] })).toBeNull();
});
