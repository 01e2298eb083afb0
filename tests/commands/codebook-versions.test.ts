import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { makeCodebookVersion } from '../../src/lib/server/commands/make-codebook-version.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { setForerunners } from '../../src/lib/server/commands/set-forerunners.ts';
import { undoCodeMerge } from '../../src/lib/server/commands/undo-code-merge.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { updateCodebookVersion } from '../../src/lib/server/commands/update-codebook-version.ts';
import { versionDifferencesAnswer } from '../../src/lib/contract/codebook-version.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readCodeLineage } from '../../src/lib/server/views/code-lineage.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { exportQuotes } from '../../src/lib/server/views/export-quotes.ts';
import { listVersions, readVersion, readVersionDifferences } from '../../src/lib/server/views/codebook-versions.ts';
import { readCoding } from '../../src/lib/server/views/list-codings.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let park: string;
let green: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	park = await addCode(store, project, 'Park');
	green = await addCode(store, project, 'Groen 😀');
});

const manager = () => contextFor(store, project.users['codebook-manager']);
const done = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
};
const make = async (name: string, more: object = {}) =>
	makeCodebookVersion(await manager(), project.id, { name, ...more });
const change = async (codeId: string, input: object) =>
	done(await updateCode(await manager(), project.id, codeId, input));
const differences = async (id: string, other = 'now') =>
	done(await readVersionDifferences(await manager(), project.id, id, { with: other }));

describe('a version of the codebook', () => {
	test('keeps every code as it was, whatever changes later', async () => {
		await change(park, { definition: 'Groen om in te lopen' });
		const { id } = done(await make('Ronde 1', { note: 'Na de proef' }));
		await change(park, { name: 'Parken', definition: 'Anders', parentId: green });
		const version = done(await readVersion(await manager(), project.id, id));
		expect(version).toMatchObject({ number: 1, name: 'Ronde 1', note: 'Na de proef', codes: 2 });
		expect(version.tree.find((code) => code.id === park)).toMatchObject({
			name: 'Park',
			path: 'Park',
			definition: 'Groen om in te lopen'
		});
		expect((await differences(id)).differences).toEqual([
			expect.objectContaining({ kind: 'renamed', before: 'Park', after: 'Parken', path: 'Groen 😀 › Parken' }),
			expect.objectContaining({ kind: 'moved', before: null, after: 'Groen 😀' }),
			expect.objectContaining({ kind: 'described', field: 'definition', after: 'Anders' })
		]);
	});

	test('cannot be changed in the database either', async () => {
		const { id } = done(await make('Ronde 1'));
		const rewrite = store.db.updateTable('codebook_versions').set({ number: 7 }).where('id', '=', id).execute();
		await expect(rewrite).rejects.toThrow('never changes');
	});

	test('counts on, newest first, and has a name of its own', async () => {
		done(await make('Ronde 1'));
		done(await make('Ronde 2'));
		const { items } = done(await listVersions(await manager(), project.id, {}));
		expect(items.map(({ number, name }) => [number, name])).toEqual([
			[2, 'Ronde 2'],
			[1, 'Ronde 1']
		]);
		expect(await make('ronde 1')).toMatchObject({ ok: false, problems: [{ code: 'codebook-version-taken' }] });
	});

	test('is not made of nothing', async () => {
		await store.db.updateTable('codes').set({ deleted_at: new Date() }).where('project_id', '=', project.id).execute();
		expect(await make('Leeg')).toMatchObject({ ok: false, problems: [{ code: 'codebook-version-empty' }] });
	});

	test('can get another name, note and rounds, of this project only', async () => {
		const { id } = done(await make('Ronde 1'));
		const wave = await store.db
			.selectFrom('waves')
			.select('id')
			.where('project_id', '=', project.id)
			.executeTakeFirstOrThrow();
		const input = { name: 'Nulmeting', waveIds: [wave.id] };
		expect(done(await updateCodebookVersion(await manager(), project.id, id, input))).toMatchObject(input);
		const strange = { waveIds: ['00000000-0000-4000-8000-000000000000'] };
		expect(await updateCodebookVersion(await manager(), project.id, id, strange)).toMatchObject({
			ok: false,
			problems: [{ code: 'reference-unknown' }]
		});
	});

	test('is compared from old to new, however it is asked', async () => {
		const first = done(await make('Ronde 1'));
		await change(park, { name: 'Parken' });
		const second = done(await make('Ronde 2'));
		const forth = await differences(first.id, second.id);
		expect(forth).toMatchObject({ from: { number: 1 }, to: { number: 2 } });
		expect(forth.differences).toHaveLength(1);
		expect(await differences(second.id, first.id)).toEqual(forth);
	});

	test('tells the groups, synonyms and examples that are others, in the form of its description', async () => {
		const { id } = done(await make('Ronde 1'));
		await change(park, { isCodable: false, synonyms: ['plein'], example: 'Daar zit ik 😀' });
		const told = await differences(id);
		expect(told.differences).toEqual([
			expect.objectContaining({ kind: 'became-group', codeId: park }),
			expect.objectContaining({ field: 'example', before: '', after: 'Daar zit ik 😀' }),
			expect.objectContaining({ kind: 'synonyms', before: [], after: ['plein'] })
		]);
		expect(versionDifferencesAnswer.parse(told)).toEqual(told);
	});

	test('that is no neighbour is compared with all that came in between, and without what was taken back', async () => {
		const first = done(await make('Ronde 1'));
		await change(park, { name: 'Parken' });
		await change(green, { definition: 'Bomen 😀' });
		const second = done(await make('Ronde 2'));
		await change(park, { name: 'Park' });
		await change(green, { include: 'één boom' });
		const third = done(await make('Ronde 3'));
		const told = await differences(first.id, third.id);
		expect(told).toMatchObject({ from: { number: 1 }, to: { number: 3 } });
		// That the name was another in between is no difference between the first and the third.
		expect(told.differences).toMatchObject([
			{ codeId: green, field: 'definition', before: '', after: 'Bomen 😀' },
			{ codeId: green, field: 'include', before: '', after: 'één boom' }
		]);
		expect((await differences(second.id, third.id)).differences).toHaveLength(2);
		expect(await differences(third.id, first.id)).toEqual(told);
	});

	test('is told with each coding that was made under it', async () => {
		const source = await addSource(store, project, 'Het 😀 park is mooi');
		const coder = await contextFor(store, project.users.coder);
		const apply = async (start: number, end: number) =>
			done(await applyCode(coder, project.id, { sourceId: source.id, start, end, codeId: park }));
		const before = await apply(0, 3);
		const clock = { ...(await manager()), now: () => new Date(Date.now() + 60_000) };
		const version = done(await makeCodebookVersion(clock, project.id, { name: 'Ronde 1' }));
		const later = { ...coder, now: () => new Date(Date.now() + 120_000) };
		const after = done(await applyCode(later, project.id, { sourceId: source.id, start: 6, end: 10, codeId: park }));
		expect(done(await readCoding(coder, project.id, before.id)).codebookVersion).toBeNull();
		expect(done(await readCoding(coder, project.id, after.id)).codebookVersion).toEqual({
			id: version.id,
			number: 1,
			name: 'Ronde 1'
		});
		const desk = done(await codingDesk(coder, project.id, source.id));
		expect(desk.codebookVersions).toEqual([{ id: version.id, number: 1, name: 'Ronde 1', madeAt: version.madeAt }]);
		const author = await contextFor(store, project.users.author);
		const file = done(await exportQuotes(author, project.id, { format: 'csv' }, 'nl'));
		const lines = new TextDecoder().decode(file.bytes).split('\r\n');
		const header = lines.find((line) => line.startsWith('Verwijzing'));
		expect(header?.split(';').at(-1)).toBe('Versie van het codeboek');
		const versionsOf = (words: string) =>
			lines
				.find((line) => line.includes(`;${words};`))
				?.split(';')
				.at(-1);
		expect([versionsOf('Het'), versionsOf('park')]).toEqual(['', '1. Ronde 1']);
	});
});

