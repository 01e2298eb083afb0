import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../../../src/lib/contract/openapi.ts';
import { routes } from '../../../src/lib/contract/routes.ts';
import { applyCode } from '../../../src/lib/server/commands/apply-code.ts';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { listChangedCodings } from '../../../src/lib/server/views/carried-codings.ts';
import { codingDesk } from '../../../src/lib/server/views/coding-desk.ts';
import { listCodings } from '../../../src/lib/server/views/list-codings.ts';
import { readSource } from '../../../src/lib/server/views/read-source.ts';
import { valueOf } from '../../import/fixture.ts';
import { testStore } from '../../support/database.ts';
import { goldenVectors } from '../../support/golden-vectors.ts';
import { addCode, addProject, addSource, contextFor } from '../../support/project.ts';

/** F2: counting was a setting, with two conventions in one tool. There is one unit, and whoever asks gets the same places. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('the description of the API names the unit, and where a range ends', () => {
	expect(openApi(routes, 'https://wijkstem.example.nl').info.description).toMatch(
		/Unicode-tekens \(code points\).*half-open/
	);
});

test('every answer about a passage counts alike, and so does the database', async () => {
	const project = await addProject(store);
	const before = goldenVectors.map(({ text }) => text.normalize('NFC')).join(' ');
	const source = await addSource(store, project, `${before} De wijk is mooi.`);
	const start = [...before].length + 4;
	const codeId = await addCode(store, project, 'Wijk');
	const coder = await contextFor(store, project.users.coder);
	const range = { start, end: start + 4 };
	const applied = valueOf(await applyCode(coder, project.id, { sourceId: source.id, version: 1, ...range, codeId }));
	expect(applied).toMatchObject({ ...range, quote: 'wijk' });
	expect(valueOf(await listCodings(coder, project.id, { sourceId: source.id })).items).toMatchObject([range]);
	const desk = valueOf(await codingDesk(coder, project.id, source.id));
	expect(desk.codings.map(([, from, to]) => [from, to])).toEqual([[range.start, range.end]]);
	const { characters, text } = valueOf(await readSource(coder, project.id, source.id));
	expect(characters).toBe([...text].length);
	const { rows } = await sql<{ length: number; words: string }>`select char_length(text) as length,
		substr(text, ${range.start}::int + 1, ${range.end - range.start}::int) as words
		from source_versions where source_id = ${source.id}`.execute(store.db);
	expect(rows).toEqual([{ length: characters, words: 'wijk' }]);
	const interviewer = await contextFor(store, project.users.interviewer);
	const operations = [{ insert: '👩‍👩‍👧 ' }, { retain: range.end - 1 }, { insert: 'e' }];
	valueOf(await editSource(interviewer, project.id, source.id, { version: 1, operations, reason: '' }));
	expect(valueOf(await listChangedCodings(coder, project.id, {})).items).toMatchObject([
		{ start: range.start + 6, end: range.end + 7, quote: 'wijek' }
	]);
});
