import type { SaidChart } from '../../src/lib/domain/report/live-block.ts';
import { line, type Block, type ReportDocument } from '../../src/lib/report/document.ts';

const sentence = 'Bewoners zeggen dat het rustiger is geworden, en dat zij ’s avonds vaker buiten lopen dan vroeger. ';
const years = ['2017', '2019', '2021', '2023', '2025'] as const;

/** A final report about as long as is asked for: each part tells a pillar as authors do, with charts and their tables. */
export const longReport = (parts: number): ReportDocument => ({
	title: 'Eindrapport',
	subtitle: '2021 en 2025',
	language: 'nl-NL',
	isUpright: true,
	watermark: 'Verzonnen',
	footer: 'Meting.',
	madeAt: '2026-01-01T00:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks: Array.from({ length: parts }, (_, at) => partOf(at)).flat()
});

const partOf = (at: number): readonly Block[] => [
	{ kind: 'heading', level: 1, text: `Wijk en pijler ${at + 1}` },
	{ kind: 'paragraph', line: line(sentence.repeat(5)) },
	{ kind: 'heading', level: 2, text: 'Cijfers' },
	tableOf(`Cijfers van deel ${at + 1}`, ['Cijfer', '2021', '2023', '2025', 'Ontwikkeling'], 5),
	...[0, 1].flatMap((more): readonly Block[] => [
		{ kind: 'chart', ...chartOf(at * 2 + more) },
		tableOf(
			`Cijfer ${more + 1} van deel ${at + 1}`,
			['Meetronde', 'Wijk', 'Gemeente', 'Marge', 'Opmerking'],
			years.length
		)
	]),
	{ kind: 'heading', level: 2, text: 'Bewoners' },
	{ kind: 'paragraph', line: line(sentence.repeat(2)) },
	{ kind: 'quote', text: sentence, reference: `VOL-B-${at} · 2025 · 14` },
	{ kind: 'heading', level: 2, text: 'Aandachtspunten' },
	tableOf(`Oordelen van deel ${at + 1}`, ['Thema', 'Cijfers', 'Bewoners', 'Professionals', 'Samenhang'], 5),
	{ kind: 'list', items: [sentence, sentence, sentence] }
];

/** With an interval, two other areas and a trend break, as an indicator of a survey has. */
const chartOf = (at: number): SaidChart => {
	const value = (year: number) => 40 + ((at * 7 + year * 3) % 25);
	return {
		description: `Grafiek: cijfer ${at} in één wijk, ${years.map((year, index) => `${year}: ${value(index)}`).join('; ')}`,
		breakWord: 'trendbreuk',
		points: years.map((label, index) => ({
			...{ label, value: value(index), shown: String(value(index)) },
			...{ lower: value(index) - 3, upper: value(index) + 3, breakBefore: index === 2 }
		})),
		comparisons: ['Zeist', 'Nederland'].map((label, index) => ({
			label,
			values: years.map((_, year) => value(year) + 4 + index * 5)
		}))
	};
};

const tableOf = (caption: string, labels: readonly string[], rows: number): Block => ({
	kind: 'table',
	caption,
	columns: labels.map((label, at) => ({ label, width: at === 0 ? 30 : 16 })),
	rows: Array.from({ length: rows }, (_, row) => [
		[line(`Regel ${row + 1} met een naam`, 'strong')],
		...labels.slice(1).map((label, at) => [line(at < 3 ? `${50 + row},${at} %` : `▲ Gunstiger: ${label}`)])
	])
});
