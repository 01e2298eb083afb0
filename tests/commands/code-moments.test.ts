import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { makeCodebookVersion } from '../../src/lib/server/commands/make-codebook-version.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { redoCodeChange, undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { undoCodeMerge } from '../../src/lib/server/commands/undo-code-merge.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { exportQuotes } from '../../src/lib/server/views/export-quotes.ts';
import { readCoding } from '../../src/lib/server/views/list-codings.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import { valueOf } from '../import/fixture.ts';
import { emptyStore, testStore } from '../support/database.ts';
import {
	addCode,
	addCoding,
	addProject,
	addSource,
	contextFor,
	testNow,
	type TestProject
} from '../support/project.ts';

/** The version of the codebook under which a coding got the code it has now. */

let store: Store;
let project: TestProject;
let park: string;
let green: string;
let source: { id: string; text: string };
let coding: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	park = await addCode(store, project, 'Park');
	green = await addCode(store, project, 'Groen 😀');
	source = await addSource(store, project, 'Het 😀 park is mooi');
	coding = await addCoding(store, project, source, { start: 0, end: 10 }, park);
});

const minute = (at: number) => new Date(testNow.getTime() + at * 60_000);
const as = (role: 'coder' | 'codebook-manager' | 'author', at: number) =>
	contextFor(store, project.users[role], { now: () => minute(at) });
const version = async (at: number, name: string) =>
	valueOf(await makeCodebookVersion(await as('codebook-manager', at), project.id, { name }));
const recode = async (at: number, codeId: string, more: object = {}) =>
	valueOf(await changeCoding(await as('coder', at), project.id, coding, { codeId, ...more }));
const seen = async () => {
	const { codeSetAt, codebookVersion } = valueOf(await readCoding(await as('coder', 99), project.id, coding));
	return [codeSetAt, codebookVersion?.name ?? null];
};
const at = (minutes: number) => minute(minutes).toISOString();

describe('a coding that got another code', () => {
	beforeEach(async () => {
		await version(-1, 'Ronde 1');
		await version(1, 'Ronde 2');
	});

	test('knows the version under which it got the code it has now, at the desk and in files too', async () => {
		expect(await seen()).toEqual([at(0), 'Ronde 1']);
		expect(await recode(2, green)).toMatchObject({ codedAt: at(0), codeSetAt: at(2) });
		expect(await seen()).toEqual([at(2), 'Ronde 2']);
		const desk = valueOf(await codingDesk(await as('coder', 3), project.id, source.id));
		expect(desk.codings.map((row) => row.slice(9))).toEqual([
			[minute(0).getTime(), minute(2).getTime(), minute(2).getTime(), null]
		]);
		const file = valueOf(await exportQuotes(await as('author', 3), project.id, { format: 'csv' }, 'nl'));
		expect(new TextDecoder().decode(file.bytes)).toMatch(/;2\. Ronde 2\r\n/);
	});

	test('keeps that when something else of it changes', async () => {
		await recode(2, green);
		valueOf(
			await changeCoding(await as('coder', 4), project.id, coding, { memo: 'mooi', codeId: green, end: 9, start: 0 })
		);
		expect(await seen()).toEqual([at(2), 'Ronde 2']);
	});

	test('has the moment of before again when that is taken back, and the one of the other code when it is done again', async () => {
		await recode(2, green);
		await recode(3, park, { takesBack: true });
		expect(await seen()).toEqual([at(0), 'Ronde 1']);
		await recode(4, green, { takesBack: true });
		expect(await seen()).toEqual([at(2), 'Ronde 2']);
	});

	test('has a new moment when somebody chooses the first code again, or takes back what never was', async () => {
		await recode(2, green);
		await recode(3, park);
		expect(await seen()).toEqual([at(3), 'Ronde 2']);
		await recode(4, await addCode(store, project, 'Bomen'), { takesBack: true });
		expect(await seen()).toEqual([at(4), 'Ronde 2']);
	});
});

