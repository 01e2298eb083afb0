import { describe, expect, test } from 'vitest';
import type { ChangeTurnsInput, CutAnswer } from '#lib/contract/turns.ts';
import { toCutAnswer } from '#lib/contract/source-answer.ts';
import { recut, type Cut } from '#lib/domain/source/recut.ts';
import { positionMap } from '#lib/domain/text/position.ts';
import { CutEditor } from '#lib/ui/source/cut-editor.svelte.ts';
import { marked } from '../../support/marked.ts';

const { text, ranges } = marked('I: <a>Hoe gaat het 😀?</a>\n\nR: <b>Goed. En in één wijk?</b>\n\nR2: <c>Slecht.</c>');
const turn = (ordinal: number, name: string, speakerId: string) => ({
	...(ranges[name] ?? { start: 0, end: 1 }),
	ordinal,
	speakerId,
	startMs: null,
	endMs: null
});
const first: Cut = {
	turns: [turn(1, 'a', 'i'), turn(2, 'b', 'r'), turn(3, 'c', 'r2')],
	speakers: [
		{ id: 'i', label: 'I', role: 'interviewer' },
		{ id: 'r', label: 'R', role: 'respondent' },
		{ id: 'r2', label: 'R2', role: 'respondent' }
	]
};
const answerOf = (cut: Cut): CutAnswer => ({ version: 1, ...toCutAnswer(cut) });

/** A server that mends by the real rule and, like the real one, does all operations or none. */
const server = () => {
	let cut = first;
	let ids = 0;
	const map = positionMap(text);
	const store = ({ operations }: ChangeTurnsInput) => {
		let next = cut;
		for (const operation of operations) {
			const result = recut(map, next, operation, `new-${(ids += 1)}`);
			const codes = result.ok ? [] : result.problems.map(({ code }) => code);
			if (!result.ok)
				return Promise.resolve({ ok: false, status: 409, codes, message: 'Kan niet.', messages: [] } as const);
			next = result.value;
		}
		cut = next;
		return Promise.resolve({ ok: true, value: answerOf(cut) } as const);
	};
	const read = () => Promise.resolve({ ok: true, value: answerOf(cut) } as const);
	return { store, editor: new CutEditor(text, answerOf(cut), store, read) };
};
const said = (editor: CutEditor) =>
	editor.turns.map(({ start, end, speakerId }) => [
		editor.speakers.find(({ id }) => id === speakerId)?.label,
		editor.map.slice(start, end)
	]);
const joinSecond = { kind: 'join', ordinal: 2, start: ranges['b']?.start ?? 0 } as const;

describe('mending the cut of a text', () => {
	test('shows what the server made of a step, and takes it back', async () => {
		const { editor } = server();
		const before = said(editor);
		expect(await editor.apply([joinSecond])).toBe(true);
		expect(said(editor)).toEqual([
			['I', 'Hoe gaat het 😀?'],
			['R', 'Goed. En in één wijk?\n\nR2: Slecht.']
		]);
		expect(await editor.undo()).toBe(true);
		expect(said(editor)).toEqual(before);
		expect(editor.canUndo).toBe(false);
	});

	test('what is done before the answer comes follows it, about the same turns, and nothing is lost', async () => {
		const { editor } = server();
		const before = said(editor);
		const [b, c] = [ranges['b']?.start ?? 0, ranges['c']?.start ?? 0];
		const done = await Promise.all([
			editor.apply([{ kind: 'join', ordinal: 1, start: ranges['a']?.start ?? 0 }]),
			// The third turn is the second by the time this is done.
			editor.apply([{ kind: 'assign', ordinal: 3, start: c, speakerId: 'r' }]),
			editor.apply([{ kind: 'assign', ordinal: 3, start: c, speakerId: 'r2' }])
		]);
		expect(done).toEqual([true, true, true]);
		expect(said(editor).map(([label]) => label)).toEqual(['I', 'R2']);
		expect(editor.canUndo).toBe(true);
		await Promise.all([editor.undo(), editor.undo(), editor.undo()]);
		expect(said(editor)).toEqual(before);
		expect(editor.turns.some(({ start }) => start === b)).toBe(true);
		expect([editor.canUndo, editor.isBusy]).toEqual([false, false]);
	});

	test('who says it already is no step', async () => {
		const { editor } = server();
		expect(await editor.apply([{ kind: 'assign', ordinal: 2, start: ranges['b']?.start ?? 0, speakerId: 'r' }])).toBe(
			true
		);
		expect(editor.canUndo).toBe(false);
	});

	test('several operations are one step back', async () => {
		const { editor } = server();
		const before = said(editor);
		await editor.apply([joinSecond, { kind: 'assign', ordinal: 1, start: ranges['a']?.start ?? 0, speakerId: 'r' }]);
		await editor.undo();
		expect(said(editor)).toEqual(before);
	});

	test('a speaker that was merged away comes back with its turns', async () => {
		const { editor } = server();
		const before = said(editor);
		await editor.apply([{ kind: 'merge-speakers', speakerId: 'r2', intoSpeakerId: 'r' }]);
		expect(editor.speakers.map(({ label }) => label)).toEqual(['I', 'R']);
		expect(await editor.undo()).toBe(true);
		expect(said(editor)).toEqual(before);
	});

	test('a refused step changes nothing and says why; steps back stay', async () => {
		const { editor } = server();
		await editor.apply([{ kind: 'set-role', speakerId: 'r2', role: 'interpreter' }]);
		expect(await editor.apply([{ kind: 'rename-speaker', speakerId: 'r2', label: 'R' }])).toBe(false);
		expect(editor.problem).toBe('Kan niet.');
		expect(editor.speakers.map(({ label }) => label)).toEqual(['I', 'R', 'R2']);
		expect(editor.canUndo).toBe(true);
	});

	test('when someone else changed the cut, shows what it is now and gives up its own steps back', async () => {
		const { editor, store } = server();
		await editor.apply([{ kind: 'set-role', speakerId: 'r2', role: 'interpreter' }]);
		await store({ version: 1, operations: [joinSecond] }); // by a colleague
		const third = { kind: 'assign', ordinal: 3, start: ranges['c']?.start ?? 0, speakerId: 'r' } as const;
		expect(await editor.apply([third])).toBe(false);
		expect(editor.problem).toBe('Kan niet.');
		expect(editor.turns).toHaveLength(2);
		expect(editor.canUndo).toBe(false);
	});
});
