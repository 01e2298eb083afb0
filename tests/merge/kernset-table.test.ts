import { expect, test } from 'vitest';
import type { Area } from '#lib/domain/area/area.ts';
import type { Indicator } from '#lib/domain/indicator/indicator.ts';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { kernsetTable, notesOf, type KernsetInput } from '#lib/merge/kernset-table.ts';

const area = (id: string): Area => ({
	id,
	parentId: null,
	name: id,
	aliasName: null,
	kind: 'district',
	statisticalCodes: []
});
const indicator = (key: string, pillarId: string): Indicator => ({
	id: key,
	key,
	label: `Cijfer ${key}`,
	pillarId,
	unit: '% 18+',
	direction: 'lower-better',
	kind: 'survey',
	source: '',
	rhythm: null,
	threshold: { value: 3, unit: 'points' }
});
const value = (indicatorId: string, areaId: string, waveId: string, number: number, note = ''): Observation => ({
	indicatorId,
	areaId,
	waveId,
	referenceYear: Number(waveId),
	value: number,
	n: null,
	lower: null,
	upper: null,
	trendBreak: false,
	suppressed: false,
	note,
	source: null,
	sourceVersion: null,
	trendBreakReason: null,
	testedAgainst: null,
	testedChange: null
});
const waves = [2021, 2023, 2025].map((year) => ({ id: String(year), label: `Ronde ${year}`, year }));
const pillar = (id: string, absentIn: readonly string[] = []) => ({ id, name: id, shortName: null, absentIn });

const input = (changes: Partial<KernsetInput<Observation>> = {}): KernsetInput<Observation> => ({
	area: area('wijk'),
	pillars: [pillar('leeg'), pillar('veilig', ['wijk']), pillar('gezond')],
	indicators: [indicator('B', 'gezond'), indicator('V', 'veilig'), indicator('A', 'gezond')],
	waves,
	between: waves,
	own: [],
	others: [],
	comparisonAreas: [],
	...changes
});

test('each pillar has its own indicators in their order, also without values; a pillar can be empty or absent', () => {
	const sections = kernsetTable(input());
	expect(
		sections.map(({ pillar: { id }, isAbsent, rows }) => ({ id, isAbsent, keys: rows.map((row) => row.indicator.key) }))
	).toEqual([
		{ id: 'leeg', isAbsent: false, keys: [] },
		{ id: 'veilig', isAbsent: true, keys: ['V'] },
		{ id: 'gezond', isAbsent: false, keys: ['B', 'A'] }
	]);
	expect(sections[2]?.rows[0]?.observations).toEqual([null, null, null]);
});

test('values stand under their own round, while the development is told between the chosen rounds only', () => {
	const own = [value('A', 'wijk', '2025', 20), value('A', 'wijk', '2021', 40), value('A', 'wijk', '2023', 36)];
	const row = kernsetTable(input({ own, between: waves.slice(0, 2) }))[2]?.rows[1];
	expect(row?.observations.map((observation) => observation?.value)).toEqual([40, 36, 20]);
	expect(row?.figures.development).toMatchObject({
		kind: 'known',
		verdict: 'better',
		delta: -4,
		inPercentagePoints: true
	});
});

test('a row is compared with the first area that has a value at the last chosen round', () => {
	const own = [value('A', 'wijk', '2021', 40), value('A', 'wijk', '2025', 40)];
	const others = [value('A', 'stad', '2021', 10), value('A', 'land', '2025', 30), value('B', 'stad', '2025', 1)];
	const comparisonAreas = [area('stad'), area('land')];
	const row = kernsetTable(input({ own, others, comparisonAreas }))[2]?.rows[1];
	expect(row?.figures.comparison).toMatchObject({
		areaName: 'land',
		development: { kind: 'known', verdict: 'worse', delta: 10 }
	});
});

test('the same note at several values is told once, with the values it is about', () => {
	const own = [
		value('A', 'wijk', '2023', 1, 'Andere vraag 😀'),
		value('B', 'wijk', '2023', 1, 'Andere vraag 😀'),
		value('B', 'wijk', '2021', 1, 'Geen marges')
	];
	const section = kernsetTable(input({ own }))[2];
	expect(section && notesOf(section, waves)).toEqual([
		{ note: 'Geen marges', at: [{ key: 'B', year: 2021 }] },
		{
			note: 'Andere vraag 😀',
			at: [
				{ key: 'B', year: 2023 },
				{ key: 'A', year: 2023 }
			]
		}
	]);
});
