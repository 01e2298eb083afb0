import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addReport } from '#lib/server/commands/add-report.ts';
import { deletePillar } from '#lib/server/commands/delete-pillar.ts';
import { keepBlock } from '#lib/server/commands/keep-block.ts';
import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { returnSection } from '#lib/server/commands/return-section.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { readSection } from '#lib/server/views/report-sections.ts';
import { listReportVersions, readReportVersion, viewReportVersions } from '#lib/server/views/report-versions.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor, testNow } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	const context = await contextFor(store, project.users.author);
	const areaIds = [project.areas.district];
	const report = valueOf(await addReport(context, project.id, { title: 'Testwijk', kind: 'final', areaIds }));
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const message = { ...place, slot: 'message' as const };
	return {
		project,
		context,
		report,
		place,
		write: async (text: unknown, version: number, at = context) =>
			valueOf(await writeSection(at, project.id, report.id, message, { version, text })),
		put: async (shows: unknown) => valueOf(await placeBlock(context, project.id, report.id, { ...place, shows })),
		read: async () => valueOf(await readSection(context, project.id, report.id, message)),
		keep: async (name: string) => valueOf(await makeReportVersion(context, project.id, report.id, { name })),
		versions: async () => valueOf(await listReportVersions(context, project.id, report.id, {})).items,
		version: async (id: string) => valueOf(await readReportVersion(context, project.id, report.id, id, 'nl')),
		putBack: (id: string, version: number) => returnSection(context, project.id, report.id, id, { ...message, version })
	};
};

describe('a version of a report', () => {
	test('keeps all texts with who, when and why, and tells what changed since', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat beter 😀 in één wijk.'), 0);
		const made = valueOf(
			await makeReportVersion(there.context, there.project.id, there.report.id, {
				name: 'Naar de gemeente',
				reason: 'BSN 111222333 hoort hier niet'
			})
		);
		expect(made).toMatchObject({
			number: 1,
			kind: 'named',
			name: 'Naar de gemeente',
			reason: 'BSN [BSN] hoort hier niet',
			title: 'Testwijk',
			madeBy: { id: there.project.users.author },
			sections: 1
		});
		expect((await there.version(made.id)).parts).toMatchObject([{ state: 'same', difference: [] }]);
		await there.write(textOf('Het gaat slechter 😀 in één wijk.'), 1);
		const [part] = (await there.version(made.id)).parts;
		expect(part).toMatchObject({ state: 'changed', version: 2, text: 'Het gaat beter 😀 in één wijk.' });
		const pieces = part?.difference.flatMap(({ parts }) => parts) ?? [];
		expect(pieces.filter(({ kind }) => kind === 'deleted').map(({ text }) => text.trim())).toEqual(['beter']);
		expect(pieces.filter(({ kind }) => kind === 'inserted').map(({ text }) => text.trim())).toEqual(['slechter']);
	});

	test('is not made of nothing', async () => {
		const { context, project, report } = await begin();
		expect(codesOf(await makeReportVersion(context, project.id, report.id, { name: 'Leeg' }))).toEqual([
			'report-version-empty'
		]);
	});

	test('never changes', async () => {
		const there = await begin();
		await there.write(textOf('Eén.'), 0);
		const { id } = await there.keep('Eerste');
		const change = store.db.updateTable('report_versions').set({ name: 'Anders' }).where('id', '=', id).execute();
		await expect(change).rejects.toThrow('never changes');
		const rewrite = store.db
			.updateTable('report_version_sections')
			.set({ body: '[]' })
			.where('version_id', '=', id)
			.execute();
		await expect(rewrite).rejects.toThrow('never changes');
	});

	test('is on the page beside the texts of now, the newest when none is asked for', async () => {
		const there = await begin();
		const { context, project, report } = there;
		expect(valueOf(await viewReportVersions(context, project.id, report.id, null, 'nl')).version).toBeNull();
		await there.write(textOf('Eén.'), 0);
		await there.keep('Eerste');
		const second = await there.keep('Tweede');
		const page = valueOf(await viewReportVersions(context, project.id, report.id, null, 'nl'));
		expect(page.versions.map(({ name }) => name)).toEqual(['Tweede', 'Eerste']);
		expect(page.version?.id).toBe(second.id);
		const asked = await viewReportVersions(context, project.id, report.id, 'geen-id', 'nl');
		expect(codesOf(asked)).toEqual(['report-version-unknown']);
	});

	test('keeps a pillar from being deleted, as the texts of now do', async () => {
		const there = await begin();
		await there.write(textOf('Eén.'), 0);
		await there.keep('Eerste');
		await store.db.deleteFrom('report_sections').where('report_id', '=', there.report.id).execute();
		const manager = await contextFor(store, there.project.users.administrator);
		expect((await deletePillar(manager, there.project.id, there.place.pillarId)).ok).toBe(false);
	});
});

