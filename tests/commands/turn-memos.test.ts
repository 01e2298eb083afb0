import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { deleteMemo } from '../../src/lib/server/commands/delete-memo.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { rereadSource } from '../../src/lib/server/commands/reread-source.ts';
import { restoreMemo } from '../../src/lib/server/commands/restore-memo.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import type { Operation } from '../../src/lib/domain/text/edit.ts';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { readMemo } from '../../src/lib/server/views/list-memos.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
import { addProject, contextFor, type TestProject } from '../support/project.ts';
import { operationsOn } from '../support/random-edit.ts';

/** A memo on a turn is about that turn, also when the text around and in it is corrected. */
const talk = 'I: Hoe is het 😀 hier?\n\nR: Goed, in één wijk.\n\nI: En het 👨‍👩‍👧 park?\n\nR: Mooi.';

let store: Store;
let project: TestProject;
let sourceId: string;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	project = await addProject(store);
	const input = { areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' };
	const file = textFile('gesprek.txt', talk);
	sourceId = valueOf(await uploadSource(await interviewer(), project.id, [file], input)).id;
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const interviewer = () => contextFor(store, project.users.interviewer);
const memoOn = async (turn: number) =>
	(await writeMemo(store, project.id, project.users.interviewer, { about: { kind: 'turn', sourceId, turn } })).id;
const memosOn = async () => [await memoOn(1), await memoOn(2), await memoOn(3), await memoOn(4)];
const turnOf = async (memoId: string) => {
	const { about } = valueOf(await readMemo(await interviewer(), project.id, memoId));
	return about.kind === 'turn' ? about.turn : null;
};
const turnsOf = async (memos: readonly string[]) => {
	const found = [];
	for (const memo of memos) found.push(await turnOf(memo));
	return found;
};
const edit = async (operations: readonly Operation[], version = 1) =>
	valueOf(await editSource(await interviewer(), project.id, sourceId, { version, operations, reason: 'nageluisterd' }));
const at = (words: string) => codePointLength(talk.slice(0, talk.indexOf(words)));
const without = (from: string, to: string): readonly Operation[] => [
	...(at(from) > 0 ? [{ retain: at(from) }] : []),
	{ delete: at(to) - at(from) }
];

describe('a memo on a turn', () => {
	test.each<[string, readonly Operation[]]>([
		['words come before all turns', [{ insert: 'Opname 🎙️ 1.\n\n' }]],
		['words come in at its beginning', [{ retain: at('Goed') }, { insert: 'Nou, 😀 ' }]],
		['words come before its label', [{ retain: at('R: Goed') }, { insert: 'Zacht: ' }]],
		['its first word goes, and the space behind it stays', [{ retain: at('Goed') }, { delete: 5 }]],
		['its first word is replaced', [{ retain: at('Goed') }, { delete: 4 }, { insert: 'Best 👍🏽' }]],
		['a replacement reaches over its beginning', [{ retain: at('hier?') }, { delete: 13 }, { insert: 'daar?\n\nR: ' }]],
		['the first word of the first turn goes', [{ retain: at('Hoe') }, { delete: 3 }]]
	])('stays with it when %s', async (_, operations) => {
		const memos = await memosOn();
		await edit(operations);
		expect(await turnsOf(memos)).toEqual([1, 2, 3, 4]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('of which no word is left goes to the turn before it; those behind it move up', async () => {
		const memos = await memosOn();
		await edit(without('R: Goed', 'I: En'));
		expect(await turnsOf(memos)).toEqual([1, 1, 2, 3]);
	});

	test('that was the first, and is gone, goes to the one that is the first now', async () => {
		const memos = await memosOn();
		await edit(without('I: Hoe', 'R: Goed'));
		expect(await turnsOf(memos)).toEqual([1, 1, 2, 3]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('stays with it over edit after edit, also one that was deleted and comes back', async () => {
		const memos = await memosOn();
		valueOf(await deleteMemo(await interviewer(), project.id, memos[1] ?? ''));
		await edit([{ retain: at('Goed') }, { delete: 5 }]);
		await edit([{ insert: 'Één 😀 ' }], 2);
		valueOf(await restoreMemo(await interviewer(), project.id, memos[1] ?? ''));
		expect(await turnsOf(memos)).toEqual([1, 2, 3, 4]);
	});

	test('follows turns that are joined and split', async () => {
		const memos = await memosOn();
		const join = { kind: 'join', ordinal: 1, start: at('Hoe') };
		valueOf(await changeTurns(await interviewer(), project.id, sourceId, { version: 1, operations: [join] }));
		expect(await turnsOf(memos)).toEqual([1, 1, 2, 3]);
	});

	test('stays with its words when the file is read in another way', async () => {
		const memos = await memosOn();
		const context = await interviewer();
		valueOf(await rereadSource(context, project.id, sourceId, { version: 1, speakers: 'off' }, {}));
		expect(await turnsOf(memos)).toEqual([1, 2, 3, 4]);
		const onFirst = await memoOn(1);
		valueOf(await rereadSource(context, project.id, sourceId, { version: 1 }, {}));
		expect(await turnsOf([...memos, onFirst])).toEqual([1, 2, 3, 4, 1]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('law: whatever is edited, a memo is on the turn that its turn became, and none is without a turn', async () => {
		const memos = await memosOn();
		let version = 1;
		for (let seed = 1; seed <= 10; seed += 1) {
			const before = valueOf(await readSource(await interviewer(), project.id, sourceId));
			const were = await turnsOf(memos);
			const [operations = []] = fc.sample(operationsOn(before.characters), { numRuns: 1, seed });
			version = (await edit(operations, version)).version;
			const after = valueOf(await readSource(await interviewer(), project.id, sourceId));
			const now = await turnsOf(memos);
			if (after.turns.length === before.turns.length) expect(now).toEqual(were);
			if (after.turns.length > 0) expect(now).not.toContain(null);
		}
		expect(version).toBeGreaterThan(4);
		expect(await findFaults(store.db)).toEqual([]);
	});
});
