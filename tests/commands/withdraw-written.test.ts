import { afterAll, beforeAll, expect, test } from 'vitest';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { addReportComment } from '#lib/server/commands/add-report-comment.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { writtenPlaces } from '#lib/server/store/written-places.ts';
import { readSection } from '#lib/server/views/report-sections.ts';
import { valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { textOf } from '../support/memos.ts';
import { contextFor } from '../support/project.ts';
import { addWrittenRows, readPlace, writeEverywhere } from '../support/written-rows.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
}, 60_000);
afterAll(() => store.close());

const words = 'in één wijk er\u0303g thuis, met 👩‍👩‍👧';
const around = (said: string) => `Zij zei: ${said}. Dat telt.`;

const personOf = async (project: Awaited<ReturnType<typeof addDisplayProject>>) => {
	const interviewer = await contextFor(store, project.users.interviewer);
	const links = [{ sourceId: project.said[0].sourceId, speakerId: null }];
	return { interviewer, kase: await addPerson(interviewer, project.id, { label: 'TES-B-01', links }) };
};

test('words that somebody typed or pasted go out of every place in which people write, and the preview counts them', async () => {
	const project = await addDisplayProject(store);
	await addWrittenRows(store, project);
	const { interviewer, kase } = await personOf(project);
	const going = { sourceIds: [project.said[0].sourceId], caseId: kase.id };
	await writeEverywhere(store, writtenPlaces, project.id, going, around(words));
	const counts = new Map<string, number>();
	for (const place of writtenPlaces) {
		const said = await readPlace(store, place, project.id, going);
		expect([place.table, place.column, said.length > 0]).toEqual([place.table, place.column, true]);
		if (place.kind) counts.set(place.kind, (counts.get(place.kind) ?? 0) + said.length);
	}

	const told = valueOf(await withdrawCase(interviewer, project.id, kase.id, { preview: 'true' }));
	expect(Object.fromEntries(told.written.map(({ kind, places }) => [kind, places]))).toEqual(
		Object.fromEntries(counts)
	);
	for (const place of writtenPlaces)
		expect((await readPlace(store, place, project.id, going)).join(), `${place.table}.${place.column}`).toContain(
			'thuis'
		);

	valueOf(await withdrawCase(interviewer, project.id, kase.id, {}));
	for (const place of writtenPlaces) {
		const said = (await readPlace(store, place, project.id, going)).join();
		expect(said, `${place.table}.${place.column}`).not.toContain('thuis');
		expect(said, `${place.table}.${place.column}`).toContain('(…)');
	}
	const stripped = await store.db
		.selectFrom('audit_events')
		.select('object_id')
		.where('project_id', '=', project.id)
		.where('action', '=', 'edition.strip')
		.execute();
	expect(stripped).toHaveLength(1);
}, 60_000);

test('what was not coded is found by seven words in a row, and a comment goes along with the text it is on', async () => {
	const project = await addDisplayProject(store);
	const author = await contextFor(store, project.users.author);
	const { interviewer, kase } = await personOf(project);
	const report = valueOf(
		await addReport(author, project.id, { title: 'Eindrapport', kind: 'final', areaIds: [project.areas.district] })
	);
	const place = { pillarId: project.pillars.first, areaId: project.areas.district, slot: 'message' };
	const written = 'Iemand: voel me in één wijk er\u0303g thuis. Daarna het slot.';
	const start = [...written.slice(0, written.indexOf('Daarna'))].length;
	const text = textOf(written);
	const input = { version: 0, text };
	valueOf(await writeSection(author, project.id, report.id, place, input));
	const on = { ...place, body: 'Mooi slot', passage: { version: 1, start, end: start + 15 } };
	const comment = await addReportComment(author, project.id, report.id, on);
	valueOf(comment);

	valueOf(await withdrawCase(interviewer, project.id, kase.id, {}));
	const section = valueOf(await readSection(author, project.id, report.id, place));
	expect(section).toMatchObject({ version: 2, text: textOf('Iemand: (…). Daarna het slot.') });
	const { start_position, end_position } = await store.db
		.selectFrom('report_comments')
		.select(['start_position', 'end_position'])
		.where('report_id', '=', report.id)
		.executeTakeFirstOrThrow();
	expect('Iemand: (…). Daarna het slot.'.slice(start_position ?? 0, end_position ?? 0)).toBe('Daarna het slot');
});

test('versions of a report and published editions still never change in any other way', async () => {
	const project = await addDisplayProject(store);
	await addWrittenRows(store, project);
	const change = (table: 'report_versions' | 'factsheet_editions') =>
		store.db.updateTable(table).set({ title: 'Anders' }).execute();
	await expect(change('report_versions')).rejects.toThrow();
	await expect(change('factsheet_editions')).rejects.toThrow();
});
