import { describe, expect, test } from 'vitest';
import {
	chosenNetworkGroups,
	networkDisplay,
	networkGroups,
	networkThemes,
	withoutSmallCells,
	type NetworkInput
} from '#lib/merge/network.ts';
import type { DisplayCoding, DisplaySource } from '#lib/merge/joint-display.ts';
import { areas, codebook, demoInput } from './demo-project.ts';

const group = codebook.byId.get('samenwerking')!;
const districts = areas.filter(({ kind }) => kind === 'district');
const base = demoInput('safety', 'batau');
const source = (id: string, more: Partial<DisplaySource> = {}): DisplaySource => ({
	...{ id, title: id, kind: 'transcript', areaId: 'batau', waveId: '2025', status: 'released', group: 'professional' },
	...more
});
const said = (sourceId: string, codeId: string, level: 'good' | 'improve' | null): DisplayCoding => ({
	...{ sourceId, codeId, layer: 'shared', valences: { change: null, level } }
});
const display = (
	sources: readonly DisplaySource[],
	codings: readonly DisplayCoding[],
	more: Partial<NetworkInput> = {}
) =>
	networkDisplay({
		...{ groups: [group], codebook, areas: districts, waves: base.waves, toWaveId: '2025', includeEarlierWaves: true },
		...{ sources, codings },
		...more
	});
const cell = (found: ReturnType<typeof display>, codeId: string, areaId = 'batau') =>
	found.rows.find((row) => row.codeId === codeId)?.cells.find(({ area }) => area.id === areaId)?.voices;

describe('the themes of the network', () => {
	test('are of a group under no pillar', () => {
		expect(networkGroups(codebook).map(({ id }) => id)).toEqual(['samenwerking', 'dwars']);
		expect(networkThemes(codebook, 'samenwerking').map(({ id }) => id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
		expect(networkThemes(codebook, 'veiligheid')).toEqual([]);
	});
});

describe('a cell of the network display', () => {
	test('counts interviews and not passages; one that says both counts in both', () => {
		const codings = [
			said('a', 'S1', 'good'),
			said('a', 'S1', 'good'),
			said('a', 'S1', 'improve'),
			said('b', 'S1', null)
		];
		const found = display([source('a'), source('b'), source('c')], codings);
		expect(cell(found, 'S1')).toEqual({ total: 3, mentions: 2, good: 1, improve: 1, isThin: true });
		expect(cell(found, 'S2')).toEqual({ total: 3, mentions: 0, good: 0, improve: 0, isThin: false });
	});

	test('is about professionals only, of whatever study, released, of the round and the area', () => {
		const sources = [
			source('a'),
			source('b', { group: 'resident' }),
			source('c', { status: 'restricted' }),
			source('d', { waveId: '2023' }),
			source('e', { areaId: 'overvecht' })
		];
		const codings = sources.map(({ id }) => said(id, 'S3', 'improve'));
		expect(cell(display(sources, codings), 'S3')).toMatchObject({ total: 2, mentions: 2, improve: 2 });
		expect(cell(display(sources, codings, { includeEarlierWaves: false }), 'S3')).toMatchObject({ mentions: 1 });
		expect(cell(display(sources, codings), 'S3', 'overvecht')).toMatchObject({ total: 1, mentions: 1 });
		expect(display(sources, codings).interviews.reduce((sum, n) => sum + n, 0)).toBe(3);
	});

	test('never counts a blind second coding', () => {
		const second = { ...said('a', 'S1', 'good'), layer: 'second' } as const;
		expect(cell(display([source('a')], [second]), 'S1')).toMatchObject({ mentions: 0 });
	});
});

describe('what few professionals say about a theme', () => {
	const sources = ['a', 'b', 'c'].map((id) => source(id));
	const codings = [said('a', 'S1', 'good'), ...['a', 'b', 'c'].map((id) => said(id, 'S2', 'improve'))];
	const found = display(sources, codings);

	test('is not told to who does not see the interviews; from the small cell on it is, and so is silence', () => {
		const shown = withoutSmallCells(found, 3, () => false);
		expect(cell(shown, 'S1')).toEqual({ total: 3, mentions: null, good: null, improve: null, isThin: true });
		expect(shown.rows.find(({ codeId }) => codeId === 'S1')?.cells.flatMap(({ signs }) => signs)).toEqual([]);
		expect(cell(shown, 'S2')).toMatchObject({ mentions: 3, improve: 3 });
		expect(cell(shown, 'S3')).toMatchObject({ mentions: 0 });
	});

	test('is told to who sees the interviews of that area', () => {
		expect(withoutSmallCells(found, 3, (areaId) => areaId === 'batau')).toEqual(found);
	});
});

describe('the groups that are the network', () => {
	const ids = (chosen: readonly string[]) => chosenNetworkGroups(codebook, chosen).map(({ id }) => id);

	test('are those a project chose, in the order of the codebook', () => {
		expect(ids(['dwars', 'samenwerking'])).toEqual(['samenwerking', 'dwars']);
		expect(ids(['dwars'])).toEqual(['dwars']);
	});

	test('are the first one as long as nobody chose, or when what was chosen is gone', () => {
		expect(ids([])).toEqual(['samenwerking']);
		expect(ids(['weg'])).toEqual(['samenwerking']);
	});
});
