import { describe, expect, test } from 'vitest';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { figuresApart } from '#lib/merge/figures-apart.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { withholdFor } from '#lib/server/views/withhold.ts';
import { demoInput } from './demo-project.ts';
import { explanationOf, unlinkedInput } from './unlinked-input.ts';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const saidApart = (display: JointDisplay) =>
	figuresApart(display).flatMap(({ indicator, silence, explanations }) =>
		explanations.map(({ id }) => [id, indicator.key, silence?.reason ?? null])
	);

describe('an explanation of a figure that no theme has', () => {
	test('is in the display, beside the figure', () => {
		const display = build(unlinkedInput({ explanations: [explanationOf()] }));
		expect(display.rows.flatMap(({ explanations }) => explanations)).toEqual([]);
		expect(display.looseExplanations).toEqual([explanationOf()]);
		expect(saidApart(display)).toEqual([['e', 'KV3', 'no-theme']]);
	});

	test('is there too where the figure has no value', () => {
		const input = unlinkedInput({ explanations: [explanationOf()] });
		const observations = input.observations.filter(({ indicatorId }) => indicatorId !== 'KV3');
		expect(saidApart(build({ ...input, observations }))).toEqual([['e', 'KV3', null]]);
	});

	test('is not of another area or pillar, or between rounds that are not shown', () => {
		const explanations = [
			explanationOf({ areaId: 'batau' }),
			explanationOf({ indicatorId: 'KW1' }),
			explanationOf({ fromWaveId: '2019' })
		];
		expect(build(unlinkedInput({ explanations })).looseExplanations).toEqual([]);
	});

	test('says for who may not see the interviews no more than those of themes do', () => {
		const display = build(
			unlinkedInput({ explanations: [explanationOf(), explanationOf({ id: 'f', indicatorId: 'KV1' })] })
		);
		const hidden = withholdFor(display, { readQuotes: true, listSources: false });
		const shown = [...hidden.looseExplanations, ...hidden.rows.flatMap(({ explanations }) => explanations)];
		expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(['e', 'f']));
		expect(new Set(shown.map(({ evidence }) => evidence))).toEqual(new Set(['']));
	});
});

test('an explanation beside a theme without figures and voices is told apart, since no reader finds that row', () => {
	// in Overvecht nobody speaks of traffic (V4), and what stands beside it does not count as a figure of it
	const { codebook: book } = unlinkedInput();
	const codebook = codebookOf(
		book.codes.map((code) =>
			code.id === 'V4' ? { ...code, indicators: [{ indicatorId: 'KV3', relation: 'context' as const }] } : code
		)
	);
	const explanations = [explanationOf({ areaId: 'overvecht' })];
	const display = build({ ...demoInput('safety', 'overvecht'), codebook, explanations });
	expect(display.rows.find(({ codeId }) => codeId === 'V4')).toMatchObject({ section: 'no-data', explanations });
	expect(display.looseExplanations).toEqual([]);
	expect(saidApart(display)).toEqual([['e', 'KV3', 'silent']]);
});
