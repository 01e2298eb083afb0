import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/database.ts';
import { exportNetworkDisplay, readNetworkDisplay, viewNetworkDisplay } from '#lib/server/views/network-display.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { confirmed } from '../support/confirmed.ts';
import { testStore } from '../support/database.ts';
import { addVoice } from '../support/display-project.ts';
import { addCode, addMember, addProject, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A theme of collaboration that professionals name: two of the district say it goes well, one is restricted. */
const begin = async () => {
	const project = await addProject(store, 'Samenwerking');
	const group = await addCode(store, project, 'Samenwerking', { isCodable: false });
	const theme = await addCode(store, project, 'Elkaar kennen', { parentId: group });
	const say = (title: string, more: object = {}) =>
		addVoice(store, project, { title, group: 'professional', codeId: theme, level: 'good', ...more });
	await say('TES-P-01');
	await say('TES-P-02');
	await say('TES-P-03', { status: 'restricted' });
	await say('TES-B-01', { group: 'resident' });
	const readerId = await addUser(store, 'Lezer van de wijk');
	await addMember(store, project.id, readerId, 'reader', [project.areas.district]);
	const cellFor = async (userId: string) => {
		const context = await contextFor(store, userId);
		const { rows, areas } = valueOf(await readNetworkDisplay(context, project.id, {}));
		const page = valueOf(await viewNetworkDisplay(context, project.id, {}));
		return {
			interviews: areas.find(({ id }) => id === project.areas.district)?.interviews,
			voices: rows[0]?.cells.find(({ areaId }) => areaId === project.areas.district),
			signs: page.display?.rows[0]?.cells.find(({ area }) => area.id === project.areas.district)?.signs.length
		};
	};
	return { project, say, readerId, cellFor };
};

test('professionals are counted for who works on them, and not for a reader of the wijk', async () => {
	const { project, readerId, cellFor } = await begin();
	expect(await cellFor(project.users.coder)).toMatchObject({
		...{ interviews: 2, signs: 2 },
		voices: { total: 2, mentions: 2, good: 2, improve: 0 }
	});
	const reader = await contextFor(store, readerId);
	for (const view of [readNetworkDisplay, viewNetworkDisplay])
		expect(codesOf(await view(reader, project.id, {}))).toEqual(['not-allowed']);
});

test('a professional counts whatever the study; without consent to quote too, and not once it is restricted', async () => {
	const { project, cellFor } = await begin();
	const of = (title: string) =>
		store.db.updateTable('sources').where('project_id', '=', project.id).where('title', '=', title);
	await of('TES-P-01').set({ study_id: null }).execute();
	await of('TES-P-02').set({ quotes_allowed: false }).execute();
	expect(await cellFor(project.users.coder)).toMatchObject({ voices: { total: 2, good: 2 } });
	await of('TES-P-02').set({ status: 'restricted' }).execute();
	expect(await cellFor(project.users.coder)).toMatchObject({ voices: { total: 1, good: 1 } });
});

test('the file is looked through: it says what could point to somebody and that nobody confirmed it', async () => {
	const { project } = await begin();
	const context = await contextFor(store, project.users.author);
	const take = async (more = {}) => {
		const file = valueOf(await exportNetworkDisplay(context, project.id, { format: 'csv', ...more }, 'nl'));
		return new TextDecoder().decode(file.bytes);
	};
	expect(await take()).toContain('Niet bevestigd: in dit bestand is 1 punt gevonden');
	expect(await take({ confirmation: await confirmed(context, project.id, { kind: 'network-display' }) })).toContain(
		'Nagekeken op herkenning'
	);
	const other = await confirmed(context, project.id, { kind: 'network-display', toWaveId: project.waves[2025] });
	const wrong = { format: 'csv', confirmation: other };
	expect(codesOf(await exportNetworkDisplay(context, project.id, wrong, 'nl'))).toEqual(['export-check-changed']);
	await store.db.updateTable('projects').set({ small_cell: 2 }).where('id', '=', project.id).execute();
	expect(await take()).not.toContain('Niet bevestigd');
});
