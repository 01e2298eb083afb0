import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { decideFit } from '../../src/lib/server/commands/decide-fit.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { randomFrom, type Random } from '../bench/random.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { addCode, addCoding, addSource, contextFor, testNow } from '../support/project.ts';

/** What is told before codes are merged or split is what then happens, for one code and for more. */

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const manager = (project: DisplayProject) => contextFor(store, project.users['codebook-manager']);

/** Codings, with what their notes say part by part, and chosen quotes, as they are now. */
const picture = async ({ id: projectId }: DisplayProject) => ({
	codings: new Map(
		(
			await store.db
				.selectFrom('codings')
				.select(['id', 'code_id', 'start_position', 'end_position', 'memo'])
				.where('project_id', '=', projectId)
				.where('deleted_at', 'is', null)
				.execute()
		).map((row) => [row.id, { ...row, notes: row.memo.split('\n\n').filter((note) => note !== '') }])
	),
	quotes: (
		await store.db
			.selectFrom('chosen_quotes')
			.select(['pillar_id', 'from_wave_id', 'code_id', 'coding_id', 'chosen_at'])
			.where('project_id', '=', projectId)
			.execute()
	)
		.map((row) => [row.pillar_id, row.from_wave_id, row.code_id, row.coding_id, row.chosen_at.getTime()].join(' '))
		.sort()
});
type Picture = Awaited<ReturnType<typeof picture>>;

/** What a merge did, told from how everything was and became. */
const happened = (before: Picture, after: Picture, going: readonly string[], into: string) => ({
	moved: [...before.codings.values()].filter(
		({ id, code_id }) => going.includes(code_id) && after.codings.get(id)?.code_id === into
	).length,
	united: [...before.codings.keys()].filter((id) => !after.codings.has(id)).length,
	joinedNotes: [...after.codings.values()].filter(({ notes }) => notes.length > 1).length,
	chosenQuotes: after.quotes.filter((quote) => !before.quotes.includes(quote)).length
});

/** Codings with notes all over one text, and quotes chosen from them in displays of two pillars and two periods. */
const scatter = async (project: DisplayProject, codeIds: readonly string[], random: Random) => {
	const source = await addSource(store, project, 'Het 😀 park is mooi, en de cafés e\u0301n bomen ook');
	const pick = <T>(from: readonly T[]): T => {
		const one = from[random.between(0, from.length - 1)];
		if (one === undefined) throw new RangeError('nothing to pick from');
		return one;
	};
	const seen = new Set<string>();
	const codings: { id: string; codeId: string }[] = [];
	for (let n = 0; n < 40; n += 1) {
		const start = random.between(0, 3) * 8;
		const range = { start, end: start + random.between(1, 2) * 8 };
		const codeId = pick(codeIds);
		const coderId = pick([project.users.coder, project.users.author]);
		const key = [range.start, range.end, codeId, coderId].join(' ');
		if (seen.has(key)) continue;
		seen.add(key);
		const id = await addCoding(store, project, source, range, codeId, {
			coderId,
			...(random.next() < 0.2 && { change: pick(['forward', 'backward']) })
		});
		const memo = pick(['', '', 'hier ook 😀', `notitie ${n}`]);
		await store.db.updateTable('codings').set({ memo }).where('id', '=', id).execute();
		codings.push({ id, codeId });
	}
	for (const [n, { id: codingId, codeId }] of codings.entries()) {
		if (random.next() < 0.4) continue;
		await store.db
			.insertInto('chosen_quotes')
			.values({
				project_id: project.id,
				pillar_id: pick([project.pillars.first, project.pillars.second]),
				area_id: project.areas.district,
				from_wave_id: pick([project.waves[2021], project.waves[2023]]),
				to_wave_id: project.waves[2025],
				code_id: codeId,
				coding_id: codingId,
				chosen_by: project.users.author,
				// by which it is known, wherever it goes
				chosen_at: new Date(testNow.getTime() + n)
			})
			.execute();
	}
};

