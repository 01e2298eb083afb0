import { expect, test } from 'vitest';
import { reportDocument } from '#lib/report/report-document.ts';
import type { WrittenReport } from '#lib/report/written-report.ts';
import { textOf } from '../support/rich-text-of.ts';

const [pillarId, areaId] = ['veiligheid', 'vollenhove'];
const report: WrittenReport = {
	title: 'Eén wijk in beeld 😀',
	kind: 'final',
	language: 'nl',
	years: { from: 2021, to: 2025 },
	areas: [{ id: areaId, name: 'Vollenhove' }],
	pillars: [{ id: pillarId, name: 'Veiligheid' }],
	sections: [
		{
			...{ pillarId, areaId },
			slot: 'explanations',
			text: [
				{ kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Wat mensen noemen', marks: [] }] },
				...textOf('De wijk is verbouwd.')
			]
		}
	],
	blocks: new Map(),
	warnings: [],
	passages: new Map(),
	hasQuoteAppendix: false,
	methods: null
};

test('a heading that an author writes stands below the place in which it is written', () => {
	const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
	const { blocks } = reportDocument(report, about);
	expect(blocks.slice(0, 4)).toMatchObject([
		{ kind: 'heading', level: 1, text: 'Vollenhove' },
		{ kind: 'heading', level: 2, text: 'Veiligheid' },
		{ kind: 'heading', level: 3, text: 'Verklaringen' },
		{ kind: 'rich', level: 4 }
	]);
});
