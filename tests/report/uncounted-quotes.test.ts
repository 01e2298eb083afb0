import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { ChosenQuote, JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { factsOfFile } from '#lib/report/file-facts.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { withholdFor } from '#lib/server/views/withhold.ts';
import { demoInput } from '../merge/demo-project.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const demo = demoInput('safety', 'vollenhove');
const early = demo.sources.find(({ waveId, areaId }) => waveId !== '2025' && areaId === 'vollenhove')!;
const quote: ChosenQuote = {
	...{ codingId: 'c', codeId: 'V1', sourceId: early.id, group: early.group, waveId: early.waveId },
	...{ text: 'Vroeger liep ik hier niet.', reference: 'VOL-B-01 · 2023 · 3', valences: { change: null, level: null } },
	...{ isImportant: false, shortened: null, isOutdated: false }
};
const input = (includeEarlierWaves: boolean) => ({ ...demo, smallCell: 1, includeEarlierWaves, quotes: [quote] });
const display = (includeEarlierWaves: boolean): JointDisplay => {
	const built = buildJointDisplay(input(includeEarlierWaves));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const said = '1 gekozen citaat ontbreekt, omdat het gesprek niet meer meetelt.';

describe('a chosen quote of an interview that does not count any more', () => {
	test('stands apart from the quotes of its theme', () => {
		const [counts, not] = [true, false].map((earlier) => display(earlier).rows.find(({ codeId }) => codeId === 'V1'));
		expect([counts?.quotes, counts?.quotesUncounted]).toEqual([[quote], undefined]);
		expect([not?.quotes, not?.quotesUncounted]).toEqual([[], [quote]]);
	});

	test('is not for who may not read quotes', () => {
		const hidden = withholdFor(display(false), { readQuotes: false, listSources: true });
		expect(hidden.rows.flatMap(({ quotesUncounted }) => quotesUncounted ?? [])).toEqual([]);
	});

	test('is neither in a file nor in a factsheet, which say so', () => {
		const file = JSON.stringify(jointDisplayDocument(display(false), [], about, 'nl'));
		const years = { from: 2021, to: 2025 };
		const sheet = { area: demo.area, years, displays: [display(false)], texts: [], blocks: new Map(), smallest: 1 };
		const factsheet = JSON.stringify(factsheetDocument(sheet, about, 'nl'));
		for (const text of [file, factsheet]) {
			expect(text).toContain(said);
			expect(text).not.toContain(quote.text);
		}
	});

	test('is looked through before a file leaves all the same', () => {
		const { quotes } = factsOfFile({
			project: { includeEarlierWaves: false },
			parts: { kind: 'displays', displays: [input(false)], written: null, evidence: [] }
		});
		expect(quotes).toEqual([expect.objectContaining({ sourceId: early.id, mayShow: true })]);
	});
});
