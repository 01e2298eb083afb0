import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '../../src/lib/domain/text/edit.ts';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { dismissOrphan, placeOrphan, restoreOrphan } from '../../src/lib/server/commands/place-orphan.ts';
import { restoreCode } from '../../src/lib/server/commands/restore-code.ts';
import { reviewCodings, takeBackReviews } from '../../src/lib/server/commands/review-codings.ts';
import { unplaceOrphan } from '../../src/lib/server/commands/unplace-orphan.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { listChangedCodings, listOrphans } from '../../src/lib/server/views/carried-codings.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { previewEdit } from '../../src/lib/server/views/edit-preview.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { listSourceVersions, readSourceVersion } from '../../src/lib/server/views/source-versions.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addCode,
	addMember,
	addProject,
	addSource,
	contextFor,
	testNow,
	type TestProject
} from '../support/project.ts';

const text = 'Het 😀 park is mooi, en het 👨‍👩‍👧 plein niet. Het park is één ding.';

let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let green: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	green = await addCode(store, project, 'Groen');
	source = await addSource(store, project, text);
});

const interviewer = () => contextFor(store, project.users.interviewer);
const coder = () => contextFor(store, project.users.coder);
const at = (words: string) => codePointLength(text.slice(0, text.indexOf(words)));
const code = async (words: string) => {
	const range = { start: at(words), end: at(words) + codePointLength(words) };
	return valueOf(await applyCode(await coder(), project.id, { sourceId: source.id, ...range, codeId: green })).id;
};
const edit = async (operations: readonly Operation[], version = 1) =>
	valueOf(await editSource(await interviewer(), project.id, source.id, { version, operations, reason: 'gehoord' }));
const without = (words: string): Operation[] => [{ retain: at(words) }, { delete: codePointLength(words) }];
const orphans = async () => valueOf(await listOrphans(await coder(), project.id, { sourceId: source.id })).items;
const changed = async () => valueOf(await listChangedCodings(await coder(), project.id, {})).items;
const quotes = async () =>
	valueOf(await listCodings(await coder(), project.id, { sourceId: source.id })).items.map(({ quote }) => quote);

