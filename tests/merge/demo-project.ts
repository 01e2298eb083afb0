import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Area, AreaKind } from '#lib/domain/area/area.ts';
import type { Wave } from '#lib/domain/area/wave.ts';
import type { IndicatorRelation } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import type { Direction, Indicator, IndicatorKind } from '#lib/domain/indicator/indicator.ts';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import type { Pillar } from '#lib/domain/indicator/pillar.ts';
import type { Explanation, ExplanationKind, Recognised, Voice } from '#lib/domain/integration/explanation.ts';
import type { Change, Level } from '#lib/domain/coding/valence.ts';
import type { Group } from '#lib/domain/source/source.ts';
import { comparisonAreas } from '#lib/merge/comparison-areas.ts';
import type { DisplayCoding, DisplayInput, DisplaySource } from '#lib/merge/joint-display.ts';
import { recognitionOf } from './answer-of.ts';

/** The demo as it stands in static/demo, read without any code of the import: keys are the ids. */

const file = (name: string) => readFileSync(new URL(`../../static/demo/${name}`, import.meta.url), 'utf8');

export type CsvRow = Readonly<Record<string, string>>;
export const csv = (name: string): readonly CsvRow[] =>
	Papa.parse<CsvRow>(file(name), { header: true, skipEmptyLines: true }).data;

type DemoCode = {
	key: string;
	parent: string | null;
	pillar: string | null;
	name: string;
	isCodable: boolean;
	definition: string;
	include: string;
	exclude: string;
	example: string;
	synonyms: string[];
	indicators: { key: string; relation: IndicatorRelation }[];
};
type DemoProject = {
	pillars: { key: string; name: string; shortName?: string; absentIn: string[] }[];
	areas: { key: string; name: string; kind: AreaKind; parent: string | null; aliasName: string | null }[];
	waves: { key: string; label: string; year: number }[];
	comparisonArea: string;
	smallCell: number;
	includeEarlierWaves: boolean;
};

const project: DemoProject = JSON.parse(file('project.json'));
const book: { codes: DemoCode[] } = JSON.parse(file('codebook.json'));

export const pillars: readonly Pillar[] = project.pillars.map(({ key, name, shortName, absentIn }) => ({
	id: key,
	name,
	shortName: shortName ?? null,
	absentIn
}));

export const areas: readonly Area[] = project.areas.map(({ key, name, kind, parent, aliasName }) => ({
	id: key,
	parentId: parent,
	name,
	aliasName,
	kind,
	statisticalCodes: []
}));

export const waves: readonly Wave[] = project.waves.map(({ key, label, year }) => ({ id: key, label, year }));

export const codebook = codebookOf(
	book.codes.map((code, place) => ({
		id: code.key,
		parentId: code.parent,
		name: code.name,
		definition: code.definition,
		include: code.include,
		exclude: code.exclude,
		example: code.example,
		synonyms: code.synonyms,
		color: null,
		isCodable: code.isCodable,
		place,
		pillarIds: code.pillar === null ? [] : [code.pillar],
		indicators: code.indicators.map(({ key, relation }) => ({ indicatorId: key, relation }))
	}))
);

export const indicators: readonly Indicator[] = csv('indicators.csv').map((row) => ({
	id: row['key']!,
	key: row['key']!,
	label: row['label']!,
	pillarId: row['pillar']!,
	unit: row['unit']!,
	direction: row['direction'] as Direction,
	kind: row['kind'] as IndicatorKind,
	source: row['source']!,
	rhythm: row['rhythm']!,
	threshold: { value: Number(row['threshold']), unit: row['thresholdUnit'] as 'points' | 'percent' }
}));

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

export const observations: readonly Observation[] = csv('observations.csv').map((row) => ({
	indicatorId: row['indicatorKey']!,
	areaId: row['area']!,
	waveId: row['wave']!,
	referenceYear: Number(row['referenceYear']),
	value: number(row['value']),
	n: number(row['n']),
	lower: number(row['lower']),
	upper: number(row['upper']),
	trendBreak: row['trendBreak'] === 'yes',
	suppressed: row['suppressed'] === 'yes',
	note: row['note']!,
	source: null,
	sourceVersion: null,
	trendBreakReason: null,
	testedAgainst: null,
	testedChange: null
}));

/** The three states of expected-display.csv. */
export type DemoState = 'start' | 'all-released' | 'after-withdrawal';

export const sources = (state: DemoState): readonly DisplaySource[] =>
	csv('interviews.csv')
		.filter((row) => !(state === 'after-withdrawal' && row['withdrawalRequestedOn']))
		.map((row) => ({
			id: row['file']!,
			title: row['label']!,
			kind: 'transcript',
			areaId: row['area']!,
			waveId: row['wave']!,
			group: row['group'] as Group,
			status: state === 'all-released' || row['status'] === 'released' ? 'released' : 'pseudonymising'
		}));

/** The first coder works in the shared layer; the second coder is blind. */
export const codings: readonly DisplayCoding[] = csv('codings.csv').map((row) => ({
	sourceId: row['file']!,
	codeId: row['codeKey']!,
	layer: row['coder'] === 'codeur-1' ? 'shared' : 'second',
	valences: { change: (row['change'] || null) as Change | null, level: (row['level'] || null) as Level | null }
}));

export const explanations: readonly Explanation[] = csv('explanations.csv').map((row) => ({
	id: row['key']!,
	indicatorId: row['indicatorKey']!,
	areaId: row['area']!,
	fromWaveId: row['fromWave']!,
	toWaveId: row['toWave']!,
	kind: row['kind'] as ExplanationKind,
	text: row['text']!,
	saidBy: row['saidBy'] as Voice,
	evidence: row['evidence']!,
	counterEvidence: '',
	evidenceItems: [],
	strength: 'one',
	sessionId: null,
	recognised: row['recognition'] as Recognised,
	recognitions: [recognitionOf({ explanationId: row['key']!, answer: row['recognition'] as Recognised })]
}));

/** What the display of one pillar in one area of the demo is made of. */
export const demoInput = (pillarId: string, areaId: string, state: DemoState = 'start'): DisplayInput => ({
	pillar: pillars.find(({ id }) => id === pillarId)!,
	area: areas.find(({ id }) => id === areaId)!,
	waves,
	fromWaveId: '2021',
	toWaveId: '2025',
	codebook,
	indicators,
	observations,
	comparisonAreas: comparisonAreas(areas, areaId, null, project.comparisonArea),
	sources: sources(state),
	codings,
	quotes: [],
	explanations,
	decisions: [],
	includeEarlierWaves: project.includeEarlierWaves,
	smallCell: project.smallCell
});
