import { afterAll, beforeAll, expect, test } from 'vitest';
import { slots, type Slot } from '#lib/domain/report/report.ts';
import { addReportComment } from '#lib/server/commands/add-report-comment.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { deleteReport } from '#lib/server/commands/delete-report.ts';
import { settleReportComment } from '#lib/server/commands/settle-report-comment.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { readMatrix } from '#lib/server/views/matrix.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const { display } = valueOf(await viewJointDisplay(context, project.id, place));
	for (const { rowId, proposal } of display.rows)
		if (proposal.fit) valueOf(await decideFit(context, project.id, rowId, { fit: proposal.fit }));
	const stateOf = async (query: object = {}) => {
		const { items } = valueOf(await readMatrix(context, project.id, query));
		return items.find(({ pillar, area }) => pillar.id === place.pillarId && area.id === place.areaId)?.state;
	};
	const report = async (more: object = {}) => {
		const asked = { title: 'Rapport é 😀', kind: 'final', areaIds: [project.areas.district], ...more };
		return valueOf(await addReport(context, project.id, asked)).id;
	};
	const write = async (reportId: string, slot: Slot, version = 0, words = 'Het gaat beter in één wijk.') =>
		valueOf(
			await writeSection(
				context,
				project.id,
				reportId,
				{ ...place, slot },
				{ version, text: words ? textOf(words) : [] }
			)
		);
	return { project, context, place, stateOf, report, write };
};

test('a cell is ready in its text once every text of its newest report is written and no remark is open', async () => {
	const { project, context, place, stateOf, report, write } = await begin();
	expect(await stateOf()).toBe('interpreted');
	const written = await report();
	for (const slot of slots.slice(1)) await write(written, slot);
	expect(await stateOf()).toBe('interpreted');
	await write(written, 'message');
	expect(await stateOf()).toBe('text-ready');
	expect(await stateOf({ fromWaveId: project.waves[2023] })).not.toBe('text-ready');

	const remark = valueOf(
		await addReportComment(context, project.id, written, { ...place, slot: 'figures', body: 'Klopt dit?' })
	);
	expect(await stateOf()).toBe('interpreted');
	valueOf(await settleReportComment(context, project.id, written, remark.id));
	expect(await stateOf()).toBe('text-ready');

	await report({ kind: 'factsheet' });
	expect(await stateOf()).toBe('text-ready');
	const anew = await report();
	expect(await stateOf()).toBe('interpreted');
	valueOf(await deleteReport(context, project.id, anew));
	expect(await stateOf()).toBe('text-ready');

	await write(written, 'message', 1, '');
	expect(await stateOf()).toBe('interpreted');
});

test('a text on judgements that rest on other data by now is not ready', async () => {
	const { project, stateOf, report, write } = await begin();
	const written = await report();
	for (const slot of slots) await write(written, slot);
	expect(await stateOf()).toBe('text-ready');
	await addVoice(store, project, { title: 'X-1', codeId: project.theme, change: 'backward' });
	expect(await stateOf()).toBe('both-ready');
});
