import { describe, expect, test } from 'vitest';
import type { Explanation } from '#lib/domain/integration/explanation.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { recognitionOf } from '../merge/answer-of.ts';
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
		...{ evidenceItems: [], strength: 'one', sessionId: null, recognised: null, recognitions: [] },
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
		const { display, key } = explained([{}, { toWaveId: '2023', recognitions: [recognitionOf({ answer: 'partly' })] }]);
		const text = JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks);
		expect(text).toContain(`Verklaring 0. (over ${key}; `);
		expect(text).toContain(`Verklaring 1. (over ${key}, 2021 → 2023; `);
	});

	test('stands in a factsheet with the same, and whether people know it; those that know it and lean on most first', () => {
		const { display, key } = explained([
			{},
			{ recognitions: [recognitionOf({ answer: 'partly' })] },
			{ recognitions: [recognitionOf({ answer: 'yes' })], toWaveId: '2023' },
			{ recognitions: [recognitionOf({ answer: 'yes' })], strength: 'supported' }
		]);
		const lines = factsheetOf(display).filter((text) => text.startsWith('Mogelijke verklaring'));
		expect(lines).toEqual([
			expect.stringMatching(new RegExp(`\\(over ${key}; .*; herkend door gemeente\\): Verklaring 3\\.$`)),
			expect.stringMatching(new RegExp(`\\(over ${key}, 2021 → 2023; .*; herkend door gemeente\\): Verklaring 2\\.$`))
		]);
	});

	test('says every answer that stands, how often it was given and by whom', () => {
		const { display, key } = explained([
			{
				recognitions: [
					recognitionOf({ id: '1', session: 'Sessie é', saidBy: 'resident' }),
					recognitionOf({ id: '2', session: 'Sessie é', answer: 'partly' }),
					recognitionOf({ id: '3', session: 'Sessie 😀', saidBy: 'resident' }),
					recognitionOf({ id: '4', session: 'Sessie 😀', answer: 'yes' })
				]
			}
		]);
		const words = `(over ${key}; beleid of project; door gemeente; 3× herkend door bewoner (2×) en gemeente, 1× deels herkend door gemeente)`;
		expect(JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks)).toContain(`Verklaring 0. ${words}`);
		expect(factsheetOf(display)).toContain(`Mogelijke verklaring ${words}: Verklaring 0.`);
	});

	test('on which people differ stands in a factsheet, also where the last answer was no', () => {
		const recognitions = [recognitionOf({ saidBy: 'resident' }), recognitionOf({ id: 'last', answer: 'no' })];
		const { display } = explained([{ recognitions, recognised: 'no' }]);
		expect(factsheetOf(display).join()).toContain(
			'1× herkend door bewoner, 1× niet herkend door gemeente): Verklaring 0.'
		);
	});

	test('that people reject is not in a factsheet, which says so', () => {
		const { display } = explained([{ recognitions: [recognitionOf({ answer: 'no' })] }, {}]);
		const lines = factsheetOf(display);
		expect(lines.some((text) => text.includes('Verklaring 0.'))).toBe(false);
		expect(lines.some((text) => text.includes('Verklaring 1.'))).toBe(true);
		expect(lines.some((text) => text.includes('1 verklaring ontbreekt, omdat mensen haar niet herkennen.'))).toBe(true);
	});
});
