import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { removeCoding, restoreCoding } from '../../src/lib/server/commands/remove-coding.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { applyEdit, canonicalEdit, type Operation } from '../../src/lib/domain/text/edit.ts';
import { canonicalText } from '../../src/lib/domain/text/plain-text.ts';
import { codePointLength, positionMap } from '../../src/lib/domain/text/position.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';
import { operationsOn, pieces, rangeIn } from '../support/random-edit.ts';

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
const edit = async (operations: readonly Operation[], version = 1, reason = 'nageluisterd') =>
	editSource(await interviewer(), project.id, source.id, { version, operations, reason });
const code = async (words: string, codeId = green) => {
	const start = codePointLength(text.slice(0, text.indexOf(words)));
	const range = { start, end: start + codePointLength(words) };
	const context = await contextFor(store, project.users.coder);
	const applied = await applyCode(context, project.id, { sourceId: source.id, ...range, codeId });
	if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
	return applied.value.id;
};
const quotes = async () => {
	const listed = await listCodings(await contextFor(store, project.users.coder), project.id, { sourceId: source.id });
	if (!listed.ok) throw new Error(JSON.stringify(listed.problems));
	return Object.fromEntries(listed.value.items.map(({ id, quote }) => [id, quote]));
};
const stored = async () => {
	const read = await readSource(await interviewer(), project.id, source.id);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
};
const at = (words: string) => codePointLength(text.slice(0, text.indexOf(words)));

