import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReport } from '#lib/server/commands/add-report.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { makeCodebookVersion } from '#lib/server/commands/make-codebook-version.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { readDecision } from '#lib/server/commands/read-decision.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { confirmed } from '../support/written-demo.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('the appendices hold of a quote who says it of what, and of the work the codebook, coders, second readers and earlier judgements', async () => {
	const project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
	const author = await contextFor(store, project.users.author);
	const manager = await contextFor(store, project.users['codebook-manager']);
	const second = await addUser(store, 'Tweede lezer');
	await addMember(store, project.id, second, 'author');
	valueOf(await makeCodebookVersion(manager, project.id, { name: 'Na de proefronde 😀' }));
	const rowId = project.rowOf(project.theme);
	const decide = (fit: string, reason: string) =>
		decideFit(author, project.id, rowId, { fit, reason, metaInference: 'Het voelt veiliger.' });
	valueOf(await decide('expands', 'Eerst leek het een aanvulling.'));
	valueOf(await decide('confirms', 'Cijfer en verhaal zeggen hetzelfde.'));
	valueOf(await readDecision(await contextFor(store, second), project.id, rowId, { answer: 'confirms' }));

	const areaIds = [project.areas.district];
	const { id: reportId } = valueOf(await addReport(author, project.id, { title: 'Eén wijk', kind: 'final', areaIds }));
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const shows = { kind: 'quote', codingId: project.said[0].codingId };
	const { id } = valueOf(await placeBlock(author, project.id, reportId, { ...place, shows }));
	const text = [{ kind: 'live', id }];
	valueOf(await writeSection(author, project.id, reportId, { ...place, slot: 'residents' }, { version: 0, text }));

	const asked = { reportId, format: 'html', quotes: 'true', methods: 'true' };
	const html = new TextDecoder().decode(valueOf(await exportReport(author, project.id, asked)).bytes);
	const quotes = html.slice(html.indexOf('Bijlage: citaten'));
	for (const words of ['TES-B-01 · 2025 · beurt 1', 'Bewoner', 'Toestemming om te citeren: ja'])
		expect(quotes).toContain(words);
	for (const words of ['Je veilig voelen', 'gaat vooruit']) expect(quotes).toContain(words);
	const methods = quotes.slice(quotes.indexOf('Bijlage: ', 9));
	expect(methods).toContain('Na de proefronde 😀');
	expect(methods).toContain('Codeur 1: gesprekken 3, coderingen 3.');
	expect(methods).toContain('Tweede lezer');
	expect(methods).toContain('Cijfer en verhaal zeggen hetzelfde.');
	expect(methods).toContain('Je veilig voelen: eerder oordeel');
	expect(methods).toContain('Eerst leek het een aanvulling.');
});

test('the appendix about the work tells of a pillar that an area lacks, when somebody speaks of it or decided on it', async () => {
	const project = await addDisplayProject(store);
	const author = await contextFor(store, project.users.author);
	const { first, second } = project.pillars;
	const area_id = project.areas.district;
	const absences = [first, second].map((pillar_id) => ({ pillar_id, area_id }));
	await store.db.insertInto('pillar_absences').values(absences).execute();
	const decision = { fit: 'expands', reason: 'Alleen mensen vertellen het. 😀', metaInference: 'Het voelt veiliger.' };
	valueOf(await decideFit(author, project.id, project.rowOf(project.theme), decision));
	const { id: reportId } = valueOf(
		await addReport(author, project.id, { title: 'Eén wijk', kind: 'final', areaIds: [area_id] })
	);
	const confirmation = await confirmed(author, project.id, { kind: 'report', reportId });
	const asked = { reportId, format: 'html', methods: 'true', ...(confirmation && { confirmation }) };
	const html = new TextDecoder().decode(valueOf(await exportReport(author, project.id, asked)).bytes);
	const methods = html.slice(html.indexOf('Bijlage: verantwoording'));
	expect(methods).toContain('Alleen mensen vertellen het. 😀');
	const names = await store.db
		.selectFrom('pillars')
		.select(['id', 'name'])
		.where('id', 'in', [first, second])
		.execute();
	const heading = (id: string) => new RegExp(`<h\\d[^>]*>${names.find((one) => one.id === id)?.name}`);
	expect(methods).toMatch(heading(first));
	expect(methods).not.toMatch(heading(second));
});
