import { describe, expect, test } from 'vitest';
import type { IndicatorLink, IndicatorRelation } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { basisOf } from '#lib/merge/decision-changes.ts';
import { decide } from '#lib/merge/decide.ts';
import type { DisplayCoding, DisplayInput, DisplaySource, JointDisplay } from '#lib/merge/joint-display.ts';
import { codebook, demoInput } from './demo-project.ts';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const row = (display: JointDisplay, codeId: string) => {
	const found = display.rows.find((candidate) => candidate.codeId === codeId);
	if (!found) throw new Error(`no row ${codeId}`);
	return found;
};

type CodeLink = IndicatorLink & { readonly codeId: string };

describe('who is counted', () => {
	const input = demoInput('safety', 'overvecht');
	const mentions = (changed: Partial<DisplayInput>) => row(build({ ...input, ...changed }), 'V2').voices.together;

	test('all released interviews of the area, earlier rounds with them', () => {
		expect(mentions({})).toMatchObject({ total: 4, mentions: 3, backward: 2 });
	});

	test('only those of the last round when earlier rounds do not count', () => {
		expect(mentions({ includeEarlierWaves: false })).toMatchObject({ total: 2, mentions: 1, outcome: 'no-direction' });
	});

	test('no interview of a later round than the last', () => {
		expect(mentions({ toWaveId: '2023' })).toMatchObject({ total: 2, mentions: 2, backward: 2 });
	});

	test('no source that is restricted, and no note or file', () => {
		const change = (more: Partial<DisplaySource>) => ({
			sources: input.sources.map((source) => (source.id === 'OVE-B-01.txt' ? { ...source, ...more } : source))
		});
		expect(mentions(change({ status: 'restricted' }))).toMatchObject({ total: 3, mentions: 2 });
		expect(mentions(change({ kind: 'note' }))).toMatchObject({ total: 3, mentions: 2 });
	});

	test('a blind second coding never', () => {
		const second: DisplayCoding = {
			sourceId: 'OVE-P-01.txt',
			codeId: 'V2',
			layer: 'second',
			valences: { change: 'forward', level: null }
		};
		expect(mentions({ codings: [...input.codings, second] })).toEqual(mentions({}));
		expect(mentions({ codings: [...input.codings, { ...second, layer: 'shared' }] })).toMatchObject({ mentions: 4 });
	});

	test('an interview once, however often it is coded', () => {
		expect(mentions({ codings: [...input.codings, ...input.codings, ...input.codings] })).toEqual(mentions({}));
	});
});

describe('themes', () => {
	test('of a narrower code speak in the theme above it as well', () => {
		const below = codebookOf([
			...codebook.codes,
			{ ...codebook.byId.get('V2')!, id: 'V2a', parentId: 'V2', name: 'Scooters 🛵', pillarIds: null, indicators: [] }
		]);
		const input = demoInput('safety', 'batau');
		const codings: readonly DisplayCoding[] = [
			{ sourceId: 'BAT-B-01.txt', codeId: 'V2a', layer: 'shared', valences: { change: 'backward', level: null } }
		];
		const display = build({ ...input, codebook: below, codings });
		expect(display.rows.map(({ codeId }) => codeId)).toEqual(['V1', 'V2', 'V2a', 'V3', 'V4', 'V5']);
		expect(row(display, 'V2').voices.together).toMatchObject({ mentions: 1, outcome: 'backward' });
		expect(row(display, 'V2a')).toMatchObject({
			path: 'Veiligheid › Overlast en groepen › Scooters 🛵',
			voices: { together: { mentions: 1 } },
			proposal: { fit: 'voices-only' }
		});
	});

	test('of another pillar below a theme do not', () => {
		const elsewhere = codebookOf([
			...codebook.codes,
			{ ...codebook.byId.get('V2')!, id: 'X', parentId: 'V2', name: 'X', pillarIds: ['living'], indicators: [] }
		]);
		const codings: readonly DisplayCoding[] = [
			{ sourceId: 'BAT-B-01.txt', codeId: 'X', layer: 'shared', valences: { change: 'backward', level: null } }
		];
		const display = build({ ...demoInput('safety', 'batau'), codebook: elsewhere, codings });
		expect(row(display, 'V2').voices.together.mentions).toBe(0);
	});

	test('stand in the part of the page that their strands allow; none is hidden', () => {
		const display = build(demoInput('safety', 'overvecht'));
		expect(display.rows.map(({ codeId, section }) => [codeId, section])).toEqual([
			['V1', 'both'],
			['V2', 'both'],
			['V3', 'figures-only'],
			['V4', 'no-data'],
			['V5', 'voices-only']
		]);
	});

	test('have the explanations of their indicators between the two rounds', () => {
		expect(row(build(demoInput('safety', 'overvecht')), 'V2').explanations.map(({ id }) => id)).toEqual(['EX-07']);
		const early = { ...demoInput('safety', 'overvecht'), toWaveId: '2023' };
		expect(row(build(early), 'V2').explanations).toEqual([]);
	});
});

