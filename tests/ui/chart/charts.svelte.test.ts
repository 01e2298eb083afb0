import { afterEach, expect, test } from 'vitest';
import SeriesChart from '../../../src/lib/ui/chart/SeriesChart.svelte';
import ChartBlock from '../../../src/lib/ui/report/ChartBlock.svelte';
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

test('ten rounds stand side by side, each with its year, and no words touch as they are really drawn', async () => {
	await document.fonts.ready;
	const values = [34.2, 33.1, 35.6, null, 31.4, 28, 30.2, 29.9, 26.5, 26];
	const box = show(SeriesChart, {
		title: 'Voelt zich onveilig',
		label: 'Vollenhove',
		unit: '%',
		format,
		comparisons: [{ label: 'Zeist', values: values.map(() => 30) }],
		points: values.map((value, at) => ({
			...{ label: `${2016 + at} (${2015 + at})`, value },
			breakBefore: at === 5 || at === 6
		}))
	});
	const texts = [...box.querySelectorAll('figure > svg text')];
	const written = texts.map((text) => text.textContent?.trim());
	expect(written).toEqual(
		expect.arrayContaining(['2016', '(2015)', '2025', '(2024)', '34,2', '26', '–', 'trendbreuk'])
	);
	const rooms = texts.map((text) => text.getBoundingClientRect());
	const high = 0.35; // of the height of a line of type stands nothing
	const pairs = rooms.flatMap((one, at) =>
		rooms.slice(at + 1).flatMap((other, next) => {
			const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			const tall = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
			return wide > 0 && tall > one.height * high ? [`${written[at]} on ${written[at + 1 + next]}`] : [];
		})
	);
	expect(pairs).toEqual([]);
});

test('a drawing in a report has a line below it that says what it is', () => {
	const box = show(ChartBlock, {
		chart: {
			...{ caption: 'Figuur: Voelt zich onveilig (%), Vollenhove, 2021–2025', description: 'Grafiek.', breakWord: '' },
			points: [{ label: '2021', value: 34, shown: '34', lower: null, upper: null, breakBefore: false }]
		}
	});
	expect(box.querySelector('figcaption')?.textContent?.trim()).toBe(
		'Figuur: Voelt zich onveilig (%), Vollenhove, 2021–2025'
	);
	expect(box.querySelector('figcaption')?.className).not.toContain('visually-hidden');
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
