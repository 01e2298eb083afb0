import { describe, expect, test } from 'vitest';
import { notASpeaker } from '../../../src/lib/domain/source/not-a-speaker.ts';
import { recut, type Cut, type CutOperation } from '../../../src/lib/domain/source/recut.ts';
import { undoOf, withSpeaker, type UndoStep } from '../../../src/lib/domain/source/undo-recut.ts';
import type { Turn } from '../../../src/lib/domain/source/turn.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';

const { text, ranges } = marked(
	'I: <a>Hoe gaat het 👨‍👩‍👧?</a>\n\nR: <b>Goed.</b>\n\nLet op: <c>één prijs.</c>\n\nR: <d>Ja. Nee 😀.</d>'
);
const map = positionMap(text);
const turn = (ordinal: number, name: string, speakerId: string | null): Turn => ({
	...(ranges[name] ?? { start: 0, end: 1 }),
	ordinal,
	speakerId,
	startMs: ordinal * 1000,
	endMs: ordinal * 1000 + 900
});
const cut: Cut = {
	turns: [turn(1, 'a', 'i'), turn(2, 'b', 'r'), turn(3, 'c', 'l'), turn(4, 'd', 'r')],
	speakers: [
		{ id: 'i', label: 'I', role: 'interviewer' },
		{ id: 'r', label: 'R', role: 'respondent' },
		{ id: 'l', label: 'Let op', role: 'respondent' }
	]
};
const start = (ordinal: number) => cut.turns[ordinal - 1]?.start ?? 0;
const after = (operations: readonly CutOperation[], from = cut): Cut =>
	operations.reduce((present, operation) => {
		const result = recut(map, present, operation, 'new');
		if (!result.ok) throw new Error(JSON.stringify(result.problems));
		return result.value;
	}, from);

/** Takes steps back as the page does: a lost speaker comes back as "new". */
const takenBack = (steps: readonly UndoStep[], from: Cut): Cut =>
	steps.reduce((present, step, at) => {
		const [own] = withSpeaker([step], lostId(steps.slice(0, at)), 'new');
		if (own?.kind !== 'restore-speaker') return own ? after([own], present) : present;
		const { label, role } = own.speaker;
		return after([{ kind: 'add-speaker', label, role }], present);
	}, from);
const lostId = (steps: readonly UndoStep[]) =>
	steps.flatMap((step) => (step.kind === 'restore-speaker' ? [step.speaker.id] : []))[0] ?? '';

const words = ({ turns, speakers }: Cut) =>
	turns.map(({ start, end, speakerId }) => [
		speakers.find(({ id }) => id === speakerId)?.label ?? null,
		map.slice(start, end)
	]);

describe('a step back', () => {
	const operations: readonly CutOperation[] = [
		{ kind: 'join', ordinal: 2, start: start(2) },
		{ kind: 'assign', ordinal: 3, start: start(3), speakerId: null },
		{ kind: 'rename-speaker', speakerId: 'r', label: 'Bewoner één' },
		{ kind: 'set-role', speakerId: 'l', role: 'interpreter' }
	];

	test.each(operations)('after $kind gives the cut there was, times of the recording and all', (operation) => {
		const changed = after([operation]);
		expect(changed).not.toEqual(cut);
		expect(takenBack(undoOf(cut, operation), changed)).toEqual(cut);
	});

	test('after a split joins the words again', () => {
		const at = (ranges['d']?.start ?? 0) + 4;
		const split: CutOperation = { kind: 'split', ordinal: 4, start: start(4), at, resumeAt: null, speakerId: 'i' };
		const changed = after([split]);
		expect(words(changed).slice(3)).toEqual([
			['R', 'Ja.'],
			['I', 'Nee 😀.']
		]);
		expect(words(takenBack(undoOf(cut, split), changed))).toEqual(words(cut));
	});

	test('after merging brings the speaker back with the same turns, under a new id', () => {
		const merge: CutOperation = { kind: 'merge-speakers', speakerId: 'l', intoSpeakerId: 'r' };
		const back = takenBack(undoOf(cut, merge), after([merge]));
		expect(words(back)).toEqual(words(cut));
		expect(back.speakers.map(({ id, label }) => [id, label])).toContainEqual(['new', 'Let op']);
	});
});

describe('a label that is no speaker', () => {
	test('goes with its words to the turn before, and is gone', () => {
		const changed = after(notASpeaker(cut, 'l'));
		expect(words(changed)).toEqual([
			['I', 'Hoe gaat het 👨‍👩‍👧?'],
			['R', 'Goed.\n\nLet op: één prijs.'],
			['R', 'Ja. Nee 😀.']
		]);
		expect(changed.speakers.map(({ id }) => id)).toEqual(['i', 'r']);
	});

	test('at the beginning of a text leaves words of nobody', () => {
		const changed = after(notASpeaker(cut, 'i'));
		expect(words(changed)[0]).toEqual([null, 'Hoe gaat het 👨‍👩‍👧?']);
		expect(changed.speakers.map(({ id }) => id)).toEqual(['r', 'l']);
	});

	test('that is the only one leaves a text in which nobody speaks', () => {
		const alone: Cut = { turns: [turn(1, 'a', 'i')], speakers: [{ id: 'i', label: 'I', role: 'respondent' }] };
		expect(after(notASpeaker(alone, 'i'), alone).turns[0]?.speakerId).toBeNull();
	});
});