describe('what a merge tells beforehand', () => {
	test.each([
		{ seed: 1, uniteOverlaps: false },
		{ seed: 2, uniteOverlaps: true },
		{ seed: 3, uniteOverlaps: true },
		{ seed: 4, uniteOverlaps: false }
	])('of several codes is what it then does (chance $seed, overlaps: $uniteOverlaps)', async (given) => {
		const { seed, uniteOverlaps } = given;
		const project = await addDisplayProject(store);
		const [a, b, c] = [
			await addCode(store, project, 'Park é'),
			await addCode(store, project, 'Bomen', { pillarIds: [project.pillars.second] }),
			await addCode(store, project, 'Groen 😀', { pillarIds: [project.pillars.first] })
		];
		await scatter(project, [a, b, c, project.other], randomFrom(seed));
		const before = await picture(project);
		const input = { kind: 'merge', codeIds: [a, b, c], intoCodeId: project.other, uniteOverlaps };
		const told = valueOf(await changeCodes(await manager(project), project.id, input, { preview: 'true' }));
		expect(await picture(project)).toEqual(before);

		const done = valueOf(await changeCodes(await manager(project), project.id, input, {}));
		const after = await picture(project);
		expect(told.merged).toMatchObject(happened(before, after, [a, b, c], project.other));
		expect(done.merged).toEqual(told.merged);
		const isLeft = (quote: string) =>
			[a, b, c].some((id) => quote.includes(id)) && quote.includes(project.pillars.second);
		expect(told.merged?.quotesLeft).toBe(after.quotes.filter(isLeft).length);
		for (const figure of ['moved', 'united', 'joinedNotes', 'chosenQuotes', 'quotesLeft'] as const)
			expect(told.merged?.[figure], figure).toBeGreaterThan(0);

		valueOf(await undoCodeChange(await manager(project), project.id, done.id ?? ''));
		expect(await picture(project)).toEqual(before);
	});

	test.each([false, true])('of one code is what it then does (overlaps: %s)', async (uniteOverlaps) => {
		const project = await addDisplayProject(store);
		const park = await addCode(store, project, 'Park é', { pillarIds: [project.pillars.first] });
		await scatter(project, [park, project.other], randomFrom(5));
		const before = await picture(project);
		const input = { fromCodeId: park, intoCodeId: project.other, uniteOverlaps };
		const told = valueOf(await mergeCodes(await manager(project), project.id, input, { preview: 'true' }));
		const done = valueOf(await mergeCodes(await manager(project), project.id, input, {}));
		expect(told).toMatchObject(happened(before, await picture(project), [park], project.other));
		expect(told.united).toBe(uniteOverlaps ? told.overlapping : told.equal);
		expect({ ...done, id: null }).toEqual(told);
	});

	test('of several codes it counts the decisions on each of them, and the codes that really move along', async () => {
		const project = await addDisplayProject(store);
		const author = await contextFor(store, project.users.author);
		const into = await addCode(store, project, 'Veilig 😀', { pillarIds: [project.pillars.first] });
		await addCode(store, project, 'Onder é', { parentId: project.narrower });
		for (const [codeId, fit] of [
			[project.theme, 'confirms'],
			[project.other, 'voices-only']
		] as const)
			valueOf(
				await decideFit(author, project.id, project.rowOf(codeId), { fit, metaInference: 'Zo.', reason: 'Daarom.' })
			);
		const codeIds = [project.theme, project.narrower, project.other];
		const input = { kind: 'merge', codeIds, intoCodeId: into };
		const told = valueOf(await changeCodes(await manager(project), project.id, input, { preview: 'true' }));
		expect(told.merged).toMatchObject({ decisions: 2, children: 1, moved: 3, united: 0 });
		const one = { fromCodeId: project.theme, intoCodeId: into };
		const alone = valueOf(await mergeCodes(await manager(project), project.id, one, { preview: 'true' }));
		expect(alone).toMatchObject({ decisions: 1, children: 1 });
	});

	test('of several codes a name that two of them have below them is told beforehand', async () => {
		const project = await addDisplayProject(store);
		await addCode(store, project, 'Bankjes', { parentId: project.theme });
		await addCode(store, project, 'bankjes', { parentId: project.other });
		const into = await addCode(store, project, 'Veilig');
		const input = { kind: 'merge', codeIds: [project.theme, project.other], intoCodeId: into };
		const told = await changeCodes(await manager(project), project.id, input, { preview: 'true' });
		expect(told).toMatchObject({ ok: false, problems: [{ code: 'code-name-taken' }] });
	});
});

test('what a split tells beforehand of notes that are joined is what it then does', async () => {
	const project = await addDisplayProject(store);
	const park = await addCode(store, project, 'Park é');
	await scatter(project, [park, project.other], randomFrom(6));
	const before = await picture(project);
	const codings = [...before.codings.values()].filter(({ code_id }) => code_id === park);
	const input = {
		codeId: park,
		targets: [{ codeId: project.other }, { name: 'Bomen 😀' }],
		assignments: codings.map(({ id }, at) => ({ codingId: id, target: at % 4 === 0 ? 1 : 0 }))
	};
	const told = valueOf(await splitCode(await manager(project), project.id, input, { preview: 'true' }));
	valueOf(await splitCode(await manager(project), project.id, input, {}));
	const { joinedNotes, united } = happened(before, await picture(project), [park], project.other);
	expect(told).toMatchObject({ joinedNotes, united });
	expect(joinedNotes).toBeGreaterThan(0);
});
