import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import type { Operation } from '../../src/lib/domain/text/edit.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { carryPassages } from '../../src/lib/server/views/carried-passages.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const text = 'Het 😀 park is mooi. De buurt is stil.';

let store: Store;
let project: TestProject;
let sourceId: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	sourceId = (await addSource(store, project, text)).id;
});

const of = (words: string) => {
	const start = [...text.slice(0, text.indexOf(words))].length;
	return { start, end: start + [...words].length };
};
const edit = async (version: number, operations: readonly Operation[], closesBefore = false) =>
	valueOf(
		await editSource(await contextFor(store, project.users.interviewer), project.id, sourceId, {
			...{ version, operations, closesBefore },
			reason: ''
		})
	);
const carry = async (version: number, ...passages: readonly { start: number; end: number }[]) =>
	carryPassages(await contextFor(store, project.users.coder), project.id, sourceId, { version, passages });
/** Releases the text as it is: what was made so far was made the day before, and what follows is made after. */
const release = async () => {
	await sql`update source_versions set created_at = created_at - interval '1 day'
		where source_id = ${sourceId}`.execute(store.db);
	await sql`update sources set released_at = (select max(created_at) + interval '1 hour' from source_versions
		where source_id = sources.id) where id = ${sourceId}`.execute(store.db);
};
const takeOutPark = () => edit(1, [{ retain: 6 }, { delete: 4 }, { insert: '[PLAATS_1]' }], true);

describe('passages of an earlier version of a text', () => {
	test('are told where they are now, with the words of then where those changed', async () => {
		await edit(1, [{ insert: 'Nou 👍🏽. ' }]);
		await edit(2, [{ retain: 8 + 6 }, { delete: 4 }, { insert: 'plein' }]);
		const { version, passages } = valueOf(
			await carry(1, of('De buurt'), of('park is mooi'), of('park'), { start: 900, end: 901 })
		);
		const now = positionMap('Nou 👍🏽. Het 😀 plein is mooi. De buurt is stil.');
		expect(version).toBe(3);
		expect(passages.map(({ outcome, start, end, was }) => [outcome, now.slice(start, end), was])).toEqual([
			['moved', 'De buurt', null],
			['changed', 'plein is mooi', 'park is mooi'],
			['gone', '', 'park'],
			['gone', '', null]
		]);
	});

	test('of the text as it is now stay where they are, and a version that is not there is unknown', async () => {
		expect(valueOf(await carry(1, of('park'))).passages).toEqual([{ outcome: 'moved', ...of('park'), was: null }]);
		expect(await carry(2, of('park'))).toMatchObject({ problems: [{ code: 'version-unknown' }] });
	});

	test('from before a name was taken out are told, without the words, when that text had been released', async () => {
		await release();
		await takeOutPark();
		const { passages } = valueOf(await carry(1, of('mooi'), of('park is')));
		expect(passages).toEqual([
			{ outcome: 'moved', start: 20, end: 24, was: null },
			{ outcome: 'changed', start: 6, end: 19, was: null }
		]);
	});

	test('from before the release are not told', async () => {
		await takeOutPark();
		await release();
		expect(await carry(1, of('mooi'))).toMatchObject({ problems: [{ code: 'version-unknown' }] });
	});

	test('are not told when a version between was sealed, so that its changes are not known', async () => {
		await edit(1, [{ insert: 'Nou. ' }]);
		await edit(2, [{ insert: 'Ja. ' }]);
		await sql`update source_versions set operations = null, text = '', sealed_at = now()
			where source_id = ${sourceId} and version = 2`.execute(store.db);
		expect(await carry(1, of('mooi'))).toMatchObject({ problems: [{ code: 'version-unknown' }] });
	});
});
