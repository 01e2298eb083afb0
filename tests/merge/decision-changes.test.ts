import { describe, expect, test } from 'vitest';
import type { BasisFigure, DecisionBasis } from '#lib/domain/integration/decision-basis.ts';
import { changesSince } from '#lib/merge/decision-changes.ts';
import { changeSentences } from '#lib/words/decision-changes.ts';

const value = (year: number, of: number | null, more: object = {}) => ({
	...{ waveId: String(year), year, referenceYear: year, value: of, n: 200, lower: null, upper: null },
	...{ suppressed: false, trendBreak: false },
	...more
});
const figure = (more: Partial<BasisFigure> = {}): BasisFigure => ({
	...{ indicatorId: 'KV3', label: 'Voelt zich onveilig', unit: '% 15+', relation: 'same-topic', outcome: 'better' },
	values: [value(2021, 34), value(2025, 26)],
	...more
});
const basis = (more: Partial<DecisionBasis> = {}): DecisionBasis => ({
	figures: [figure()],
	voices: [
		{ sourceId: 'a', group: 'resident', change: 'forward', level: null },
		{ sourceId: 'b', group: 'professional', change: 'forward', level: 'improve' }
	],
	counts: { total: 9, mentions: 2, forward: 2, backward: 0, good: 0, improve: 1 },
	codings: 4,
	proposal: 'confirms',
	...more
});
const since = (now: Partial<DecisionBasis>, before: Partial<DecisionBasis> = {}) =>
	changesSince(basis(before), basis(now));

describe('what changed since a decision', () => {
	test('is nothing when the data are the same, in whatever order', () => {
		const { voices } = basis();
		expect(since({ voices: voices.toReversed() })).toEqual([]);
	});

	test('is a figure from its old value to its new one, also when one is missing', () => {
		const label = 'Voelt zich onveilig';
		const values = [value(2021, null), value(2025, 29.5)];
		expect(since({ figures: [figure({ values, outcome: 'unknown' })] })).toEqual([
			{ kind: 'figure', label, unit: '% 15+', year: 2021, before: 34, after: null },
			{ kind: 'figure', label, unit: '% 15+', year: 2025, before: 26, after: 29.5 },
			{ kind: 'development', label, before: 'better', after: 'unknown' }
		]);
		const margins = [value(2021, 34), value(2025, 26, { lower: 22, upper: 30 })];
		expect(since({ figures: [figure({ values: margins })] })).toEqual([{ kind: 'figure-details', label, year: 2025 }]);
		expect(since({ figures: [figure({ values: [value(2025, 26)] })] })).toEqual([
			{ kind: 'figure', label, unit: '% 15+', year: 2021, before: 34, after: null }
		]);
	});

	test('is what the source tested itself, or tested no more', () => {
		const label = 'Voelt zich onveilig';
		const tested = (isChanged: boolean) => ({ figures: [figure({ tested: isChanged })] });
		const told = [since(tested(true)), since(tested(false), tested(true)), since({}, tested(false))];
		expect(told).toEqual([
			[{ kind: 'figure-tested', label, before: null, after: true }],
			[{ kind: 'figure-tested', label, before: true, after: false }],
			[{ kind: 'figure-tested', label, before: false, after: null }]
		]);
		expect(told.flatMap((changes) => changeSentences({ needsReview: true, changes }, 'nl'))).toEqual([
			`${label}: de bron toetste het verschil: veranderd.`,
			`${label}: de bron toetste het verschil: geen verschil.`,
			`${label}: dat de bron het verschil toetste, staat er niet meer bij.`
		]);
		expect(since(tested(true), tested(true))).toEqual([]);
	});

	test('never tells what a figure was that may not be told any more', () => {
		const hidden = value(2025, null, { n: null, suppressed: true });
		const now = since({ figures: [figure({ values: [value(2021, 34), hidden] })] });
		expect(now).toEqual([{ kind: 'figure-suppressed', label: 'Voelt zich onveilig', year: 2025 }]);
		const said = changeSentences({ needsReview: true, changes: now }, 'nl').join(' ');
		expect(said).toContain('wordt niet meer getoond');
		expect(said).not.toContain('26');
		const before = { figures: [figure({ values: [value(2021, 34), hidden] })] };
		expect(since(before, before)).toEqual([]);
	});

	test('is a figure that came to the theme, left it, or stands beside it in another way', () => {
		const other = figure({ indicatorId: 'KV4', label: 'Buurt vooruit' });
		expect(since({ figures: [other] })).toEqual([
			{ kind: 'figure-linked', label: 'Buurt vooruit' },
			{ kind: 'figure-unlinked', label: 'Voelt zich onveilig' }
		]);
		expect(since({ figures: [figure({ relation: 'context' })] })).toEqual([
			{ kind: 'relation', label: 'Voelt zich onveilig' }
		]);
	});

	test('is who speaks: new, no longer counted, withdrawn, or saying something else', () => {
		const voice = { group: 'resident', change: 'backward', level: null } as const;
		const voices = [
			{ ...voice, sourceId: 'a' },
			{ ...voice, sourceId: 'c' }
		];
		const withdrawn = { ...voice, sourceId: null, change: null };
		const before = { voices: [...basis().voices, withdrawn] };
		const counts = { ...basis().counts, forward: 0, backward: 2 };
		expect(since({ voices, counts, proposal: 'contradicts' }, before)).toEqual([
			{ kind: 'interviews-new', count: 1 },
			{ kind: 'interviews-gone', count: 1 },
			{ kind: 'interviews-withdrawn', count: 1 },
			{ kind: 'interviews-changed', count: 1 },
			{ kind: 'voices', saying: 'forward', before: 2, after: 0 },
			{ kind: 'voices', saying: 'backward', before: 0, after: 2 },
			{ kind: 'proposal', before: 'confirms', after: 'contradicts' }
		]);
	});

	test('is who speaks as a resident and who as a professional', () => {
		const voices = basis().voices.map((voice, at) => (at === 0 ? { ...voice, group: 'professional' as const } : voice));
		expect(since({ voices })).toEqual([{ kind: 'interviews-regrouped', count: 1 }]);
		const changes = [{ kind: 'interviews-regrouped', count: 2 }] as const;
		expect(changeSentences({ needsReview: true, changes }, 'nl').join(' ')).toContain(
			'Van 2 gesprekken is de groep veranderd (bewoner of professional).'
		);
	});

	test('is said in words, old value and new', () => {
		const counts = { ...basis().counts, total: 10, backward: 2 };
		const figures = [figure({ values: [value(2021, 34), value(2025, 29.5)] })];
		const voices = [...basis().voices, { sourceId: 'c', group: 'resident', change: 'backward', level: null } as const];
		const changes = since({ figures, counts, voices, codings: 5, proposal: null });
		expect(changeSentences({ needsReview: true, changes }, 'nl')).toEqual([
			'Voelt zich onveilig, 2025: was 26%, is nu 29,5%.',
			'1 gesprek noemt het thema nu ook.',
			'Gesprekken die zeggen dat het achteruitgaat: waren er 0, zijn er nu 2.',
			'Gesprekken die meetellen: waren er 9, zijn er nu 10.',
			'Coderingen van het thema: waren er 4, zijn er nu 5.',
			'Het voorstel was Bevestigt en is nu Geen gegevens.'
		]);
		expect(changeSentences({ needsReview: true, changes: null }, 'nl')[0]).toContain('niet bekend');
		expect(changeSentences({ needsReview: false, changes: [] }, 'nl')).toEqual([]);
	});
});
