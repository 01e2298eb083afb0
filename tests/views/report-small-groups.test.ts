import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReport } from '#lib/server/commands/add-report.ts';
import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { keepBlock } from '#lib/server/commands/keep-block.ts';
import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import { viewReportChoices } from '#lib/server/views/report-choices.ts';
import { readBlock } from '#lib/server/views/report-sections.ts';
import { readReportVersion } from '#lib/server/views/report-versions.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store); // two residents and a professional
	const author = await contextFor(store, project.users.author);
	const smallest = (n: number) =>
		store.db.updateTable('projects').set({ small_cell: n }).where('id', '=', project.id).execute();
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const report = valueOf(
		await addReport(author, project.id, { title: 'Testwijk', kind: 'final', areaIds: [place.areaId] })
	);
	const put = async (group: string) => {
		const shows = { kind: 'count', codeId: project.theme, group, saying: 'forward' };
		return valueOf(await placeBlock(author, project.id, report.id, { ...place, shows }));
	};
	const exported = async () => {
		const asked = { kind: 'report', reportId: report.id };
		const check = valueOf(await viewExportCheck(author, project.id, asked, 'nl'));
		const input = { export: asked, fingerprint: check.fingerprint, reason: 'Met de groep besproken.' };
		const { id } =
			check.outcome === 'clear' ? { id: undefined } : valueOf(await confirmExport(author, project.id, input));
		const query = { reportId: report.id, format: 'html', ...(id !== undefined && { confirmation: id }) };
		const html = new TextDecoder().decode(valueOf(await exportReport(author, project.id, query)).bytes);
		return { check, html };
	};
	return { project, author, smallest, place, report, put, exported };
};

const told = '1 van 1 gesprek met een professional';

test('a report tells nobody what a small group says, also not in words that were placed before or kept since', async () => {
	const { project, author, smallest, place, report, put, exported } = await begin();
	await smallest(1);
	const [together, resident, professional] = [await put('together'), await put('resident'), await put('professional')];
	const text = [together, resident, professional].map(({ id }) => ({ kind: 'live', id }));
	valueOf(await writeSection(author, project.id, report.id, { ...place, slot: 'attention' }, { version: 0, text }));
	const version = valueOf(await makeReportVersion(author, project.id, report.id, { name: 'Eerste' }));
	const sayings = async () => {
		const shown = valueOf(await readReportVersion(author, project.id, report.id, version.id, 'nl'));
		return shown.parts.map((part) => part.text).join('\n');
	};
	expect((await exported()).html).toContain(told);
	expect(await sayings()).toContain(told);

	await smallest(2);
	const block = valueOf(await readBlock(author, project.id, report.id, professional.id));
	expect(block).toMatchObject({ state: 'changed', said: { kind: 'lines' } });
	expect(JSON.stringify(block)).not.toContain(told);
	valueOf(await keepBlock(author, project.id, report.id, professional.id, { reason: 'Zo was het.' }));
	const { check, html } = await exported();
	expect(html).not.toContain(told);
	expect(html).not.toContain('2 van 2 gesprekken met bewoners');
	expect(html).toContain('3 van 3 gesprekken zeggen dat het vooruitgaat');
	expect(html).toContain('2 tellingen of citaten ontbreken in een tekst');
	expect(check.findings).toContainEqual({
		...{ rule: 'small-block', grade: 'told', place: 'Testwijk' },
		text: 'Van 2 blokken in de tekst blijft weg wat een kleine groep zegt.'
	});
	expect(await sayings()).not.toContain(told);
});

test('a kept count of a small group does not leave once its theme is taken away', async () => {
	const { project, author, smallest, place, report, put, exported } = await begin();
	await smallest(1);
	const { id } = await put('professional');
	const text = [{ kind: 'live', id }];
	valueOf(await writeSection(author, project.id, report.id, { ...place, slot: 'attention' }, { version: 0, text }));
	await store.db.updateTable('codes').set({ deleted_at: new Date() }).where('id', '=', project.theme).execute();
	valueOf(await keepBlock(author, project.id, report.id, id, { reason: 'Zo was het.' }));
	expect((await exported()).html).toContain(told);
	await smallest(2);
	const { check, html } = await exported();
	expect(html).not.toContain(told);
	expect(html).toContain('Dat wordt niet meer verteld');
	expect(check.findings.map(({ rule }) => rule)).toContain('small-block');
	const block = valueOf(await readBlock(author, project.id, report.id, id));
	expect(block.state).toBe('kept');
	expect(JSON.stringify(block)).not.toContain(told);
});

test('a count of a small group is not offered to be placed', async () => {
	const { project, author, smallest, place, report } = await begin();
	const offered = async () => {
		const { themes } = valueOf(await viewReportChoices(author, project.id, report.id, place));
		return new Set(themes.flatMap(({ counts }) => counts.map(({ group }) => group)));
	};
	await smallest(1);
	expect(await offered()).toEqual(new Set(['together', 'resident', 'professional']));
	await smallest(2);
	expect(await offered()).toEqual(new Set(['together']));
	await smallest(4);
	expect(await offered()).toEqual(new Set());
});
