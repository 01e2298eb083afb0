import { describe, expect, test } from 'vitest';
import type { IndicatorRelation } from '#lib/domain/codebook/code.ts';
import type { Change, Level } from '#lib/domain/coding/valence.ts';
import type { Group } from '#lib/domain/source/source.ts';
import { themeDevelopment, type Development, type Verdict } from '#lib/merge/development.ts';
import type { DisplayRow } from '#lib/merge/joint-display.ts';
import { proposalOf } from '#lib/merge/proposal.ts';
import { reasoningOf } from '#lib/merge/reasoning.ts';
import { voicesOf } from '#lib/merge/voices.ts';
import { proposalSentence, reasoningSentence } from '#lib/words/reasoning.ts';

type Measured = Verdict | 'unknown' | 'neutral';

const developed = (outcome: Measured): Development => {
	if (outcome === 'unknown') return { kind: 'unknown', reason: { kind: 'missing', waveId: '2025' } };
	if (outcome === 'neutral') return { kind: 'neutral', delta: 1, inPercentagePoints: true };
	const basis = { kind: 'intervals', overlap: false } as const;
	return { kind: 'known', verdict: outcome, delta: 1, inPercentagePoints: true, relative: 1, basis };
};

const indicators = (outcomes: readonly Measured[], relation: IndicatorRelation = 'same-topic') =>
	outcomes.map((outcome) => ({ relation, development: developed(outcome) })) as unknown as DisplayRow['indicators'];

type Said = readonly [Change | 'both' | null, (Level | null)?, Group?];

const voices = (said: readonly Said[], total = said.length) =>
	voicesOf(
		said.map(([change, level = null, group = 'resident'], at) => ({
			...{ sourceId: `${at}`, title: `Café ${at} 😀`, group, waveId: '2025', year: 2025 },
			...{ change, level }
		})),
		{ resident: total, professional: 0 }
	);

const times = (n: number, said: Said) => Array.from({ length: n }, () => said);

const figures = [
	['better', ['better', 'same', 'better'], '2 van 3 indicatoren gunstiger, 1 gelijk'],
	['same', ['same'], '1 van 1 indicator gelijk'],
	['worse', ['worse', 'worse', 'unknown'], '2 van 2 indicatoren ongunstiger, 1 niet te zeggen'],
	[
		'mixed',
		['worse', 'better', 'same', 'neutral'],
		'1 van 3 indicatoren gunstiger, 1 ongunstiger, 1 gelijk, 1 geen betere kant'
	],
	['unknown', ['unknown'], 'geen bruikbare indicator, 1 niet te zeggen']
] as const;

const heard = [
	[
		'forward',
		[...times(5, ['forward']), ['backward', 'improve'], [null], [null]],
		'5 van 8 gesprekken vooruit, 1 achteruit, 1 ‘kan beter’'
	],
	['divided', [['forward'], ['forward'], ['backward'], ['both']], '3 van 4 gesprekken vooruit, 2 achteruit'],
	['backward', [...times(4, ['backward']), ['forward']], '4 van 5 gesprekken achteruit, 1 vooruit'],
	['improve-only', [[null, 'improve'], [null]], '1 van 2 gesprekken ‘kan beter’, geen vooruit of achteruit'],
	['no-direction', [[null, 'improve'], [null], [null]], '3 gesprekken noemen het thema zonder richting, 1 ‘kan beter’'],
	['silent', [], 'geen van 8 gesprekken gaat erover']
] as const satisfies readonly (readonly [string, readonly Said[], string])[];

describe('each rule tells what it follows from', () => {
	const rules = figures.flatMap((figure) => heard.map((voice) => [figure, voice] as const));

	test.each(rules)('%j and %j', ([development, outcomes, figureWords], [outcome, said, voiceWords]) => {
		const row = { indicators: indicators(outcomes), voices: voices(said, 8) };
		expect([themeDevelopment(row.indicators), row.voices.together.outcome]).toEqual([development, outcome]);
		const sentence = reasoningSentence(reasoningOf(row), 'nl');
		expect(sentence.toLowerCase()).toBe(`${figureWords}; ${voiceWords}.`.toLowerCase());
		expect(sentence).toMatch(/^[A-Z0-9]/);
		expect(reasoningSentence(reasoningOf(row), 'en')).toMatch(
			/^[A-Z0-9].* (indicator|indicators)\b.*; .*interviews?\b.*\.$/
		);
	});
});

test('the proposal comes with its reasoning', () => {
	const row = {
		indicators: indicators(['better', 'better', 'same']),
		voices: voices([...times(5, ['forward']), ...times(3, [null])]),
		proposal: proposalOf('better', 'forward')
	};
	expect(proposalSentence(row, 'nl')).toBe(
		'Voorstel: Bevestigt. 2 van 3 indicatoren gunstiger, 1 gelijk; 5 van 8 gesprekken vooruit.'
	);
	expect(proposalSentence(row, 'en')).toBe(
		'Proposal: Confirms. 2 of 3 indicators better, 1 the same; 5 of 8 interviews forward.'
	);
});

test('an indicator that is a cause, an effect or background does not count, as in the rules', () => {
	const row = {
		indicators: [...indicators(['worse'], 'cause'), ...indicators(['better'], 'context')],
		voices: voices([['forward']])
	};
	expect(reasoningOf(row).figures).toEqual({ total: 0, better: 0, worse: 0, same: 0, unknown: 0, neutral: 0 });
	expect(reasoningSentence(reasoningOf(row), 'nl')).toBe(
		'Geen indicator over hetzelfde onderwerp; 1 van 1 gesprek vooruit.'
	);
});

test('without interviews it says so', () => {
	const row = { indicators: indicators(['neutral']), voices: voices([]) };
	expect(reasoningSentence(reasoningOf(row), 'nl')).toBe(
		'Geen bruikbare indicator, 1 geen betere kant; nog geen gesprekken.'
	);
	expect(reasoningSentence(reasoningOf({ ...row, voices: voices([], 1) }), 'nl')).toContain(
		'het ene gesprek gaat er niet over'
	);
});