describe('a coding whose words are gone', () => {
	test('waits on a list with its words and where they stood, and is on the desk as a number', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		expect(await orphans()).toMatchObject([
			{ id, quote: 'mooi', at: at('mooi'), orphanedIn: 2, madeIn: 1, mayMend: true, code: { isGone: false } }
		]);
		expect(valueOf(await codingDesk(await coder(), project.id, source.id))).toMatchObject({ orphans: 1, changed: [] });
		expect(await quotes()).toEqual([]);
	});

	test('keeps its place when the text is corrected again', async () => {
		await code('mooi');
		await edit(without('mooi'));
		await edit([{ insert: 'Nou, 👍🏽 ' }], 2);
		expect(await orphans()).toMatchObject([{ at: at('mooi') + 8 }]);
	});

	test('gets a place in the new text, as a coding of the same coder', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		const context = await coder();
		const placed = await placeOrphan(context, project.id, id, { version: 2, start: 4, end: 10 });
		expect(placed).toMatchObject({
			ok: true,
			value: { id, version: 2, quote: '😀 park', coderId: project.users.coder }
		});
		expect(context.events.map(({ kind, change }) => `${kind} ${change}`)).toEqual(['coding added', 'source changed']);
		expect(await orphans()).toEqual([]);
		expect(await quotes()).toEqual(['😀 park']);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test.each<[string, Record<string, number>, string]>([
		['in an old version', { version: 1, start: 0, end: 3 }, 'version-conflict'],
		['outside the text', { version: 2, start: 0, end: 999 }, 'range-outside-text'],
		['on white space', { version: 2, start: 3, end: 4 }, 'range-empty']
	])('gets no place %s', async (_, input, problem) => {
		const id = await code('mooi');
		await edit(without('mooi'));
		expect(await placeOrphan(await coder(), project.id, id, input)).toMatchObject({ problems: [{ code: problem }] });
		expect(await orphans()).toHaveLength(1);
	});

	test('gets no place where the same coder has the same code already', async () => {
		const id = await code('mooi');
		await code('Het 😀');
		await edit(without('mooi'));
		const placed = await placeOrphan(await coder(), project.id, id, { version: 2, start: 0, end: 5 });
		expect(placed).toMatchObject({ problems: [{ code: 'coding-exists' }] });
	});

	test('can be let go, and comes back on the list', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		const { deletionId } = valueOf(await dismissOrphan(await coder(), project.id, id));
		expect(await orphans()).toEqual([]);
		expect(await dismissOrphan(await coder(), project.id, id)).toMatchObject({
			problems: [{ code: 'orphan-unknown' }]
		});
		valueOf(await restoreOrphan(await coder(), project.id, id, { deletionId }));
		expect(await orphans()).toHaveLength(1);
	});

	test('goes back to the list with its words when its place is taken back, also from another code', async () => {
		const id = await code('mooi');
		await edit([{ retain: at('mooi') }, { insert: 'heel ' }]);
		const gone = [{ retain: at('mooi') }, { delete: codePointLength('heel mooi') }];
		await edit(gone, 2);
		const before = await orphans();
		expect(before).toMatchObject([{ id, quote: 'mooi', madeIn: 1 }]);
		const codeId = await addCode(store, project, 'Anders');
		valueOf(await placeOrphan(await coder(), project.id, id, { version: 3, start: 0, end: 3, codeId }));
		const context = await coder();
		valueOf(await unplaceOrphan(context, project.id, id));
		expect(await orphans()).toEqual(before);
		expect(await quotes()).toEqual([]);
		expect(context.events.map(({ kind, change }) => `${kind} ${change}`)).toEqual(['coding removed', 'source changed']);
		expect(await findFaults(store.db)).toEqual([]);
		expect(await unplaceOrphan(await coder(), project.id, id)).toMatchObject({
			problems: [{ code: 'orphan-not-placed' }]
		});
	});

	test('keeps its new place when the coding or the text changed since', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		valueOf(await placeOrphan(await coder(), project.id, id, { version: 2, start: 0, end: 3 }));
		const later = await contextFor(store, project.users.coder, { now: () => new Date(testNow.getTime() + 1000) });
		valueOf(await changeCoding(later, project.id, id, { important: true }));
		const refused = { problems: [{ code: 'orphan-not-placed' }] };
		expect(await unplaceOrphan(await coder(), project.id, id)).toMatchObject(refused);
		const other = await code('Het 😀');
		await edit([{ insert: 'Nou. ' }], 2);
		expect(await unplaceOrphan(await coder(), project.id, other)).toMatchObject(refused);
		expect(await quotes()).toEqual(['Het', 'Het 😀']);
	});

	test('of a code that left the codebook stays on the list, and takes another code', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		valueOf(await deleteCode(await contextFor(store, project.users['codebook-manager']), project.id, green, {}));
		expect(await orphans()).toMatchObject([{ id, code: { name: 'Groen', isGone: true } }]);
		const place = { version: 2, start: 0, end: 3 };
		expect(await placeOrphan(await coder(), project.id, id, place)).toMatchObject({
			problems: [{ code: 'code-unknown' }]
		});
		const other = await addCode(store, project, 'Anders');
		const placed = await placeOrphan(await coder(), project.id, id, { ...place, codeId: other });
		expect(placed).toMatchObject({ value: { codeId: other, quote: 'Het' } });
	});

	test('whose code was away while the words went, waits too when the code comes back', async () => {
		const id = await code('mooi');
		const manager = await contextFor(store, project.users['codebook-manager']);
		const { deletionId } = valueOf(await deleteCode(manager, project.id, green, { codings: 'delete' }));
		await edit(without('mooi'));
		expect(await orphans()).toEqual([]);
		valueOf(await restoreCode(manager, project.id, green, { deletionId }));
		expect(await orphans()).toMatchObject([{ id, code: { isGone: false } }]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('of another coder is for that coder, and for who keeps the codebook', async () => {
		const id = await code('mooi');
		await edit(without('mooi'));
		const other = await contextFor(store, project.users['codebook-manager']);
		expect(valueOf(await listOrphans(other, project.id, {})).items).toMatchObject([{ id, mayMend: true }]);
		const author = await contextFor(store, project.users.author);
		expect(valueOf(await listOrphans(author, project.id, {})).items).toMatchObject([{ id, mayMend: false }]);
		expect(await dismissOrphan(author, project.id, id)).toMatchObject({ problems: [{ code: 'not-allowed' }] });
	});
});

describe('a coding in which words changed', () => {
	const grow: Operation[] = [{ retain: at('plein') }, { insert: 'grote ' }];

	test('waits until somebody looked at it, with the words it was made on', async () => {
		const id = await code('het 👨‍👩‍👧 plein');
		await edit(grow);
		await edit([{ retain: at('mooi') }, { insert: 'heel ' }], 2);
		expect(await changed()).toMatchObject([
			{ id, quote: 'het 👨‍👩‍👧 grote plein', was: 'het 👨‍👩‍👧 plein', changedIn: 2, madeIn: 1, mayReview: true }
		]);
		expect(valueOf(await codingDesk(await coder(), project.id, source.id)).changed).toEqual([id]);
		const context = await coder();
		expect(await reviewCodings(context, project.id, { codingIds: [id] })).toMatchObject({ value: { reviewed: [id] } });
		expect(context.events).toMatchObject([{ kind: 'source', change: 'changed', sourceId: source.id }]);
		expect(await changed()).toEqual([]);
		expect(await reviewCodings(await coder(), project.id, { codingIds: [id] })).toMatchObject({
			value: { reviewed: [] }
		});
	});

	test('waits again when the looking is taken back, unless its words changed again', async () => {
		const id = await code('het 👨‍👩‍👧 plein');
		await edit(grow);
		const input = { codingIds: [id] };
		const before = await changed();
		expect(await takeBackReviews(await coder(), project.id, input)).toMatchObject({ value: { reviewed: [] } });
		valueOf(await reviewCodings(await coder(), project.id, input));
		expect(await takeBackReviews(await coder(), project.id, input)).toMatchObject({ value: { reviewed: [id] } });
		expect(await changed()).toEqual(before);
		valueOf(await reviewCodings(await coder(), project.id, input));
		await edit([{ retain: at('plein') }, { insert: 'erg ' }], 2);
		expect(await takeBackReviews(await coder(), project.id, input)).toMatchObject({ value: { reviewed: [] } });
		expect(await changed()).toMatchObject([{ id, changedIn: 3 }]);
	});

	test('was looked at by who gives it another place', async () => {
		const id = await code('het 👨‍👩‍👧 plein');
		await edit(grow);
		const context = await coder();
		valueOf(await changeCoding(context, project.id, id, { important: true }));
		expect(await changed()).toHaveLength(1);
		valueOf(await changeCoding(context, project.id, id, { version: 2, start: 0, end: 3 }));
		expect(await changed()).toEqual([]);
	});

	test('of which only the space between words is left has lost its words', async () => {
		const id = await code('park is');
		const [first, second] = [at('park'), at('park is') + 5];
		await edit([
			{ retain: first },
			{ insert: 'de' },
			{ delete: 4 },
			{ retain: second - first - 4 },
			{ insert: 'tuin' },
			{ delete: 2 }
		]);
		expect(await orphans()).toMatchObject([{ id, quote: 'park is' }]);
	});
});

describe('what an edit would do', () => {
	test('is told before it is made, in numbers and words', async () => {
		const plein = await code('het 👨‍👩‍👧 plein');
		await code('mooi');
		await code('één ding');
		const operations = [...without('mooi'), { retain: at('plein') - at('mooi') - 4 }, { insert: 'grote ' }];
		const asked = { version: 1, operations };
		const hit = { version: 1, moved: 1, grown: 1, shrunk: 0, replaced: 0, orphaned: 1 };
		const reader = await interviewer();
		expect(valueOf(await previewEdit(reader, project.id, source.id, asked))).toMatchObject({ ...hit, hits: [] });
		await addMember(store, project.id, project.users.interviewer, 'coder');
		const preview = valueOf(await previewEdit(reader, project.id, source.id, asked));
		expect(preview).toMatchObject({ ...hit, characters: codePointLength(text) + 2 });
		expect(preview.hits).toMatchObject([
			{ kind: 'orphaned', codeName: 'Groen', before: 'mooi', after: '' },
			{ codingId: plein, kind: 'grown', before: 'het 👨‍👩‍👧 plein', after: 'het 👨‍👩‍👧 grote plein' }
		]);
		expect(valueOf(await readSource(reader, project.id, source.id))).toMatchObject({ version: 1, text });
	});
});

test('speakers can still be merged after a text was corrected', async () => {
	const speakers = await store.db.selectFrom('speakers').select('id').where('source_id', '=', source.id).execute();
	await edit([{ insert: 'Nou. ' }]);
	const context = await interviewer();
	const added = valueOf(
		await changeTurns(context, project.id, source.id, {
			version: 2,
			operations: [{ kind: 'add-speaker', label: 'Respondent', role: 'respondent' }]
		})
	);
	const into = added.speakers.find(({ label }) => label === 'Respondent')?.id;
	const merge = { kind: 'merge-speakers', speakerId: speakers[0]?.id, intoSpeakerId: into };
	expect(await changeTurns(context, project.id, source.id, { version: 2, operations: [merge] })).toMatchObject({
		ok: true
	});
});

describe('a speaker who is called otherwise', () => {
	const labelled = 'INT: Hoe 😀 gaat het?\nJan: Goed, ik ben Jan.\nINT: Mooi.';
	const parts = ['Hoe 😀 gaat het?', 'Goed, ik ben Jan.', 'Mooi.'];
	const start = (words: string) => codePointLength(labelled.slice(0, labelled.indexOf(words)));

	/** An interview of three turns with labels in its text, and a code on what Jan says. */
	const interview = async () => {
		const made = await addSource(store, project, labelled);
		const context = await interviewer();
		const speakers = valueOf(
			await changeTurns(context, project.id, made.id, {
				version: 1,
				operations: [
					{ kind: 'rename-speaker', speakerId: made.speakerId, label: 'INT' },
					{ kind: 'add-speaker', label: 'Jan', role: 'respondent' }
				]
			})
		).speakers;
		const idOf = (label: string) => speakers.find((speaker) => speaker.label === label)?.id ?? '';
		await store.db.deleteFrom('turns').where('source_id', '=', made.id).execute();
		await store.db
			.insertInto('turns')
			.values(
				parts.map((words, index) => ({
					...{ source_id: made.id, version: 1, ordinal: index + 1, start_ms: null, end_ms: null },
					start_position: start(words),
					end_position: start(words) + codePointLength(words),
					speaker_id: idOf(index === 1 ? 'Jan' : 'INT')
				}))
			)
			.execute();
		const at = { start: start('ik ben'), end: start('ik ben') + 10 };
		const applied = await applyCode(await coder(), project.id, { sourceId: made.id, ...at, codeId: green });
		return { id: made.id, janId: idOf('Jan'), codingId: valueOf(applied).id, context };
	};

	test('is called so in the list only, unless the text is to change too', async () => {
		const { id, janId, context } = await interview();
		const operations = [{ kind: 'rename-speaker', speakerId: janId, label: 'Bewoner 1' }];
		expect(valueOf(await changeTurns(context, project.id, id, { version: 1, operations }))).toMatchObject({
			version: 1
		});
		expect(valueOf(await readSource(context, project.id, id)).text).toBe(labelled);
	});

	test('is called so in the text too, by an edit that leaves words and codes where they are', async () => {
		const { id, janId, codingId, context } = await interview();
		const operations = [{ kind: 'rename-speaker', speakerId: janId, label: 'Bewoner 1', inText: true }];
		const changed = valueOf(
			await changeTurns(context, project.id, id, { version: 1, operations, reason: 'andere naam' })
		);
		expect(changed).toMatchObject({ version: 2, turns: [{}, { speakerId: janId }, {}] });
		const read = valueOf(await readSource(context, project.id, id));
		expect(read.text).toBe(labelled.replace('\nJan:', '\nBewoner 1:'));
		const characters = [...read.text];
		expect(read.turns.map((turn) => characters.slice(turn.start, turn.end).join(''))).toEqual(parts);
		const coded = valueOf(await listCodings(await coder(), project.id, { sourceId: id })).items;
		expect(coded).toMatchObject([{ id: codingId, quote: 'ik ben Jan', version: 2 }]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('and when a turn begins can be mended after the release, as a version that leaves words and codes', async () => {
		const { id, codingId, context } = await interview();
		const times = { kind: 'set-times', ordinal: 2, start: start('Goed') };
		const set = (version: number, startMs: number | null, endMs: number | null) =>
			changeTurns(context, project.id, id, { version, operations: [{ ...times, startMs, endMs }] });
		const mended = valueOf(await set(1, 2_000, 3_500));
		expect(mended).toMatchObject({ version: 2, turns: [{}, { startMs: 2_000, endMs: 3_500 }, {}] });
		expect(await set(2, 4_000, 3_500)).toMatchObject({ problems: [{ code: 'turn-times-reversed' }] });
		expect(valueOf(await set(2, 2_000, 3_500)).version).toBe(2);
		expect(valueOf(await set(2, null, 3_500))).toMatchObject({ version: 3, turns: [{}, { startMs: null }, {}] });

		const versions = valueOf(await listSourceVersions(context, project.id, id)).items;
		expect(versions).toMatchObject([
			{ version: 3, times: 1, inserted: 0, deleted: 0 },
			{ version: 2, times: 1, inserted: 0, deleted: 0 },
			{ version: 1, times: 0 }
		]);
		const asItWas = async (version: number) =>
			valueOf(await readSourceVersion(context, project.id, id, version)).turns[1]?.startMs ?? null;
		expect([await asItWas(1), await asItWas(2), await asItWas(3)]).toEqual([null, 2_000, null]);
		const read = valueOf(await readSource(context, project.id, id));
		expect(read).toMatchObject({ version: 3, text: labelled });
		const coded = valueOf(await listCodings(await coder(), project.id, { sourceId: id })).items;
		expect(coded).toMatchObject([{ id: codingId, quote: 'ik ben Jan', version: 3 }]);
		expect(await changed()).toEqual([]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('and gets times without a version while it is still being prepared', async () => {
		const made = await addSource(store, project, labelled, { status: 'uploaded' });
		const operations = [{ kind: 'set-times', ordinal: 1, start: 0, startMs: 1_000, endMs: null }];
		const context = await interviewer();
		expect(valueOf(await changeTurns(context, project.id, made.id, { version: 1, operations }))).toMatchObject({
			...{ version: 1, turns: [{ startMs: 1_000 }] }
		});
	});
});
