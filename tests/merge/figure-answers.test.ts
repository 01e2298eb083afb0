import { describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#lib/domain/integration/review-session.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { answersAbout } from '#lib/merge/figure-answers.ts';
import { figuresApart } from '#lib/merge/figures-apart.ts';
import { valueOf } from '../import/fixture.ts';
import { answerOf } from './answer-of.ts';
import { unlinkedInput } from './unlinked-input.ts';

const waves = [2019, 2021, 2023, 2025, 2027].map((year) => ({ id: String(year), label: `Ronde ${year}`, year }));
const wave = (year: number) => waves.find((one) => one.year === year)!;
const beside = (from: number, to: number, answers: readonly SessionAnswer[]) =>
	answersAbout(answers, waves, { from: wave(from), to: wave(to) }, [{ indicatorId: 'KV3' }]);
const about = (fromWaveId: string, toWaveId: string) =>
	answerOf({ id: `${fromWaveId}-${toWaveId}`, fromWaveId, toWaveId });

describe('an answer on a figure from a session', () => {
	const answers = [
		['2019', '2021'],
		['2019', '2023'],
		['2021', '2023'],
		['2021', '2025'],
		['2021', '2027'],
		['2025', '2027']
	].map(([from = '', to = '']) => about(from, to));

	test('is one on the display only where people were asked about its first and last round', () => {
		const own = beside(2021, 2025, answers).filter(({ isOwnPair }) => isOwnPair);
		expect(own).toEqual([{ ...about('2021', '2025'), fromYear: 2021, toYear: 2025, isOwnPair: true }]);
	});

	test('is context, with its rounds, where these share time with the display; those come after the own ones', () => {
		expect(beside(2021, 2025, answers).map(({ fromYear, toYear }) => [fromYear, toYear])).toEqual([
			[2021, 2025],
			[2019, 2023],
			[2021, 2023],
			[2021, 2027],
			[2025, 2027]
		]);
	});

	test('is not there where its rounds lie before the display or after it', () => {
		expect(beside(2021, 2023, [about('2019', '2021'), about('2025', '2027')])).toEqual([]);
	});

	test('is not there where it is about a figure of another display', () => {
		expect(beside(2021, 2025, [answerOf({ indicatorId: 'KW1' })])).toEqual([]);
	});

	test('stands in a built display, also beside a figure that no theme has', () => {
		const recognitions = [answerOf({ id: 'a', indicatorId: 'KV1' }), answerOf({ id: 'b', toWaveId: '2023' })];
		const display = valueOf(buildJointDisplay(unlinkedInput({ recognitions })));
		expect(display.recognitions.map(({ id, isOwnPair }) => [id, isOwnPair])).toEqual([
			['a', true],
			['b', false]
		]);
		expect(figuresApart(display).flatMap(({ answers }) => answers.map(({ id }) => id))).toEqual(['b']);
		expect(valueOf(buildJointDisplay(unlinkedInput())).recognitions).toEqual([]);
	});
});