describe('figures', () => {
	test('show every round between the two with its reference year', () => {
		const { values } = row(build(demoInput('participation', 'vollenhove')), 'P1').indicators[0]!;
		expect(values.map(({ year, referenceYear, value }) => [year, referenceYear, value])).toEqual([
			[2021, 2019, 18],
			[2023, 2021, 17],
			[2025, 2023, 16]
		]);
	});

	test('are compared with the nearest area that has a value', () => {
		const { comparison } = row(build(demoInput('safety', 'vollenhove')), 'V2').indicators[0]!;
		expect(comparison).toMatchObject({ areaId: 'vergelijking', development: { verdict: 'worse', delta: 4 } });
		expect(row(build(demoInput('education', 'overvecht')), 'O1').indicators[0]!.comparison).toBeNull();
	});

	test('that are suppressed are never handed on', () => {
		const input = demoInput('education', 'soesterkwartier');
		const observations = input.observations.map((o) => (o.suppressed ? { ...o, value: 4, lower: 1, upper: 7 } : o));
		const figures = build({ ...input, observations }).indicators.find(({ key }) => key === 'KO3')!;
		expect(figures.values[2]).toMatchObject({ suppressed: true, value: null, lower: null, upper: null });
		expect(figures.development).toEqual({ kind: 'unknown', reason: { kind: 'suppressed', waveId: '2025' } });
	});

	test('have their survey twin of gaat vooruit beside every safety display', () => {
		expect(build(demoInput('safety', 'batau')).twin?.key).toBe('KV4');
		expect(build(demoInput('health', 'batau')).twin).toBeNull();
	});
});

