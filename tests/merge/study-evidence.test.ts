import { describe, expect, test } from 'vitest';
import type { Area } from '#lib/domain/area/area.ts';
import type { DescribedStudy } from '#lib/domain/area/study.ts';
import type { Finding, StudyEvidence } from '#lib/domain/integration/study-evidence.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { decide } from '#lib/merge/decide.ts';
import { basisOf } from '#lib/merge/decision-changes.ts';
import { besideRow, findingsSince, keptBeside } from '#lib/merge/finding-changes.ts';
import type { SeenObservation } from '#lib/merge/observed.ts';
import { evidenceOn } from '#lib/merge/study-evidence.ts';
import { findingsSinceSentence } from '#lib/words/decision-changes.ts';
import { findingsReasoning } from '#lib/words/study-evidence.ts';
import { valueOf } from '../import/fixture.ts';
import { demoInput } from './demo-project.ts';

const area = (id: string, parentId: string | null, kind: Area['kind'] = 'district'): Area => ({
	...{ id, name: id, kind, parentId, statisticalCodes: [], aliasName: null }
});
const areas = [area('Zeist', null, 'municipality'), area('Vollenhove', 'Zeist'), area('Batau', null)];
const study = (areaId: string | null = null): DescribedStudy => ({
	...{ id: 's', name: 'Schoolloopbanen', kind: 'secondary-analysis', areaId, institute: 'DUO' },
	...{ period: '2018-2022', method: '', n: 340, remark: '', version: 1 }
});
const finding = (more: Partial<Finding> = {}): Finding => ({
	...{ id: 'f', studyId: 's', text: 'Meer diploma’s.', direction: 'forward', version: 1 },
	...{ pillarIds: ['onderwijs'], indicatorIds: [], areaIds: [], waveIds: [] },
	...more
});
const waves = [
	{ id: 'w1', label: 'Eerste', year: 2021 },
	{ id: 'w2', label: 'Tweede', year: 2025 }
];
const place = (areaAt = 1) => ({
	pillarId: 'onderwijs',
	area: areas[areaAt] ?? area('?', null),
	waves,
	indicatorIds: ['i']
});
const shown = (found: Finding, about: DescribedStudy = study(), areaAt = 1) =>
	evidenceOn({ studies: [about], findings: [found], tables: [], areas }, place(areaAt)).findings;

describe('a finding stands on a joint display', () => {
	test('when it is about the pillar, or about a figure of it', () => {
		expect(shown(finding())).toHaveLength(1);
		expect(shown(finding({ pillarIds: [], indicatorIds: ['i'] }))).toHaveLength(1);
		expect(shown(finding({ pillarIds: ['wonen'], indicatorIds: ['j'] }))).toEqual([]);
	});

	test('when it is about the area or what contains it; without areas about that of its study', () => {
		expect(shown(finding({ areaIds: ['Vollenhove'] }))).toHaveLength(1);
		expect(shown(finding({ areaIds: ['Zeist'] }))[0]?.areas).toEqual(['Zeist']);
		expect(shown(finding({ areaIds: ['Batau'] }))).toEqual([]);
		expect(shown(finding(), study('Batau'))).toEqual([]);
		expect(shown(finding(), study('Batau'), 2)).toHaveLength(1);
	});

	test('when it is tied to no round, or to one of the display', () => {
		expect(shown(finding({ waveIds: ['w2'] }))[0]?.years).toEqual([2025]);
		expect(shown(finding({ waveIds: ['w9'] }))).toEqual([]);
	});
});

