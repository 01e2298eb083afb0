import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import type { Frame } from '#lib/import/observations-table.ts';
import { valueOf } from './fixture.ts';
import { readWith, tableOf } from './figures.ts';
import { area, indicator } from './frame.ts';

/** Scans of the villages and wijken of Heerenveen (2019): a value a row, of an area and of the municipality. */

const name = 'gebiedsscans-heerenveen-2019.csv';
const table = tableOf({ name, bytes: readFileSync(`tests/fixtures/kernset/${name}`) });
const column = (heading: string) => table.columns.indexOf(heading);
const cellsOf = (label: string) =>
	table.rows.filter(({ cells }) => cells[column('indicator')] === label).map(({ cells }) => cells);

const labels = { KG1: 'Rokers', KW1: 'Gemiddelde WOZ', KW2: 'Aantal auto’s per ha', KW3: 'Leefbaarheid totaal' };
const units = { KG1: '%', KW1: 'euro', KW2: 'per ha', KW3: 'cijfer 1-10' };
const within: Frame = {
	indicators: (['KG1', 'KW1', 'KW2', 'KW3'] as const).map((key) => ({
		...indicator(key, units[key]),
		label: labels[key].replace('’', "'")
	})),
	areas: [...new Set(table.rows.map(({ cells }) => String(cells[column('gebied')])))].map((each) => area(each)),
	waves: [{ id: 'wave', label: 'Scans', year: 2019 }]
};

/** What a person says of the file: where its values stand, that its counts are no respondents, and the round. */
const said: FiguresChoices = { roles: { gebied_waarde: 'values', aantal: 'other' }, wave: '2019' };
const asked = valueOf(readWith(table, said, within));
const others = Object.fromEntries(asked.names.map((each) => [each.name, '']));
const read = () => valueOf(readWith(table, { ...said, indicators: others }, within));

test('nothing is guessed: which column holds the values, and what its other indicators are, is asked', () => {
	expect([table.rows.length, within.areas.length]).toEqual([663, 15]);
	const unsaid = valueOf(readWith(table, {}, within));
	expect([unsaid.asks, unsaid.observations]).toEqual([['columns'], []]);
	expect(unsaid.columns.filter(({ role }) => role !== 'other').map((each) => [each.column, each.role])).toEqual([
		['gebied', 'area'],
		['indicator', 'indicator']
	]);
	expect(asked.asks).toEqual(['indicators']);
	expect(asked.names.map((each) => each.name)).toEqual(expect.arrayContaining(['Sporters', '-Veiligheid']));
	expect(asked.names).not.toContainEqual(expect.objectContaining({ name: 'Rokers' }));
});

test('all values are read: 183.000 euro as thousands, marks, percentages, and what is not known as not known', () => {
	const { observations, asks, warnings } = read();
	expect([asks, warnings.filter(({ code }) => code !== 'column-ignored')]).toEqual([[], []]);
	const valueIn = (key: string, town: string) =>
		observations.find(({ indicatorId, areaId }) => indicatorId === `indicator-${key}` && areaId === `area-${town}`)
			?.value;
	expect(valueIn('KW1', 'Akkrum')).toBe(183_000);
	expect(valueIn('KW1', 'Gersloot')).toBeNull(); // "? /246.000"
	expect(valueIn('KW2', 'Katlijk')).toBeNull(); // "-- / 4"
	expect(valueIn('KW2', 'Hoornsterzwaag')).toBe(0);
	expect(valueIn('KW3', 'Bontebok')).toBe(10); // "Cijfer 10 / 9"
	for (const { key, label } of within.indicators) {
		const found = observations.filter(({ indicatorId }) => indicatorId === `indicator-${key}`);
		const written = cellsOf(label).map((cells) => String(cells[column('gebied_waarde')]));
		expect(found, label).toHaveLength(written.length);
		expect(
			found.map(({ value }) => value),
			label
		).toEqual(written.map((each) => (/^\d/.test(each) ? Number(each.replace('.', '')) : null)));
	}
	expect(
		observations.every(({ n, suppressed, referenceYear }) => n === null && !suppressed && referenceYear === 2019)
	).toBe(true);
});

test('a count that the file hides as "<10" hides its value, for who says that it counts respondents', () => {
	const roles = { gebied_waarde: 'values', aantal: 'n' } as const;
	const few = { ...within, indicators: [{ ...indicator('KP1', '%'), label: 'Bijstandsgerechtigden' }] };
	const open = valueOf(readWith(table, { roles, wave: '2019' }, few));
	const indicators = Object.fromEntries(open.names.map((each) => [each.name, '']));
	const { observations } = valueOf(readWith(table, { roles, wave: '2019', indicators }, few));
	const hidden = cellsOf('Bijstandsgerechtigden').filter((cells) => String(cells[column('aantal')]).includes('<'));
	expect(observations.filter(({ suppressed }) => suppressed)).toHaveLength(hidden.length);
	expect(observations.filter(({ suppressed, value }) => suppressed && value !== null)).toEqual([]);
});