test('a coding knows when its passage, direction and mark were last made otherwise, also when they are the same again', async () => {
	const change = async (minutes: number, input: object) =>
		valueOf(await changeCoding(await as('coder', minutes), project.id, coding, input)).decidedAt;
	const onDesk = async () =>
		valueOf(await codingDesk(await as('coder', 99), project.id, source.id)).codings.map((row) => row[12]);
	expect(await onDesk()).toEqual([null]);
	expect(await change(1, { codeId: green, memo: 'mooi é 😀', important: false })).toBeUndefined();
	expect(await change(2, { important: true })).toEqual({ isImportant: at(2) });
	expect(await change(3, { start: 0, end: 9 })).toEqual({ isImportant: at(2), range: at(3) });
	const last = { isImportant: at(2), range: at(4), valences: at(4) };
	expect(await change(4, { start: 0, end: 10, valences: ['forward'] })).toEqual(last);
	expect(valueOf(await readCoding(await as('coder', 5), project.id, coding)).decidedAt).toEqual(last);
	expect(await onDesk()).toEqual([last]);
});

describe('a change of the codebook', () => {
	beforeEach(async () => {
		await version(-1, 'Ronde 1');
		await version(1, 'Ronde 2');
	});

	test('that merges codes judges no passage anew: the moment stays, also when it is undone', async () => {
		const asked = { fromCodeId: park, intoCodeId: green };
		const { id } = valueOf(await mergeCodes(await as('codebook-manager', 2), project.id, asked, {}));
		expect(await seen()).toEqual([at(0), 'Ronde 1']);
		valueOf(await undoCodeMerge(await as('codebook-manager', 3), project.id, id ?? ''));
		expect(await seen()).toEqual([at(0), 'Ronde 1']);
	});

	test('that merges codes leaves the moment of a coding that had the other code once', async () => {
		await recode(2, green);
		await recode(3, park);
		const asked = { fromCodeId: park, intoCodeId: green };
		const { id } = valueOf(await mergeCodes(await as('codebook-manager', 4), project.id, asked, {}));
		expect(await seen()).toEqual([at(3), 'Ronde 2']);
		valueOf(await undoCodeMerge(await as('codebook-manager', 5), project.id, id ?? ''));
		expect(await seen()).toEqual([at(3), 'Ronde 2']);
	});

	test('that splits a code gives each passage its code anew; undone, the moment of before is back', async () => {
		const asked = { codeId: park, targets: [{ codeId: green }], assignments: [{ codingId: coding, target: 0 }] };
		const { id } = valueOf(await splitCode(await as('codebook-manager', 2), project.id, asked, {}));
		expect(await seen()).toEqual([at(2), 'Ronde 2']);
		valueOf(await undoCodeChange(await as('codebook-manager', 3), project.id, id ?? ''));
		expect(await seen()).toEqual([at(0), 'Ronde 1']);
		valueOf(await redoCodeChange(await as('codebook-manager', 4), project.id, id ?? ''));
		expect(await seen()).toEqual([at(4), 'Ronde 2']);
	});
});

test('codings of before know the moment in which a split gave them their code', { timeout: 120_000 }, async () => {
	const folder = mkdtempSync(join(tmpdir(), 'wijkstem-migrations-'));
	const old = await emptyStore();
	try {
		for (const name of readdirSync('migrations').filter((name) => name < '0076'))
			cpSync(join('migrations', name), join(folder, name));
		await migrate(old.db, folder);
		const within = await addProject(old);
		const [from, into] = [await addCode(old, within, 'Park'), await addCode(old, within, 'Groen')];
		const text = await addSource(old, within, 'Het 😀 park is mooi');
		const moved = await addCoding(old, within, text, { start: 0, end: 4 }, into);
		const own = await addCoding(old, within, text, { start: 0, end: 5 }, into);
		const back = await addCoding(old, within, text, { start: 0, end: 6 }, from);
		const handed = [{ fromCodeId: from, intoCodeId: into, moved: [moved, back] }];
		await old.db
			.insertInto('code_changes')
			.values({
				...{ id: newId(), project_id: within.id, kind: 'split', made_by: within.users['codebook-manager'] },
				...{ made_at: minute(7), way_back: JSON.stringify({ handed }), undone_at: null }
			})
			.execute();
		await migrate(old.db, 'migrations');
		const rows = await old.db.selectFrom('codings').select(['id', 'code_set_at', 'earlier_codes']).execute();
		const byId = new Map(rows.map((row) => [row.id, [row.code_set_at, row.earlier_codes]]));
		expect(byId.get(moved)).toEqual([minute(7), { [from]: at(0) }]);
		expect([byId.get(own), byId.get(back)]).toEqual([
			[null, {}],
			[null, {}]
		]);
	} finally {
		await old.close();
		rmSync(folder, { recursive: true, force: true });
	}
});