describe('findings and the proposal', () => {
	const input = demoInput('safety', 'vollenhove');
	const bare = valueOf(buildJointDisplay(input));
	const indicatorId = bare.rows.find(({ indicators }) => indicators.length > 0)?.indicators[0]?.indicatorId ?? '';
	const evidence: StudyEvidence = {
		studies: [study()],
		findings: [
			finding({ id: 'f1', pillarIds: [], indicatorIds: [indicatorId], direction: 'backward' }),
			finding({ id: 'f2', pillarIds: [input.pillar.id], direction: 'no-change' })
		],
		tables: [],
		areas: [input.area]
	};
	const display = valueOf(buildJointDisplay({ ...input, evidence }));

	test('stand with the themes of their figures, and change neither proposal nor what was decided on', () => {
		const row = display.rows.find(({ indicators }) => indicators.some((one) => one.indicatorId === indicatorId));
		expect(row?.findings.map(({ id }) => id)).toEqual(['f1']);
		expect(display.studies.findings.map(({ id }) => id)).toEqual(['f1', 'f2']);
		const judged = (rows: typeof display.rows) => rows.map(({ proposal, fingerprint }) => ({ proposal, fingerprint }));
		expect(judged(display.rows)).toEqual(judged(bare.rows));
	});

	test('that come, change or go after a decision are told beside it, and do not reopen it', () => {
		const row = display.rows.find(({ indicators }) => indicators.some((one) => one.indicatorId === indicatorId))!;
		const { codeId, fingerprint } = row;
		const made = decide(
			row,
			{ fit: row.proposal.fit ?? 'expands', reason: 'Gezien.', metaInference: '', withoutExplanation: true },
			{ userId: 'u', name: 'Auteur Één', at: '2025-03-12T09:00:00Z' }
		);
		const { findings: own, ...further } = keptBeside(besideRow(row, display.studies, []));
		const decided = (findings: readonly Finding[], kept: object = { findings: own }) => {
			const decision = { codeId, decision: valueOf(made), basis: { ...basisOf(row), ...kept }, readings: [] };
			const now = { ...input, evidence: { ...evidence, findings }, decisions: [decision] };
			return valueOf(buildJointDisplay(now)).rows.find((one) => one.codeId === codeId)?.decision;
		};
		expect(decided(evidence.findings)).not.toHaveProperty('findingsSince');
		const [first] = evidence.findings;
		const later = [
			{ ...first!, text: 'Minder diploma’s 😀.' },
			{ ...first!, id: 'f3' },
			{ ...first!, id: 'f4' }
		];
		const now = decided(later);
		expect(now).toMatchObject({ needsReview: false, changes: [], findingsSince: { added: 2, changed: 1, gone: 0 } });
		expect(now?.dataFingerprint).toBe(fingerprint);
		expect(findingsSinceSentence(now!, 'nl')).toBe(
			'Sinds dit oordeel: 2 bevindingen uit deelonderzoek erbij en 1 bevinding veranderd. Het oordeel blijft staan.'
		);
		expect(decided([])).toMatchObject({ needsReview: false, findingsSince: { added: 0, changed: 0, gone: 1 } });
		expect(decided([], {})).not.toHaveProperty('findingsSince');
		// Those of the whole pillar too, but only beside a decision of which it is known which of them stood there.
		expect(decided(evidence.findings, { findings: own, ...further })).not.toHaveProperty('findingsSince');
		const wide = finding({ id: 'f5', pillarIds: [input.pillar.id] });
		const elsewhere = finding({ id: 'f6', pillarIds: ['wonen'] });
		const after = [first!, wide, elsewhere];
		const known = decided(after, { findings: own, ...further })?.findingsSince;
		expect(known).toMatchObject({ added: 1, changed: 0, gone: 1 });
		expect(decided(after)).not.toHaveProperty('findingsSince');
	});

	test('and observations that came, changed or went are counted apart', () => {
		const seen = (sourceId: string, waveId: string, forward = 0): SeenObservation => {
			const code = { codeId: 'c', codings: 2, forward, backward: 0, good: 0, improve: 0 };
			return { sourceId, waveId, codes: [code] };
		};
		const beside = (observed: readonly SeenObservation[]) =>
			besideRow({ findings: [] }, { findings: [], tables: [] }, observed);
		const basis = { ...basisOf(display.rows[0]!), ...keptBeside(beside([seen('a', 'w1'), seen('b', 'w1')])) };
		expect(findingsSince(basis, beside([seen('b', 'w1'), seen('a', 'w1')]))).toBeNull();
		const since = findingsSince(basis, beside([seen('b', 'w1', 1), seen('c', 'w1'), seen('d', 'w1')]));
		expect(since).toEqual({ added: 0, changed: 0, gone: 0, observations: { added: 2, changed: 1, gone: 1 } });
		expect(findingsSinceSentence({ findingsSince: since! }, 'nl')).toBe(
			'Sinds dit oordeel: 2 observaties van de openbare ruimte erbij, 1 observatie veranderd en 1 observatie weg. Het oordeel blijft staan.'
		);
		const { observed: _, ...older } = basis;
		expect(findingsSince(older, beside([]))).toBeNull();
	});

	test('are told in the reasoning, with which way they point', () => {
		expect(findingsReasoning([], 'nl')).toBeNull();
		expect(findingsReasoning(display.studies.findings, 'nl')).toBe(
			'Daarnaast zijn er 2 bevindingen uit deelonderzoek (1 × gaat achteruit en 1 × geen verandering). Die tellen niet mee in het voorstel.'
		);
	});
});
