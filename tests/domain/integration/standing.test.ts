import { describe, expect, test } from 'vitest';
import type { Recognition } from '#lib/domain/integration/explanation.ts';
import { byStanding, recognisedByAll, standingAnswers } from '#lib/domain/integration/standing.ts';
import { recognitionOf } from '../../merge/answer-of.ts';

const standingOf = (...answers: readonly Partial<Recognition>[]) =>
	standingAnswers(answers.map((more, at) => recognitionOf({ id: String(at), ...more }))).map(({ id }) => id);

describe('the answers to whether people know an explanation that stand', () => {
	test('are those of every group in every session', () => {
		expect(standingOf({ session: 'A' }, { session: 'A', saidBy: 'resident' }, { session: 'B' })).toEqual([
			'0',
			'1',
			'2'
		]);
	});

	test('are the last ones of a group in a session, as each who took notes wrote it down', () => {
		expect(standingOf({ session: 'Maart é' }, { session: ' maart É ' })).toEqual(['1']);
		expect(standingOf({ session: 'A' }, { session: 'A', createdBy: 'v' })).toEqual(['0', '1']);
	});

	test('are outside sessions the last ones of a group for each who asked', () => {
		expect(standingOf({ answer: 'no' }, { answer: 'yes' }, { createdBy: 'v' })).toEqual(['1', '2']);
	});
});

test('people who differ together know an explanation in part; nobody asked is no answer', () => {
	const all = (...answers: readonly Recognition['answer'][]) =>
		recognisedByAll({ recognitions: answers.map((answer, at) => recognitionOf({ answer, session: String(at) })) });
	expect([all(), all('yes', 'yes'), all('no'), all('yes', 'no'), all('partly')]).toEqual([
		null,
		'yes',
		'no',
		'partly',
		'partly'
	]);
});

test('explanations stand with those that people know best first, whatever was answered last', () => {
	const of = (id: string, ...answers: readonly Recognition['answer'][]) => ({
		id,
		strength: 'one' as const,
		recognitions: answers.map((answer, at) => recognitionOf({ answer, session: String(at) }))
	});
	const sorted = byStanding([of('none'), of('no', 'no'), of('differ', 'yes', 'no'), of('yes', 'yes')]);
	expect(sorted.map(({ id }) => id)).toEqual(['yes', 'differ', 'none', 'no']);
});
