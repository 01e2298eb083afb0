import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { kernsetTable } from '#lib/merge/kernset-table.ts';
import KernsetTable from '../../../src/lib/ui/kernset/KernsetTable.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const waves = [2021, 2023, 2025].map((year) => ({ id: String(year), label: `Ronde ${year}`, year }));
const area = {
	id: 'wijk',
	parentId: null,
	name: 'Wijk',
	aliasName: null,
	kind: 'district' as const,
	statisticalCodes: []
};
const value = (waveId: string, changes: Partial<Observation>): Observation => ({
	indicatorId: 'KV1',
	areaId: 'wijk',
	waveId,
	referenceYear: Number(waveId),
	value: null,
	n: null,
	lower: null,
	upper: null,
	trendBreak: false,
	suppressed: false,
	note: '',
	source: null,
	sourceVersion: null,
	trendBreakReason: null,
	testedAgainst: null,
	testedChange: null,
	...changes
});
const sections = kernsetTable({
	area,
	pillars: [{ id: 'p', name: 'Veiligheid', shortName: null, absentIn: [] }],
	indicators: [
		{
			id: 'KV1',
			key: 'KV1',
			label: 'Voelt zich onveilig 😀',
			pillarId: 'p',
			unit: '% 15+',
			direction: 'lower-better',
			kind: 'survey',
			source: '',
			rhythm: null,
			threshold: { value: 3, unit: 'points' }
		}
	],
	waves,
	between: waves,
	own: [
		value('2021', { value: 31.5, n: 1500, lower: 29.25, upper: 34 }),
		value('2023', { suppressed: true }),
		value('2025', {
			...{ value: 26, referenceYear: 2024, note: 'Andere vraag' },
			...{ testedAgainst: '2021', testedChange: true }
		})
	],
	others: [],
	comparisonAreas: []
});
const table = (props: Record<string, unknown> = {}) => {
	const [section] = sections;
	if (!section) throw new Error('there is one pillar');
	return show(KernsetTable<Observation>, {
		section,
		hrefOf: ({ id }: { readonly id: string }) => `#${id}`,
		areaName: 'Wijk',
		waves,
		from: waves[0] ?? null,
		to: waves[2] ?? null,
		...props
	});
};
const text = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

test('who may only read sees values and words, and no buttons', () => {
	const box = table();
	expect(box.querySelectorAll('button')).toHaveLength(0);
	const cells = [...box.querySelectorAll('tbody td')].map(text);
	expect(cells[0]).toMatch(/31,5%|31\.5%/);
	expect(cells[1]).toMatch(/te weinig gevallen|too few cases/i);
	expect(cells[2]).toMatch(/2024/);
	expect(cells[3]).toMatch(/gunstiger: 5,5 procentpunt lager|better: 5\.5 percentage points lower/i);
	expect(cells[3]).toMatch(/De bron toetste: veranderd\.|The source tested: changed\./);
	const tested = 'De bron toetste tegen 2021: veranderd|The source tested against 2021: changed';
	expect(text(box.querySelector('.notes'))).toMatch(new RegExp(`KV1 in 2025: (?:${tested})\\. Andere vraag`));
});

test('margins and numbers appear when they are asked for, with their own decimals', () => {
	expect(text(table().querySelector('tbody td'))).not.toMatch(/29/);
	clear();
	expect(text(table({ hasMargins: true }).querySelector('tbody td'))).toMatch(/29[,.]25 – 34[,.]00.*n = 1[,.]500/);
});

test('a cell of an editor is a button that says what it holds, and hands over what is there', () => {
	const asked: unknown[] = [];
	const box = table({ onEdit: (...cell: unknown[]) => asked.push(cell) });
	const buttons = box.querySelectorAll('button');
	expect(buttons).toHaveLength(3);
	expect(text(buttons[2])).toMatch(/26[,.]0%.*Voelt zich onveilig 😀, Ronde 2025/);
	buttons[1]?.click();
	flushSync();
	const row = sections[0]?.rows[0];
	expect(asked).toEqual([[row?.indicator, waves[1], row?.observations[1]]]);
});

test('with one round there is no development', () => {
	const box = table({ from: null, to: null });
	expect(box.querySelectorAll('thead th')).toHaveLength(5);
});
