import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseQuote } from '../../src/lib/server/commands/choose-quote.ts';
import { removeCoding, restoreCoding } from '../../src/lib/server/commands/remove-coding.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { writeMemo } from '../support/memos.ts';
import { addCoding, addMember, contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
/** the coding that stays */
let stays: string;
/** the one that goes into it */
let goes: string;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	await addMember(store, project.id, project.users.coder, 'author');
	const [{ codingId, sourceId, text }] = project.said;
	stays = codingId;
	goes = await addCoding(store, project, { id: sourceId, text }, { start: 0, end: 12 }, project.theme);
});

const me = () => contextFor(store, project.users.coder);
const memoAbout = (codingId: string, by: 'coder' | 'codebook-manager' = 'coder', visibility = 'private') =>
	writeMemo(store, project.id, project.users[by], { about: { kind: 'coding', codingId }, visibility });
const choose = async (codingId: string) =>
	valueOf(await chooseQuote(await me(), project.id, project.rowOf(project.theme), codingId));
const unite = async () => removeCoding(await me(), project.id, goes, { onlyOwn: 'true', into: stays });

const aboutOf = async (memoId: string) =>
	(await store.db.selectFrom('memos').select('coding_id').where('id', '=', memoId).executeTakeFirst())?.coding_id;
const chosen = async () =>
	(await store.db.selectFrom('chosen_quotes').select('coding_id').where('project_id', '=', project.id).execute()).map(
		({ coding_id }) => coding_id
	);

test('own memos and chosen quotes of a coding that goes into another go there, and come back with it', async () => {
	const memo = await memoAbout(goes);
	await choose(goes);

	const { deletionId } = valueOf(await unite());
	expect(await aboutOf(memo.id)).toBe(stays);
	expect(await chosen()).toEqual([stays]);

	valueOf(await restoreCoding(await me(), project.id, goes, { deletionId }));
	expect(await aboutOf(memo.id)).toBe(goes);
	expect(await chosen()).toEqual([goes]);

	valueOf(await unite());
	expect(await aboutOf(memo.id)).toBe(stays);
	expect(await chosen()).toEqual([stays]);
});

test('asked again, because the answer was lost, it is done once', async () => {
	const memo = await memoAbout(goes);
	const first = valueOf(await unite());
	expect(valueOf(await unite())).toEqual(first);
	const { deletionId } = first;
	const back = valueOf(await restoreCoding(await me(), project.id, goes, { deletionId }));
	expect(valueOf(await restoreCoding(await me(), project.id, goes, { deletionId }))).toEqual(back);
	expect(await aboutOf(memo.id)).toBe(goes);
});

test('what was written about the one that stays meanwhile stays there', async () => {
	const { deletionId } = valueOf(await unite());
	const later = await memoAbout(stays);
	valueOf(await restoreCoding(await me(), project.id, goes, { deletionId }));
	expect(await aboutOf(later.id)).toBe(stays);
});

test('a quote that was chosen with both stays chosen once, and twice after the coding came back', async () => {
	await choose(stays);
	await choose(goes);
	const { deletionId } = valueOf(await unite());
	expect((await chosen()).filter((id) => id === stays)).toHaveLength(1);
	valueOf(await restoreCoding(await me(), project.id, goes, { deletionId }));
	expect((await chosen()).sort()).toEqual([stays, goes].sort());
});

test('a coding on which work of a colleague leans does not go into another, and nothing moves', async () => {
	const mine = await memoAbout(goes);
	const theirs = await memoAbout(goes, 'codebook-manager');
	const without = removeCoding(await me(), project.id, goes, { into: stays });
	expect(codesOf(await without)).toEqual(['coding-noted']);
	expect(codesOf(await unite())).toEqual(['coding-noted']);
	expect([await aboutOf(mine.id), await aboutOf(theirs.id)]).toEqual([goes, goes]);
});

test('a memo that a colleague threw away does not go along: it comes back where it was', async () => {
	const theirs = await memoAbout(goes, 'codebook-manager');
	await store.db.updateTable('memos').set({ deleted_at: new Date() }).where('id', '=', theirs.id).execute();
	valueOf(await unite());
	expect(await aboutOf(theirs.id)).toBe(goes);
});

test('it goes into a coding of the same person, code and interview only, that is there', async () => {
	const [{ sourceId, text }, other, third] = project.said;
	const source = { id: sourceId, text };
	const place = { start: 3, end: 9 };
	const ofColleague = await addCoding(store, project, source, place, project.theme, { coderId: project.users.author });
	const ofOtherCode = await addCoding(store, project, source, place, project.other);
	const gone = await addCoding(store, project, source, place, project.theme);
	valueOf(await removeCoding(await me(), project.id, gone));
	for (const into of [ofColleague, ofOtherCode, gone, goes, other.codingId, third.codingId, project.id])
		expect(codesOf(await removeCoding(await me(), project.id, goes, { into }))).toEqual(['coding-into-other']);
});

test('other screens hear which shared memos and which displays changed; a private memo is not told', async () => {
	await memoAbout(goes);
	const shared = await memoAbout(goes, 'coder', 'shared');
	await choose(goes);
	const context = await me();
	valueOf(await removeCoding(context, project.id, goes, { into: stays }));
	expect(context.events).toMatchObject([
		{ kind: 'coding', change: 'removed', ids: [goes] },
		{ kind: 'memo', change: 'changed', ids: [shared.id] },
		{ kind: 'decision', change: 'changed', ids: [project.rowOf(project.theme)] }
	]);
});
