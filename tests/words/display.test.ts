import { describe, expect, test } from 'vitest';
import type { Change, Level } from '#lib/domain/coding/valence.ts';
import type { Group } from '#lib/domain/source/source.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { FigureValue } from '#lib/merge/development.ts';
import type { IndicatorFigures } from '#lib/merge/figures.ts';
import { matrixCell } from '#lib/merge/matrix.ts';
import { voicesOf } from '#lib/merge/voices.ts';
import { basisSentence, comparisonSentence, developmentSentence, thresholdSentence } from '#lib/words/figures.ts';
import { cellFigures, cellVoices, matrixProgress } from '#lib/words/matrix.ts';
import { decidedBy, decisionWords, proposalWords, reviewSentence } from '#lib/words/decision.ts';
import { warningSentences } from '#lib/words/display-warning.ts';
import { figuresOnlyReason, voicesOnlyReason } from '#lib/words/silences.ts';
import { countLine, groupsSentence, mentionsSentence, voicesSentence } from '#lib/words/voices.ts';
import { demoInput } from '../merge/demo-project.ts';

const display = (pillar: string, area: string) => {
	const built = buildJointDisplay(demoInput(pillar, area));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const figures = (pillar: string, area: string, key: string): IndicatorFigures =>
	display(pillar, area).indicators.find((indicator) => indicator.key === key)!;

describe('what happened to a figure', () => {
	test.each([
		['safety', 'vollenhove', 'KV1', 'Gunstiger: 7 procentpunt lager.', 'Marges overlappen niet.'],
		['safety', 'vollenhove', 'KV3', 'Gunstiger: 46% lager.', 'Verandering telt vanaf 5% en 10 gevallen.'],
		['living', 'soesterkwartier', 'KW1', 'Ongunstiger: 0,3 punt lager.', 'Marges overlappen niet.'],
		[
			'participation',
			'overvecht',
			'KP1',
			'Gunstiger: 2 procentpunt lager.',
			'Verandering telt vanaf 5% en 10 gevallen.'
		],
		['education', 'overvecht', 'KO4', '3 procentpunt hoger. Hoger of lager is hier niet beter.', null],
		['health', 'overvecht', 'KG1', 'Niet te zeggen: trendbreuk in 2023.', null],
		['education', 'soesterkwartier', 'KO3', 'Niet te zeggen: te weinig gevallen in 2025.', null],
		['education', 'batau', 'KO1', 'Niet te zeggen: de waarde van 2021 ontbreekt.', null]
	])('%s in %s, %s: %s', (pillar, area, key, sentence, basis) => {
		const found = figures(pillar, area, key);
		expect(developmentSentence(found, 'nl')).toBe(sentence);
		expect(basisSentence(found, 'nl')).toBe(basis);
	});

	test.each([
		[true, -8, 'Gunstiger: 8 procentpunt lager. De bron toetste: veranderd.'],
		[false, -8, 'Gelijk: 8 procentpunt lager. De bron toetste: geen verschil.'],
		[true, 0, 'Gelijk: geen verschil. De bron toetste: veranderd. De afgeronde waarden zijn gelijk.']
	])('says who tested where the source did: %s, %d', (isChanged, delta, sentence) => {
		const found = figures('safety', 'vollenhove', 'KV1');
		const verdict = isChanged && delta !== 0 ? 'better' : 'same';
		const basis = { kind: 'tested', isChanged } as const;
		const development = { kind: 'known', inPercentagePoints: true, relative: null, verdict, delta, basis } as const;
		expect(developmentSentence({ ...found, development }, 'nl')).toBe(sentence);
		expect(developmentSentence({ ...found, development }, 'en')).toContain('The source tested: ');
		expect(basisSentence({ ...found, development }, 'nl')).toBeNull();
	});

	const tight = (relative: number, value: number, unit: 'percent' | 'points' = 'percent') => {
		const found = figures('safety', 'vollenhove', 'KV3');
		const threshold = { value, unit };
		const verdict = Math.abs(relative) >= value ? 'worse' : 'same';
		const basis = { kind: 'threshold', threshold, cases: 12 } as const;
		const change = unit === 'percent' ? { delta: 1, relative } : { delta: relative, relative: null };
		const development = { kind: 'known', inPercentagePoints: unit === 'points', verdict, basis, ...change } as const;
		return developmentSentence({ ...found, threshold, development }, 'nl');
	};

	test.each([
		[4.6, 5, 'percent', 'Gelijk: 4,6% hoger.'],
		[4.96, 5, 'percent', 'Gelijk: 4,96% hoger.'],
		[4.999999, 5, 'percent', 'Gelijk: 4,999999% hoger.'],
		[4.5, 5, 'percent', 'Gelijk: 4,5% hoger.'],
		[4.4, 5, 'percent', 'Gelijk: 4% hoger.'],
		[5.2, 5, 'percent', 'Ongunstiger: 5% hoger.'],
		[7.3, 7.25, 'percent', 'Ongunstiger: 7,3% hoger.'],
		[0.04, 5, 'percent', 'Gelijk: 0,04% hoger.'],
		[2.996, 3, 'points', 'Gelijk: 2,996 procentpunt hoger.'],
		[3.125, 3, 'points', 'Ongunstiger: 3,13 procentpunt hoger.']
	] as const)('never rounds a change of %d to the other side of %d %s', (relative, value, unit, sentence) => {
		expect(tight(relative, value, unit)).toBe(sentence);
	});

	test('is told in English too', () => {
		expect(developmentSentence(figures('safety', 'vollenhove', 'KV1'), 'en')).toBe(
			'Better: 7 percentage points lower.'
		);
	});

	test('beside another area names that area', () => {
		expect(comparisonSentence(figures('safety', 'vollenhove', 'KV1'), 'nl')).toMatch(
			/^(Ongunstiger|Gunstiger) dan Vergelijking \(fictief landelijk\): \d+ procentpunt (hoger|lager)\.$/
		);
		expect(comparisonSentence(figures('education', 'overvecht', 'KO1'), 'nl')).toBe(
			'Geen gebied om mee te vergelijken.'
		);
	});

	test('beside another area names the year of that area where it is another', () => {
		const found = figures('health', 'vollenhove', 'KG3');
		if (!found.comparison) throw new Error('no comparison');
		const withYear = (referenceYear: number | null, more: Partial<FigureValue> = {}) => {
			const values = found.comparison?.values.map((value) => ({ ...value, referenceYear })) ?? [];
			const own = found.values.map((value) => ({ ...value, ...more }));
			return { ...found, values: own, comparison: { ...found.comparison!, values } };
		};
		const said = ' De waarde van Vergelijking (fictief landelijk) is van een ander jaar: 2023.';
		expect(comparisonSentence(found, 'nl')).not.toContain('ander jaar');
		expect(comparisonSentence(withYear(2023), 'nl')).toBe(`${comparisonSentence(found, 'nl')}${said}`);
		expect(comparisonSentence(withYear(2023), 'en')).toContain('is of another year: 2023.');
		expect(comparisonSentence(withYear(2024), 'nl')).toBe(comparisonSentence(found, 'nl'));
		// without a year of its own it is about its round
		expect(comparisonSentence(withYear(null), 'nl')).toContain('is van een ander jaar: 2025.');
		expect(comparisonSentence(withYear(null, { referenceYear: null }), 'nl')).not.toContain('ander jaar');
		expect(comparisonSentence(withYear(2023, { value: null }), 'nl')).not.toContain('ander jaar');
	});

	test.each([
		[
			{ kind: 'survey', unit: '% 18+', threshold: { value: 3, unit: 'points' } },
			'Verandering telt vanaf 3 procentpunt.'
		],
		[
			{ kind: 'survey', unit: 'cijfer 1-10', threshold: { value: 0.2, unit: 'points' } },
			'Verandering telt vanaf 0,2 punt.'
		],
		[{ kind: 'survey', unit: '%', threshold: { value: 5, unit: 'percent' } }, 'Verandering telt vanaf 5%.']
	] as const)('counts from a threshold: %j', (indicator, sentence) => {
		expect(thresholdSentence(indicator, 'nl')).toBe(sentence);
	});
});

type Said = readonly [Group, Change | null, (Level | null)?];
const voices = (totals: Record<Group, number>, ...said: readonly Said[]) =>
	voicesOf(
		said.map(([group, change, level = null], at) => ({
			...{ sourceId: `${at}`, title: `${at}`, group, waveId: '2025', year: 2025 },
			...{ change, level }
		})),
		totals
	);
const resident = (change: Change | null, level: Level | null = null): Said => ['resident', change, level];
const professional = (change: Change | null, level: Level | null = null): Said => ['professional', change, level];

describe('what interviews say', () => {
	const five = { resident: 6, professional: 6 };

	test('names interviews, both groups and then each', () => {
		const said = voices(
			five,
			...Array.from({ length: 4 }, () => resident('forward')),
			resident('backward'),
			...Array.from({ length: 3 }, () => professional('forward')),
			professional(null)
		);
		expect(voicesSentence(said, 'nl')).toBe(
			'7 van 9 gesprekken noemen vooruitgang: bewoners 4 van 5, professionals 3 van 4. ' +
				'1 noemt achteruitgang: bewoners 1 van 5, professionals 0 van 4.'
		);
		expect(voicesSentence(said, 'en')).toBe(
			'7 of 9 interviews speak of progress: residents 4 of 5, professionals 3 of 4. ' +
				'1 speaks of decline: residents 1 of 5, professionals 0 of 4.'
		);
		expect(mentionsSentence(said, 'nl')).toBe('9 van 12 gesprekken gaan over dit thema.');
	});

	test.each([
		[
			[resident('forward', 'improve')],
			'1 van 1 gesprek noemt vooruitgang: bewoners 1 van 1, professionals niet. 1 vindt dat het beter kan.'
		],
		[
			[resident('backward'), resident('backward'), professional(null)],
			'2 van 3 gesprekken noemen achteruitgang: bewoners 2 van 2, professionals 0 van 1.'
		],
		[
			[resident('forward'), professional('backward')],
			'Verdeeld: van 2 gesprekken noemen 1 vooruitgang en 1 achteruitgang: bewoners 1 vooruit en 0 achteruit van 1, professionals 0 vooruit en 1 achteruit van 1.'
		],
		[
			[resident(null, 'improve'), resident(null)],
			'1 van 2 gesprekken zegt alleen dat het beter kan: bewoners 1 van 2, professionals niet.'
		],
		[
			[resident(null), professional(null)],
			'2 gesprekken noemen het thema zonder richting: bewoners 1, professionals 1.'
		]
	] as const)('%j: %s', (said, sentence) => {
		expect(voicesSentence(voices(five, ...said), 'nl')).toBe(sentence);
	});

	test.each([
		[
			[resident('forward'), resident('forward'), resident('forward'), professional('backward')],
			'3 van 4 gesprekken noemen vooruitgang: bewoners 3 van 3, professionals 0 van 1. 1 noemt achteruitgang: bewoners 0 van 3, professionals 1 van 1.',
			'3 of 4 interviews speak of progress: residents 3 of 3, professionals 0 of 1. 1 speaks of decline: residents 0 of 3, professionals 1 of 1.'
		],
		[
			[
				...Array.from({ length: 4 }, () => resident('backward', 'improve')),
				...[resident('forward'), resident('forward', 'good')]
			],
			'4 van 6 gesprekken noemen achteruitgang: bewoners 4 van 6, professionals niet. 2 noemen vooruitgang: bewoners 2 van 6, professionals niet. 4 vinden dat het beter kan. 1 zegt dat het goed gaat.',
			'4 of 6 interviews speak of decline: residents 4 of 6, professionals do not. 2 speak of progress: residents 2 of 6, professionals do not. 4 say it could be better. 1 says it goes well.'
		],
		[
			[resident(null, 'improve'), resident(null, 'improve'), professional(null, 'good')],
			'2 van 3 gesprekken zeggen alleen dat het beter kan: bewoners 2 van 2, professionals 0 van 1. 1 zegt dat het goed gaat.',
			'2 of 3 interviews say only that it could be better: residents 2 of 2, professionals 0 of 1. 1 says it goes well.'
		],
		[
			[resident(null, 'improve'), resident(null), professional(null)],
			'3 gesprekken noemen het thema zonder richting: bewoners 2, professionals 1. 1 vindt dat het beter kan.',
			'3 interviews mention the theme without direction: residents 2, professionals 1. 1 says it could be better.'
		]
	] as const)('never leaves out who says something else: %j', (said, dutch, english) => {
		expect(voicesSentence(voices(five, ...said), 'nl')).toBe(dutch);
		expect(voicesSentence(voices(five, ...said), 'en')).toBe(english);
	});

	test('stands in words behind the signs of a cell, the few with the many', () => {
		const { signs } = voices(five, resident('forward'), resident('forward'), professional('backward', 'improve'));
		expect(cellVoices({ signs }, 'nl')).toBe(
			'Gesprekken over deze pijler: bewoners 2, professionals 1. Samen: vooruit (vooruit 2 · kan beter 1 · achteruit 1 van 3 gesprekken).'
		);
		expect(cellVoices({ signs: [] }, 'nl')).toBe('Geen gesprek gaat over deze pijler.');
	});

	test('tells silence with the number of interviews, and that there are none', () => {
		expect(voicesSentence(voices(five), 'nl')).toBe('Geen van de 12 gesprekken gaat over dit thema.');
		expect(voicesSentence(voices({ resident: 0, professional: 0 }), 'nl')).toBe('Er zijn nog geen gesprekken.');
	});

	test('of one group stands in one line', () => {
		const said = voices(five, resident('forward', 'good'), resident('backward', 'improve'), professional('forward'));
		expect(countLine(said.resident, 'nl')).toBe('goed 1 · vooruit 1 · kan beter 1 · achteruit 1 van 2 gesprekken');
		expect(countLine(said.professional, 'nl')).toBe('vooruit 1 · kan beter 0 · achteruit 0 van 1 gesprek');
		expect(countLine(voices(five).resident, 'nl')).toBe('niet genoemd in 6 gesprekken');
		expect(countLine(voices({ resident: 0, professional: 0 }).resident, 'nl')).toBe('geen gesprekken');
	});

	test('says whether the groups agree', () => {
		expect(groupsSentence('disagree', 'nl')).toBe('Bewoners en professionals: oneens.');
	});
});

describe('proposal and decision', () => {
	test('a proposal is called one, with its note', () => {
		expect(proposalWords({ fit: 'expands', note: 'better-not-good' }, 'nl')).toBe(
			'Voorstel: Vult aan (beter, maar nog niet goed)'
		);
		expect(proposalWords({ fit: 'figures-only', note: 'mentioned' }, 'nl')).toBe(
			'Voorstel: Alleen cijfer (thema wel genoemd)'
		);
		expect(proposalWords({ fit: null, note: null }, 'nl')).toBe('Geen gegevens');
	});

	test('a decision names who and when, and asks to be looked at again', () => {
		const decision = {
			fit: 'confirms' as const,
			reason: '',
			metaInference: '',
			proposal: 'confirms' as const,
			dataFingerprint: 'x',
			withoutExplanation: false,
			decidedBy: 'u',
			decidedByName: 'auteur 1',
			decidedAt: '2025-03-12T09:00:00Z',
			needsReview: false,
			...{ changes: [], readings: [] }
		};
		expect(decisionWords(decision, 'nl')).toBe('Vastgesteld: Bevestigt');
		expect(decidedBy(decision, 'nl')).toBe('Vastgesteld door auteur 1 op 12 maart 2025');
		expect(reviewSentence(decision, 'nl')).toBeNull();
		expect(reviewSentence({ ...decision, needsReview: true }, 'nl')).toContain('Opnieuw bekijken');
	});
});

describe('the rest of the page', () => {
	test('every warning of the demo is a sentence in both languages', () => {
		const warnings = ['health', 'safety', 'education', 'living'].flatMap((pillar) =>
			['overvecht', 'batau'].flatMap((area) => display(pillar, area).warnings)
		);
		for (const locale of ['nl', 'en'] as const)
			for (const sentence of warningSentences(warnings, locale)) expect(sentence).toMatch(/^[‘A-Z0-9].*\.$/u);
		expect(new Set(warnings.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7);
	});

	test('what is true of several indicators is said once', () => {
		const label = (label: string, reason: string | null = null) => ({
			...{ kind: 'trend-break' as const, indicatorId: label, label, year: 2023, reason }
		});
		const moved = 'De grens van de wijk is verlegd.';
		const broken = [label('A'), label('D', moved), label('B'), label('C'), label('E', moved)];
		expect(warningSentences([...broken.slice(0, 1), { kind: 'no-sample' }, ...broken.slice(1)], 'nl')).toEqual([
			'Trendbreuk in 2023: A, B en C. Vergelijk niet met de rondes ervoor.',
			'De gesprekken zijn geen steekproef.',
			'Trendbreuk in 2023: D en E. Vergelijk niet met de rondes ervoor. Reden: De grens van de wijk is verlegd.'
		]);
	});

	test('the silences say why', () => {
		const { figuresOnly, voicesOnly } = display('living', 'overvecht');
		expect(figuresOnly.map((silence) => figuresOnlyReason(silence, 'nl'))).toEqual([
			'genoemd, maar zonder richting',
			'hoort bij een thema van een andere pijler: Samenleven in de buurt'
		]);
		const beside = { ...figuresOnly[1]!, reason: 'only-beside' as const };
		expect(figuresOnlyReason(beside, 'nl')).toBe(
			'staat alleen als oorzaak, gevolg of context bij Samenleven in de buurt'
		);
		expect(voicesOnly).toEqual([]);
		expect(voicesOnlyReason(display('health', 'overvecht').voicesOnly[0]!, 'nl')).toBe(
			'wel een indicator, maar er is niets over te zeggen'
		);
	});

	test('a cell of the matrix tells its figures in a few words', () => {
		expect(cellFigures(matrixCell(display('safety', 'overvecht')), 'nl')).toEqual({
			sign: '▲',
			words: '3 van 4 gunstiger'
		});
		expect(cellFigures(matrixCell(display('health', 'overvecht')), 'nl').words).toBe('niet te zeggen');
		expect(cellFigures(matrixCell(display('safety', 'soesterkwartier')), 'nl')).toEqual({
			sign: '▼',
			words: '1 van 4 ongunstiger'
		});
		expect(matrixProgress({ decided: 11, rows: 19 }, 'nl')).toBe('11 van 19 oordelen vastgesteld');
	});
});
