import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import { addProposal } from '../../src/lib/server/commands/add-proposal.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { changeMemo } from '../../src/lib/server/commands/change-memo.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { textOf } from '../support/memos.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const words = 'Zijn nummer is 111222333 😀.';
const stored = 'Zijn nummer is [BSN] 😀.';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
});
afterAll(() => store.close());

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);

test('a memo never holds a citizen service number, when it is written or changed', async () => {
	const input = {
		about: { kind: 'project' },
		kind: 'thought',
		title: words,
		body: textOf(words),
		visibility: 'private'
	};
	const memo = valueOf(await addMemo(await as('coder'), project.id, input));
	expect(JSON.stringify(memo)).toContain(stored);
	const changed = valueOf(
		await changeMemo(await as('coder'), project.id, memo.id, { version: memo.version, body: textOf(`Ook: ${words}`) })
	);
	expect(JSON.stringify(changed)).toContain(`Ook: ${stored}`);
	const rows = await store.db.selectFrom('memos').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain('111222333');
});

test('nor does a code, a note with a coding, or a proposal', async () => {
	const theme = await addCode(store, project, 'Thema');
	const manager = await as('codebook-manager');
	const code = valueOf(await updateCode(manager, project.id, theme, { example: words, definition: words }));
	expect(code).toMatchObject({ example: stored, definition: stored });
	const source = await addSource(store, project, 'Ik voel me 😀 thuis.');
	const coder = await as('coder');
	const on = { sourceId: source.id, version: 1, start: 0, end: 3, codeId: theme };
	const coding = valueOf(await applyCode(coder, project.id, on));
	valueOf(await changeCoding(coder, project.id, coding.id, { memo: words }));
	const proposal = { name: 'Nieuw', definition: words, sourceId: source.id, version: 1, start: 0, end: 3 };
	valueOf(await addProposal(coder, project.id, proposal));
	const tables = [
		await store.db.selectFrom('codings').select('memo').execute(),
		await store.db.selectFrom('codes').selectAll().execute(),
		await store.db.selectFrom('code_proposals').selectAll().execute()
	];
	expect(JSON.stringify(tables)).not.toContain('111222333');
	expect(JSON.stringify(tables)).toContain('[BSN]');
});
