import { describe, expect, test } from 'vitest';
import type { Explanation } from '#lib/domain/integration/explanation.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { decidedDisplay } from './decided-display.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

/** Safety in Vollenhove with explanations of its first figure. */
const explained = (explanations: readonly Partial<Explanation>[]): { display: JointDisplay; key: string } => {
	const display = decidedDisplay();
	const at = display.rows.findIndex(({ indicators }) => indicators.length > 0);
	const { indicatorId, key } = display.rows[at]!.indicators[0]!;
	const all = explanations.map((more, n): Explanation => ({
		...{ id: `e${n}`, indicatorId, areaId: display.area.id, fromWaveId: '2021', toWaveId: '2025' },
		...{ kind: 'policy', text: `Verklaring ${n}.`, saidBy: 'municipality', evidence: '', counterEvidence: '' },
		...{ evidenceItems: [], strength: 'one', sessionId: null, recognised: null },
		...more
	}));
	const rows = display.rows.map((row, place) => (place === at ? { ...row, explanations: all } : row));
	return { display: { ...display, rows }, key };
};

const factsheetOf = (display: JointDisplay): readonly string[] => {
	const input = { area: display.area, years: { from: 2021, to: 2025 }, texts: [], blocks: new Map(), smallest: 1 };
	const { blocks } = factsheetDocument({ ...input, displays: [display] }, about, 'nl');
	return blocks.flatMap((block) =>
		block.kind === 'paragraph' ? [block.line.text] : block.kind === 'list' ? [...block.items] : []
	);
};

describe('a possible explanation', () => {
	test('says in the file of a display which figure it is about, and which rounds where these are others', () => {
		const { display, key } = explained([{}, { toWaveId: '2023', recognised: 'partly' }]);
		const text = JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks);
		expect(text).toContain(`Verklaring 0. (over ${key}; `);
		expect(text).toContain(`Verklaring 1. (over ${key}, 2021 → 2023; `);
	});

	test('stands in a factsheet with the same, and whether people know it; those that know it and lean on most first', () => {
		const { display, key } = explained([
			{},
			{ recognised: 'partly' },
			{ recognised: 'yes', toWaveId: '2023' },
			{ recognised: 'yes', strength: 'supported' }
		]);
		const lines = factsheetOf(display).filter((text) => text.startsWith('Mogelijke verklaring'));
		expect(lines).toEqual([
			expect.stringMatching(new RegExp(`\\(over ${key}; .*; herkend\\): Verklaring 3\\.$`)),
			expect.stringMatching(new RegExp(`\\(over ${key}, 2021 → 2023; .*; herkend\\): Verklaring 2\\.$`))
		]);
	});

	test('that people reject is not in a factsheet, which says so', () => {
		const { display } = explained([{ recognised: 'no' }, {}]);
		const lines = factsheetOf(display);
		expect(lines.some((text) => text.includes('Verklaring 0.'))).toBe(false);
		expect(lines.some((text) => text.includes('Verklaring 1.'))).toBe(true);
		expect(lines.some((text) => text.includes('1 verklaring ontbreekt, omdat mensen haar niet herkennen.'))).toBe(true);
	});
});