describe('correcting a text', () => {
	test('makes a new version, with its turns, and keeps the one before', async () => {
		const context = await interviewer();
		const operations = [{ retain: at('mooi') }, { insert: 'heel ' }];
		const edited = await editSource(context, project.id, source.id, { version: 1, operations, reason: 'gemist' });
		const after = text.replace('mooi', 'heel mooi');
		expect(edited).toMatchObject({ ok: true, value: { version: 2, characters: codePointLength(after) } });
		expect(await stored()).toMatchObject({ version: 2, text: after, turns: [{ ordinal: 1, start: 0 }] });
		const versions = await store.db
			.selectFrom('source_versions')
			.select(['version', 'text', 'reason', 'operations'])
			.where('source_id', '=', source.id)
			.orderBy('version')
			.execute();
		expect(versions).toEqual([
			{ version: 1, text, reason: '', operations: null },
			{ version: 2, text: after, reason: 'gemist', operations }
		]);
		expect(context.events).toMatchObject([{ kind: 'source', change: 'changed', version: 2 }]);
	});

	test('never stores a citizen service number (BSN), also not one that it makes whole', async () => {
		const first = await edit([{ insert: 'Mijn nummer: 123456782. ' }], 1, 'nummer 111222333');
		expect(first).toMatchObject({ ok: true, value: { version: 2, bsnsRemoved: 1 } });
		expect((await stored()).text).toBe(`Mijn nummer: [BSN]. ${text}`);
		const half = await edit([{ insert: '1234567' }], 2);
		expect(half).toMatchObject({ ok: true, value: { version: 3, bsnsRemoved: 0 } });
		const whole = await edit([{ retain: 7 }, { insert: '82 ' }], 3);
		expect(whole).toMatchObject({ ok: true, value: { version: 4, bsnsRemoved: 1 } });
		const rows = await store.db.selectFrom('source_versions').selectAll().where('source_id', '=', source.id).execute();
		expect(JSON.stringify(rows)).not.toMatch(/123456782|111222333/);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('keeps codes on their words: moved, changed with them, or orphaned and kept', async () => {
		const park = await code('Het park is één');
		const plein = await code('het 👨‍👩‍👧 plein');
		const mooi = await code('mooi');
		const answer = await edit([
			{ retain: at('mooi') },
			{ delete: 4 },
			{ retain: at('plein') - at('mooi') - 4 },
			{ insert: 'grote ' }
		]);
		expect(answer).toMatchObject({
			value: {
				version: 2,
				moved: 1,
				changed: [{ id: plein }],
				orphaned: [{ id: mooi, at: at('mooi'), quote: 'mooi' }]
			}
		});
		expect(await quotes()).toEqual({ [park]: 'Het park is één', [plein]: 'het 👨‍👩‍👧 grote plein' });
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('never moves a code to words that only look the same (F13)', async () => {
		const first = await code('park is');
		const answer = await edit([{ retain: at('park is') }, { delete: codePointLength('park is') }]);
		expect(answer).toMatchObject({ value: { moved: 0, orphaned: [{ id: first }] } });
		expect(await quotes()).toEqual({});
	});

	test('that changes nothing makes no version', async () => {
		expect(await edit([])).toMatchObject({ value: { version: 1 } });
		expect(await edit([{ retain: 4 }, { delete: 1 }, { insert: '😀' }])).toMatchObject({ value: { version: 1 } });
	});
});

describe('what was removed before a text was corrected', () => {
	test('comes back on its own words', async () => {
		const park = await code('Het park is één');
		const coder = await contextFor(store, project.users.coder);
		const removed = await removeCoding(coder, project.id, park);
		if (!removed.ok) throw new Error(JSON.stringify(removed.problems));
		await edit([{ insert: 'Nou, 👍🏽 ' }]);
		expect(await restoreCoding(coder, project.id, park, { deletionId: removed.value.deletionId })).toMatchObject({
			ok: true
		});
		expect(await quotes()).toEqual({ [park]: 'Het park is één' });
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('stays away when its words are gone, and says why', async () => {
		const mooi = await code('mooi');
		const coder = await contextFor(store, project.users.coder);
		const removed = await removeCoding(coder, project.id, mooi);
		if (!removed.ok) throw new Error(JSON.stringify(removed.problems));
		await edit([{ retain: at('mooi') }, { delete: 4 }]);
		expect(await restoreCoding(coder, project.id, mooi, { deletionId: removed.value.deletionId })).toMatchObject({
			problems: [{ code: 'version-conflict' }]
		});
		expect(await findFaults(store.db)).toEqual([]);
	});
});

describe('an edit that is refused', () => {
	test('of a version that is not the present one (F9), also when two send at once', async () => {
		const both = await Promise.all([edit([{ insert: 'A' }]), edit([{ insert: 'B' }])]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'version-conflict', at: 'version' }] });
		expect((await stored()).version).toBe(2);
	});

	test.each<[string, readonly Operation[], string]>([
		['past the end', [{ retain: 1000 }], 'edit-too-long'],
		['with a NUL', [{ insert: 'a\0b' }], 'text-has-nul'],
		['that leaves nothing', [{ delete: codePointLength(text) }], 'edit-empties-text']
	])('%s', async (_, operations, problem) => {
		expect(await edit(operations)).toMatchObject({ ok: false, problems: [{ code: problem }] });
		expect(await stored()).toMatchObject({ version: 1, text });
	});
});

test('after any edits of any text every coding still has its own words (F8)', async () => {
	const cases = fc
		.array(fc.constantFrom(...pieces), { minLength: 5, maxLength: 60 })
		.map((all) => `x${all.join('')}`.normalize('NFC'))
		.chain((start) =>
			fc.record({
				start: fc.constant(start),
				ranges: fc.array(rangeIn(codePointLength(start)), { minLength: 1, maxLength: 20 }),
				operations: operationsOn(codePointLength(start))
			})
		);
	await fc.assert(
		fc.asyncProperty(cases, async ({ start, ranges, operations }) => {
			const made = await addSource(store, project, start);
			const coder = await contextFor(store, project.users.coder);
			const words = new Map<string, string>();
			for (const range of ranges) {
				const applied = await applyCode(coder, project.id, { sourceId: made.id, ...range, codeId: green });
				if (applied.ok) words.set(applied.value.id, applied.value.quote);
			}
			const context = await interviewer();
			const input = { version: 1, operations, reason: '' };
			const edited = await editSource(context, project.id, made.id, input);
			if (!edited.ok) return;
			const after = canonicalText(applyEdit(start, canonicalEdit(operations)));
			if (!after.ok) throw new Error('the text is not canonical');
			const now = await readSource(context, project.id, made.id);
			expect(now.ok && now.value.text).toBe(after.value.text);
			const map = positionMap(after.value.text);
			const listed = await listCodings(coder, project.id, { sourceId: made.id, limit: 500 });
			if (!listed.ok) throw new Error(JSON.stringify(listed.problems));
			const changed = new Set(edited.value.changed.map(({ id }) => id));
			for (const { id, start: from, end, quote } of listed.value.items) {
				expect(quote).toBe(map.slice(from, end));
				if (!changed.has(id)) expect(quote).toBe(words.get(id));
			}
			// none is dropped
			const orphans = edited.value.orphaned.map(({ id }) => id);
			expect([...listed.value.items.map(({ id }) => id), ...orphans].toSorted()).toEqual([...words.keys()].toSorted());
		}),
		{ numRuns: 40 }
	);
	expect(await findFaults(store.db)).toEqual([]);
}, 60_000);
