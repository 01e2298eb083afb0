import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReport } from '#lib/server/commands/add-report.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('a factsheet keeps what blocks in its texts say of a small group to itself, and says so', async () => {
	const project = await addDisplayProject(store); // two residents and a professional
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	const author = await contextFor(store, project.users.author);
	const areaId = project.areas.district;
	const rounds = { fromWaveId: project.waves[2021], toWaveId: project.waves[2025] };
	const about = { title: 'Factsheet', kind: 'factsheet', areaIds: [areaId], ...rounds };
	const { id: reportId } = valueOf(await addReport(author, project.id, about));
	const place = { pillarId: project.pillars.first, areaId };
	const count = (group: string) => ({ kind: 'count', codeId: project.theme, group, saying: 'forward' });
	const [resident, , professional] = project.said;
	const text: unknown[] = [];
	for (const shows of [
		...['together', 'resident', 'professional'].map(count),
		{ kind: 'display' },
		...[resident, professional].map(({ codingId }) => ({ kind: 'quote', codingId, shortened: null }))
	]) {
		const { id } = valueOf(await placeBlock(author, project.id, reportId, { ...place, shows }));
		text.push({ kind: 'live', id });
	}
	valueOf(await writeSection(author, project.id, reportId, { ...place, slot: 'attention' }, { version: 0, text }));
	const page = async (smallest: number) => {
		await store.db.updateTable('projects').set({ small_cell: smallest }).where('id', '=', project.id).execute();
		const asked = { areaId, ...rounds, format: 'html' };
		const html = new TextDecoder().decode(valueOf(await exportFactsheet(author, project.id, asked, 'nl')).bytes);
		const quotes = html.split('<blockquote').length - 1;
		return { html, quotes };
	};
	const open = await page(1);
	expect(open.quotes).toBe(2);
	expect(open.html).not.toContain('kleine groep');
	const kept = await page(2);
	expect(kept.quotes).toBe(1);
	expect(kept.html).toContain('4 tellingen of citaten ontbreken in een tekst');
	const none = await page(4);
	expect(none.quotes).toBe(0);
	expect(none.html).toContain('6 tellingen of citaten ontbreken in een tekst');
	expect(none.html).toContain('er zijn in totaal minder dan 4 gesprekken');
});