describe('the two silences', () => {
	test('alleen stemmen names why no figure helps', () => {
		const { voicesOnly } = build(demoInput('health', 'overvecht'));
		expect(voicesOnly.map(({ codeId, mentions, isSeveral, reason }) => [codeId, mentions, isSeveral, reason])).toEqual([
			['G1', 2, true, 'unknown'],
			['G2', 1, false, 'unknown'],
			['G3', 3, true, 'unknown'],
			['G4', 2, true, 'no-indicator'],
			['G5', 1, false, 'unknown']
		]);
	});

	test('alleen cijfers holds each figure nobody speaks of, and tells whether it moved', () => {
		const { figuresOnly } = build(demoInput('safety', 'soesterkwartier', 'after-withdrawal'));
		expect(figuresOnly.map(({ indicator, moved, reason }) => [indicator.key, moved, reason])).toEqual([
			['KV1', null, 'silent'],
			['KV2', null, 'silent'],
			['KV3', 'worse', 'silent'],
			['KV4', null, 'silent']
		]);
	});

	test('an indicator whose theme is mentioned without direction is named as such', () => {
		const { figuresOnly } = build(demoInput('living', 'overvecht'));
		expect(figuresOnly.map(({ indicator, reason, themes }) => [indicator.key, reason, themes])).toEqual([
			['KW2', 'no-direction', [{ codeId: 'W3', name: codebook.byId.get('W3')!.name }]],
			['KW3', 'other-pillar', [{ codeId: 'P5', name: codebook.byId.get('P5')!.name }]]
		]);
	});

	describe('a figure that a theme with voices has only beside it', () => {
		const input = demoInput('safety', 'vollenhove');
		const V1 = codebook.byId.get('V1')!;
		/** KV1 beside V1 as this, or not; both spoken of by the demo */
		const linked = (relation: IndicatorRelation, more: readonly CodeLink[] = []) =>
			codebookOf(
				codebook.codes.map((code) => ({
					...code,
					indicators: [
						...code.indicators.filter(({ indicatorId }) => indicatorId !== 'KV1'),
						...(code.id === 'V1' ? [{ indicatorId: 'KV1', relation }] : []),
						...more.flatMap(({ codeId, ...link }) => (codeId === code.id ? [link] : []))
					]
				}))
			);
		const silenceOf = (book: typeof codebook, changed: Partial<DisplayInput> = {}) => {
			const display = build({ ...input, codebook: book, ...changed });
			return display.figuresOnly.find(({ indicator }) => indicator.key === 'KV1') ?? null;
		};

		test.each(['cause', 'effect', 'context'] as const)('as %s is told when it moved', (relation) => {
			expect(silenceOf(linked(relation))).toMatchObject({
				...{ moved: 'better', reason: 'only-beside', themes: [{ codeId: 'V1', name: V1.name }] }
			});
		});

		test('is not told when it stayed the same, or when the theme is about the same topic', () => {
			const observations = input.observations.filter(
				({ indicatorId, waveId }) => indicatorId !== 'KV1' || waveId !== '2021'
			);
			const first = input.observations.filter(({ indicatorId, waveId }) => indicatorId === 'KV1' && waveId === '2025');
			const still = [...observations, ...first.map((one) => ({ ...one, waveId: '2021' }))];
			expect(silenceOf(linked('cause'), { observations: still })).toBeNull();
			expect(silenceOf(linked('same-topic'))).toBeNull();
		});

		test('is told as silent when a theme about the same topic is there and nobody speaks of it', () => {
			const book = linked('cause', [{ codeId: 'V5', indicatorId: 'KV1', relation: 'same-topic' }]);
			const codings = input.codings.filter(({ codeId }) => codeId !== 'V5');
			expect(silenceOf(book, { codings })).toMatchObject({ reason: 'silent', themes: [{ codeId: 'V5' }] });
		});

		test('is told as silent when nobody speaks of that theme either', () => {
			const codings = input.codings.filter(({ codeId }) => codeId !== 'V1');
			expect(silenceOf(linked('cause'), { codings })).toMatchObject({ reason: 'silent', themes: [{ codeId: 'V1' }] });
		});
	});

	test('an indicator linked to no theme at all is alleen cijfer', () => {
		const input = demoInput('safety', 'vollenhove');
		const extra = { ...input.indicators.find(({ key }) => key === 'KV2')!, id: 'KV9', key: 'KV9' };
		const observations = input.observations
			.filter(({ indicatorId }) => indicatorId === 'KV2')
			.map((observation) => ({ ...observation, indicatorId: 'KV9' }));
		const display = build({
			...input,
			indicators: [...input.indicators, extra],
			observations: [...input.observations, ...observations]
		});
		expect(display.figuresOnly).toMatchObject([{ indicator: { key: 'KV9' }, reason: 'no-theme', themes: [] }]);
	});

	test('an indicator without any value is no figure', () => {
		expect(build(demoInput('education', 'batau')).figuresOnly).toEqual([]);
	});
});

