import { describe, expect, test } from 'vitest';
import type { Pillar } from '#lib/domain/indicator/pillar.ts';
import { readIndicators } from '#lib/import/indicators-table.ts';
import { readTable } from '#lib/import/read-table.ts';
import project from '../../static/demo/project.json' with { type: 'json' };
import { demo, textFile, valueOf } from './fixture.ts';

const pillars: readonly Pillar[] = project.pillars.map(({ key, name, ...more }) => ({
	id: key,
	name,
	shortName: 'shortName' in more ? more.shortName : null,
	absentIn: []
}));
const header = 'sleutel;pijler;naam;eenheid;richting;soort;bron;ritme;drempel;drempeleenheid';
const read = (...rows: string[]) =>
	readIndicators(valueOf(readTable(textFile('a.csv', [header, ...rows].join('\n')))), { pillars });

describe('a table of indicators', () => {
	test('a row in Dutch is read; the pillar by its short name', () => {
		expect(
			valueOf(read('KW1;Wonen en leefomgeving;Rapportcijfer één;cijfer 1-10;hoger is beter;enquête;GGD;;0,2;punten'))
				.indicators
		).toEqual([
			{
				key: 'KW1',
				pillarId: 'living',
				label: 'Rapportcijfer één',
				unit: 'cijfer 1-10',
				direction: 'higher-better',
				kind: 'survey',
				source: 'GGD',
				rhythm: null,
				threshold: { value: 0.2, unit: 'points' }
			}
		]);
	});

	test('without a threshold the default of the kind counts', () => {
		const row = (kind: string, unit: string) => `K;Veiligheid;x;${unit};lager;${kind};;;;`;
		expect(valueOf(read(row('survey', '% 15+'))).indicators[0]?.threshold).toEqual({ value: 3, unit: 'points' });
		expect(valueOf(read(row('register', 'per 1.000'))).indicators[0]?.threshold).toEqual({ value: 5, unit: 'percent' });
	});

	test('every problem is told', () => {
		const result = read(
			'KV1;Veilighied;x;%;omhoog;gok;;;min;',
			'KV2;Veiligheid;;%;lager;R;;;-1;',
			'kv3;Veiligheid;x;%;lager;R;;;;',
			'KV3;Veiligheid;x;%;lager;R;;;;'
		);
		expect(result.ok ? [] : result.problems.map(({ code, at }) => [code, at])).toEqual([
			['table-pillar-unknown', 'row 2, pijler'],
			['table-direction-unknown', 'row 2, richting'],
			['table-kind-unknown', 'row 2, soort'],
			['number-unreadable', 'row 2, drempel'],
			['cell-empty', 'row 3, naam'],
			['number-negative', 'row 3, drempel'],
			['indicator-double', 'row 5, sleutel']
		]);
		expect(result.ok ? null : result.problems[0]?.params).toMatchObject({ suggestion: 'Veiligheid', suggestions: 1 });
	});

	test('the demo project’s 22 indicators are read', () => {
		const { indicators, warnings } = valueOf(
			readIndicators(valueOf(readTable(demo('indicators.csv'))), {
				pillars,
				pillarNames: project.pillars.map(({ key }) => [key, key] as const)
			})
		);
		expect(warnings).toEqual([]);
		expect(indicators).toHaveLength(22);
		expect(indicators.find(({ key }) => key === 'KP3')).toEqual({
			key: 'KP3',
			pillarId: 'participation',
			label: 'Jongeren met werk (15-27 jaar, niet op school)',
			unit: '%',
			direction: 'higher-better',
			kind: 'register',
			source: 'CBS',
			rhythm: 'jaarlijks, 1-2 jaar later',
			threshold: { value: 5, unit: 'percent' }
		});
	});
});
