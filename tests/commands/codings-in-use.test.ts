import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCodingBatch } from '../../src/lib/server/commands/add-coding-batch.ts';
import { addReport } from '../../src/lib/server/commands/add-report.ts';
import { chooseQuote } from '../../src/lib/server/commands/choose-quote.ts';
import { placeBlock } from '../../src/lib/server/commands/place-block.ts';
import { removeCoding } from '../../src/lib/server/commands/remove-coding.ts';
import { removeCodingBatch } from '../../src/lib/server/commands/undo-coding-batch.ts';
import { updateExplanation } from '../../src/lib/server/commands/update-explanation.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf, type DisplayProject } from '../support/display-project.ts';
import { writeMemo } from '../support/memos.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
});

const author = () => contextFor(store, project.users.author);
const coder = () => contextFor(store, project.users.coder);

/** What a colleague can do that leans on a coding. */
const uses = {
	'a memo': (codingId: string) =>
		writeMemo(store, project.id, project.users['codebook-manager'], { about: { kind: 'coding', codingId } }),
	'a chosen quote': async (codingId: string) =>
		valueOf(await chooseQuote(await author(), project.id, project.rowOf(project.theme), codingId)),
	'evidence of an explanation': async (codingId: string) => {
		const id = await addExplanationOf(store, project, project.indicatorId);
		const addEvidence = [{ kind: 'quote', side: 'supports', codingId }];
		return valueOf(await updateExplanation(await author(), project.id, id, { addEvidence }));
	},
	'a block of a report': async (codingId: string) => {
		const areaId = project.areas.district;
		const asked = { title: 'Rapport 😀', kind: 'final', areaIds: [areaId] };
		const report = valueOf(await addReport(await author(), project.id, asked));
		const place = { pillarId: project.pillars.first, areaId };
		const shows = { kind: 'quote', codingId };
		return valueOf(await placeBlock(await author(), project.id, report.id, { ...place, shows }));
	}
} as const;
const kinds = Object.keys(uses) as (keyof typeof uses)[];

describe('an undo leaves a coding on which work of somebody else leans', () => {
	test.each(kinds)('as %s', async (kind) => {
		const [{ codingId }, other] = project.said;
		await uses[kind](codingId);
		const undo = async (id: string) => removeCoding(await coder(), project.id, id, { onlyOwn: 'true' });
		expect(codesOf(await undo(codingId))).toEqual(['coding-noted']);
		expect(codesOf(await undo(other.codingId))).toEqual([]);
	});

	test.each(kinds)('as %s, also where many were made in one step', async (kind) => {
		const items = project.said.slice(0, 2).map(({ sourceId }, at) => ({ sourceId, version: 1, start: 0, end: 3 + at }));
		const batch = valueOf(await addCodingBatch(await coder(), project.id, { codeId: project.theme, items }));
		const made = await store.db
			.selectFrom('coding_batch_items')
			.select('coding_id')
			.where('batch_id', '=', batch.id ?? '')
			.execute();
		await uses[kind](made[0]?.coding_id ?? '');
		const taken = valueOf(await removeCodingBatch(await coder(), project.id, batch.id ?? ''));
		expect(taken).toMatchObject({ codings: 1, spared: 1 });
	});
});
