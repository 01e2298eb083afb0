import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import { closePrinting } from '#lib/server/printing/print.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import type { Context } from '#lib/server/access/context.ts';
import { valueOf } from '../import/fixture.ts';
import { readPdf } from '../report/read-pdf.ts';
import { addUser, contextFor } from '../support/project.ts';
import { testStore } from '../support/database.ts';

let store: Store;
let context: Context;
let projectId: string;
beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Beheerder', true));
	projectId = valueOf(await loadDemo(context)).projectId;
}, 120_000);
afterAll(async () => {
	await closePrinting();
	await store.close();
});

describe('the factsheet of the demo as PDF', () => {
	test('fits on two pages of A4 for every district, whichever language is asked for', async () => {
		const areas = await store.db
			.selectFrom('areas')
			.select(['id', 'name'])
			.where('project_id', '=', projectId)
			.where('kind', '=', 'district')
			.execute();
		expect(areas).toHaveLength(4);
		for (const { id, name } of areas)
			for (const locale of ['nl', 'en'] as const) {
				const file = valueOf(await exportFactsheet(context, projectId, { areaId: id, format: 'pdf' }, locale));
				const { pages } = await readPdf(file.bytes);
				expect(pages.length, `${name} ${locale}`).toBeLessThanOrEqual(2);
			}
	});

	test('keeps nobody else waiting while it is made', async () => {
		const areaId = (
			await store.db
				.selectFrom('areas')
				.select('id')
				.where('project_id', '=', projectId)
				.where('kind', '=', 'district')
				.executeTakeFirstOrThrow()
		).id;
		const files = await Promise.all(
			[1, 2, 3].map(() => exportFactsheet(context, projectId, { areaId, format: 'pdf' }, 'nl'))
		);
		expect(files.map((file) => valueOf(file).type)).toEqual(Array(3).fill('application/pdf'));
		expect(new Set(files.map((file) => Buffer.from(valueOf(file).bytes).toString('base64'))).size).toBe(1);
	});
});
