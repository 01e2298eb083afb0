import { afterEach, expect, test } from 'vitest';
import SeriesChart from '../../../src/lib/ui/chart/SeriesChart.svelte';
import SignStrip from '../../../src/lib/ui/chart/SignStrip.svelte';
import type { InterviewVoice } from '../../../src/lib/ui/chart/sign.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const voice = (
	name: string,
	group: InterviewVoice['group'],
	change: InterviewVoice['change'],
	level: InterviewVoice['level'] = []
): InterviewVoice => ({ id: name, name, group, change, level });

const format = (value: number) => new Intl.NumberFormat('nl').format(value);

test('one sign a lane for each interview, and the sentence leads to the quotes', () => {
	const box = show(SignStrip, {
		voices: [
			voice('VOL-B-01', 'resident', ['forward'], ['improve']),
			voice('VOL-B-02', 'resident', ['forward', 'backward']),
			voice('VOL-P-01', 'professional', []),
			voice('VOL-P-02', 'professional', ['backward'])
		],
		sentence: '2 van 4 gesprekken noemen vooruitgang.',
		href: '/quotes'
	});
	const titles = [...box.querySelectorAll('title')].map((title) => title.textContent?.split(/[,:]/)[0]);
	expect(titles.toSorted()).toEqual(['VOL-B-01', 'VOL-B-01', 'VOL-B-02', 'VOL-P-01', 'VOL-P-02']);
	expect(box.querySelector('.on .sign title')?.textContent).toContain('VOL-B-02');
	expect(box.querySelector('.before .sign title')?.textContent).toContain('VOL-P-02');
	expect(box.querySelector('a')?.textContent).toBe('2 van 4 gesprekken noemen vooruitgang.');
	expect(box.querySelector('.lanes')?.getAttribute('aria-hidden')).toBe('true');
});

test('residents are round and professionals square, whatever the colour', () => {
	const box = show(SignStrip, {
		voices: [voice('a', 'resident', ['forward']), voice('b', 'professional', ['forward'])],
		sentence: 'x'
	});
	expect([...box.querySelectorAll('.sign')].map((sign) => sign.querySelector('.line')?.tagName)).toEqual([
		'circle',
		'rect'
	]);
});

test('a series writes its values, says what is missing, and gives the same in a table', () => {
	const box = show(SeriesChart, {
		title: 'Voelt zich onveilig',
		label: 'Vollenhove',
		unit: '%',
		format,
		comparisons: [{ label: 'Zeist', values: [24.5, 24, 23] }],
		points: [
			{ label: '2021', value: 34.2, lower: 31, upper: 37 },
			{ label: '2023', value: null },
			{ label: '2025', value: 26, breakBefore: true, note: 'andere vraag' }
		]
	});
	const drawing = box.querySelector('figure > svg');
	expect([...(drawing?.querySelectorAll('text.value') ?? [])].map((text) => text.textContent?.trim())).toEqual([
		'34,2',
		'–',
		'26'
	]);
	expect(drawing?.querySelectorAll('.break')).toHaveLength(1);
	expect(drawing?.getAttribute('aria-label')).toMatch(/Vollenhove.*2021 34,2.*2023.*2025 26/);

	const cells = [...box.querySelectorAll('tbody tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent?.trim())
	);
	expect(cells.map((row) => [row[0], row[1], row[3]])).toEqual([
		['2021', '34,2', '24,5'],
		['2023', '–', '24'],
		['2025', '26', '23']
	]);
	expect(cells[2]?.[4]).toContain('andere vraag');
});