describe('the forerunners of a code', () => {
	test('come with a merge, make it a merge between versions, and go when it is undone', async () => {
		const { id } = done(await make('Ronde 1'));
		const merged = done(await mergeCodes(await manager(), project.id, { fromCodeId: park, intoCodeId: green }, {}));
		expect((await differences(id)).differences).toEqual([
			expect.objectContaining({ kind: 'synonyms', codeId: green, after: ['Park'] }),
			{ kind: 'merged', codeId: park, path: 'Park', into: [{ codeId: green, path: 'Groen 😀' }] }
		]);
		expect(done(await readCodeLineage(await manager(), project.id, green)).forerunners).toEqual([
			{
				codeId: park,
				name: 'Park',
				isHere: false,
				isDirect: true,
				isMerged: true,
				isSplit: false,
				versions: [{ id, number: 1, name: 'Ronde 1' }]
			}
		]);
		done(await setForerunners(await manager(), project.id, green, { forerunnerIds: [] }));
		expect(done(await readCodeLineage(await manager(), project.id, green)).forerunners).toHaveLength(1);
		done(await undoCodeMerge(await manager(), project.id, merged.id ?? ''));
		expect(done(await readCodeLineage(await manager(), project.id, green)).forerunners).toEqual([]);
		expect((await differences(id)).differences).toEqual([]);
	});

	test('can be said and taken back, but not in a circle or to a code of elsewhere', async () => {
		const set = async (codeId: string, forerunnerIds: readonly string[]) =>
			setForerunners(await manager(), project.id, codeId, { forerunnerIds });
		expect(done(await set(green, [park])).forerunners).toMatchObject([
			{ codeId: park, isMerged: false, isSplit: false }
		]);
		expect(done(await readCodeLineage(await manager(), project.id, park)).followers).toMatchObject([
			{ codeId: green, isHere: true }
		]);
		expect(await set(park, [green])).toMatchObject({ ok: false, problems: [{ code: 'forerunner-circle' }] });
		expect(await set(park, [park])).toMatchObject({ ok: false, problems: [{ code: 'forerunner-itself' }] });
		const other = await addProject(store);
		const foreign = await addCode(store, other, 'Elders');
		expect(await set(green, [foreign])).toMatchObject({ ok: false, problems: [{ code: 'code-unknown' }] });
		expect(done(await set(green, [])).forerunners).toEqual([]);
	});
});