describe('a text that is put back', () => {
	test('is a version further, and can be taken back from the version that was kept first', async () => {
		const there = await begin();
		await there.write(textOf('Eerst.'), 0);
		const first = await there.keep('Eerste');
		await there.write(textOf('Later.'), 1);
		const back = valueOf(await there.putBack(first.id, 2));
		expect(back.section).toMatchObject({ version: 3, text: textOf('Eerst.') });
		expect(await there.versions()).toMatchObject([{ number: 2, kind: 'return', name: '' }, { number: 1 }]);
		const undone = valueOf(await there.putBack(back.keptVersionId ?? '', 3));
		expect(undone.section.text).toEqual(textOf('Later.'));
		expect((await there.versions()).map(({ kind }) => kind)).toEqual(['return', 'return', 'named']);
	});

	test('stays as it is when it is the same, and is not put over what a colleague wrote since', async () => {
		const there = await begin();
		await there.write(textOf('Eerst.'), 0);
		const first = await there.keep('Eerste');
		expect(valueOf(await there.putBack(first.id, 1))).toMatchObject({ keptVersionId: null, section: { version: 1 } });
		await there.write(textOf('Van een collega.'), 1);
		expect(codesOf(await there.putBack(first.id, 1))).toEqual(['report-text-changed']);
	});

	test('is emptied again when nobody had written there', async () => {
		const there = await begin();
		const { context, project, report, place } = there;
		const attention = { ...place, slot: 'attention' };
		valueOf(await writeSection(context, project.id, report.id, attention, { version: 0, text: textOf('Let op.') }));
		const first = await there.keep('Eerste');
		await there.write(textOf('Erbij.'), 0);
		expect((await there.version(first.id)).parts.map(({ state }) => state)).toEqual(['written', 'same']);
		expect(valueOf(await there.putBack(first.id, 1)).section).toMatchObject({ version: 2, text: [] });
	});

	test('brings back what its blocks said', async () => {
		const there = await begin();
		const { context, project, report, place } = there;
		const { id, said } = await there.put({ kind: 'figure', indicatorId: project.indicatorId });
		await there.write([{ kind: 'live', id }], 0);
		const first = await there.keep('Eerste');
		await store.db
			.updateTable('observations')
			.set({ value: 12 })
			.where('indicator_id', '=', project.indicatorId)
			.where('area_id', '=', place.areaId)
			.where('wave_id', '=', project.waves[2025])
			.execute();
		valueOf(await keepBlock(context, project.id, report.id, id, { reason: 'Al vastgesteld.' }));
		expect((await there.version(first.id)).parts).toMatchObject([{ state: 'changed', difference: [] }]);
		const back = valueOf(await there.putBack(first.id, 1));
		expect(back.section.blocks).toMatchObject([{ id, said, state: 'changed', kept: null }]);
	});
});

describe('a version that is kept by itself', () => {
	test('holds what stood there before somebody writes on after a night, once', async () => {
		const there = await begin();
		await there.write(textOf('Eerste dag.'), 0);
		const next = new Date(testNow.getTime() + 24 * 60 * 60 * 1000);
		const tomorrow = { ...there.context, now: () => next };
		await there.write(textOf('Tweede dag.'), 1, tomorrow);
		await there.write(textOf('Tweede dag, later.'), 2, tomorrow);
		const versions = await there.versions();
		expect(versions).toMatchObject([{ kind: 'earlier', number: 1 }]);
		expect((await there.version(versions[0]?.id ?? '')).parts).toMatchObject([{ text: 'Eerste dag.' }]);
	});
});

describe('words of an interview in a version', () => {
	test('go with their interview', async () => {
		const there = await begin();
		const { id } = await there.put({ kind: 'quote', codingId: there.project.said[0].codingId });
		await there.write([{ kind: 'live', id }], 0);
		const { id: versionId } = await there.keep('Eerste');
		expect(JSON.stringify(await there.version(versionId))).toContain('wijk');
		await store.db.deleteFrom('sources').where('id', '=', there.project.said[0].sourceId).execute();
		expect(JSON.stringify(await there.version(versionId))).not.toContain('wijk er');
		const left = await store.db
			.selectFrom('report_version_blocks')
			.select('said')
			.where('version_id', '=', versionId)
			.execute();
		expect(left).toEqual([]);
	});

	test('are not shown once their speaker does not want to be quoted, and do not come back', async () => {
		const there = await begin();
		const { id } = await there.put({ kind: 'quote', codingId: there.project.said[0].codingId });
		await there.write([{ kind: 'live', id }], 0);
		const { id: versionId } = await there.keep('Eerste');
		await there.write(textOf('Zonder citaat.'), 1);
		await store.db
			.updateTable('sources')
			.set({ quotes_allowed: false })
			.where('project_id', '=', there.project.id)
			.execute();
		expect(JSON.stringify(await there.version(versionId))).not.toContain('wijk er');
		const back = valueOf(await there.putBack(versionId, 2));
		expect(back.section.blocks).toMatchObject([{ said: null, state: 'not-allowed' }]);
	});

	test('do not keep a name that is found later', async () => {
		const there = await begin();
		const { sourceId, codingId } = there.project.said[0];
		const { id } = await there.put({ kind: 'quote', codingId, shortened: 'in één wijk (…)' });
		await there.write([{ kind: 'live', id }], 0);
		const { id: versionId } = await there.keep('Eerste');
		const coder = await contextFor(store, there.project.users.coder);
		valueOf(await reportName(coder, there.project.id, sourceId, { version: 1, start: 20, end: 24 }));
		const kept = await store.db
			.selectFrom('report_version_blocks')
			.select(['said', 'shortened'])
			.where('version_id', '=', versionId)
			.execute();
		expect(kept).toHaveLength(1);
		expect(JSON.stringify(kept)).not.toContain('wijk');
	});
});