describe('decisions', () => {
	const input = demoInput('safety', 'overvecht');
	const decided = () => {
		const result = decide(
			row(build(input), 'V2'),
			{ fit: 'contradicts', reason: 'Melden is geen ervaren.', metaInference: '', withoutExplanation: false },
			{ userId: 'u', name: 'Auteur', at: '2026-01-01T00:00:00Z' }
		);
		if (!result.ok) throw new Error('the decision was refused');
		return [{ codeId: 'V2', decision: result.value, basis: basisOf(row(build(input), 'V2')), readings: [] }];
	};

	test('stand on the data of their day', () => {
		const display = build({ ...input, decisions: decided() });
		expect(row(display, 'V2').decision).toMatchObject({ fit: 'contradicts', needsReview: false });
		expect(row(display, 'V1').decision).toBeNull();
	});

	test.each([
		['a value', { observations: input.observations.map((o) => (o.indicatorId === 'KV3' ? { ...o, value: 1 } : o)) }],
		['an interview', { sources: input.sources.filter(({ id }) => id !== 'OVE-B-01.txt') }],
		['what an interview says', { codings: input.codings.filter(({ codeId }) => codeId !== 'V2').slice(1) }]
	])('ask to be looked at again when %s changed', (_, changed) => {
		expect(row(build({ ...input, ...changed, decisions: decided() }), 'V2').decision).toMatchObject({
			needsReview: true,
			changes: expect.arrayContaining([expect.anything()])
		});
	});

	test.each([
		['order', { codings: [...input.codings].reverse(), observations: [...input.observations].reverse() }],
		['one more coding that says the same', { codings: [...input.codings, ...input.codings.slice(0, 40)] }],
		['a title', { sources: input.sources.map((source) => ({ ...source, title: `${source.title} é` })) }],
		['the area compared with', { comparisonAreas: [] }],
		['another theme', { codings: input.codings.filter(({ codeId }) => codeId !== 'V1') }]
	])('are left alone by %s', (_, changed) => {
		expect(row(build({ ...input, ...changed, decisions: decided() }), 'V2').decision?.needsReview).toBe(false);
	});

	test('that contradict say that there is no explanation yet once the last one is gone', () => {
		const said = (explanations: typeof input.explanations) =>
			row(build({ ...input, explanations, decisions: decided() }), 'V2').decision?.withoutExplanation;
		expect(said(input.explanations)).toBe(false);
		expect(said([])).toBe(true);
		// who did not ask for explanations says what was said then
		expect(said(null)).toBe(false);
	});
});

describe('the page', () => {
	test('tells what it counted', () => {
		expect(build(demoInput('safety', 'vollenhove')).method).toEqual({
			interviews: 5,
			residents: 3,
			professionals: 2,
			waves: [
				{ waveId: '2023', year: 2023, interviews: 2, residents: 1, professionals: 1 },
				{ waveId: '2025', year: 2025, interviews: 3, residents: 2, professionals: 1 }
			],
			codings: 19, // rows of codings.csv of VOL-*, codeur-1, codes V1-V5
			themes: 5
		});
	});

	test('warns for small groups, breaks, other respondents and years that differ', () => {
		const { warnings } = build(demoInput('health', 'overvecht'));
		expect(warnings.filter(({ kind }) => kind !== 'trend-break')).toEqual([
			{ kind: 'no-sample' },
			{ kind: 'no-percentage' },
			{ kind: 'earlier-waves', years: [2023] },
			{ kind: 'interview-years', years: [2023, 2025], referenceYears: [2024] },
			{ kind: 'small-cell', group: 'professional', interviews: 1 }
		]);
		expect(warnings.filter(({ kind }) => kind === 'trend-break')).toHaveLength(5);
		const safety = build(demoInput('safety', 'overvecht')).warnings.map(({ kind }) => kind);
		expect(safety).toContain('other-respondents');
	});

	test('warns that a model estimate is no measured change, and that a pillar is absent', () => {
		const input = demoInput('health', 'vollenhove');
		const indicators = input.indicators.map((i) => (i.key === 'KG1' ? { ...i, kind: 'model' as const } : i));
		expect(build({ ...input, indicators }).warnings).toContainEqual(
			expect.objectContaining({ kind: 'model-estimate', indicatorId: 'KG1' })
		);
		const absent = build(demoInput('education', 'batau'));
		expect(absent.isAbsent).toBe(true);
		expect(absent.warnings).toContainEqual({ kind: 'pillar-absent' });
	});

	test.each([
		['2025', '2021', 'waves-reversed'],
		['2025', '2025', 'waves-reversed'],
		['1999', '2025', 'wave-unknown'],
		['2021', '2030', 'wave-unknown']
	])('refuses the rounds %s to %s: %s', (fromWaveId, toWaveId, code) => {
		const built = buildJointDisplay({ ...demoInput('safety', 'batau'), fromWaveId, toWaveId });
		expect(built).toMatchObject({ ok: false, problems: [{ code }] });
	});
});
