import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '#lib/domain/integration/evidence.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { valueOf } from '../import/fixture.ts';
import { explanationOf, unlinkedInput } from '../merge/unlinked-input.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

const quote: EvidenceItem = {
	...{ kind: 'quote', id: 'q', side: 'supports', remark: 'Van de wijkagent.', group: 'professional' },
	...{ codingId: 'c', sourceId: 's', text: 'Woorden van een professional.', reference: 'VOL-P-01', withheld: null }
};
const build = (explanations = [explanationOf({ evidenceItems: [quote] })], smallCell = 3): JointDisplay =>
	valueOf(buildJointDisplay(unlinkedInput({ explanations, smallCell })));
const blocksOf = (display: JointDisplay) => jointDisplayDocument(display, [], about, 'nl').blocks;
const sheetsOf = (display: JointDisplay) => jointDisplaySheets(display, [], () => 1, about, 'nl');

describe('a possible explanation of a figure that no theme has', () => {
	const title = 'Verklaringen bij cijfers zonder thema hierboven';
	const line = 'Er is een jongerenwerker 😀. (over KV3; beleid of project; door gemeente; nog niet gevraagd)';

	test('stands in the document of a display beside its figure, and is counted there', () => {
		const blocks = blocksOf(build());
		const table = blocks.find((block) => block.kind === 'table' && block.caption === title);
		if (table?.kind !== 'table') throw new Error('no table');
		expect(table.rows[0]?.map((cell) => cell[0]?.text)).toEqual(['KV3 Meldingen jeugdoverlast', line]);
		const manifest = blocks.findLast((block) => block.kind === 'table');
		if (manifest?.kind !== 'table') throw new Error('no manifest');
		const counted = manifest.rows.find(([label]) => label?.[0]?.text === 'Mogelijke verklaringen');
		expect(counted?.[1]?.[0]?.text).toBe('1');
		expect(JSON.stringify(blocksOf(build([])))).not.toContain(title);
	});

	test('has a sheet, which is not there without one', () => {
		const sheet = sheetsOf(build()).find(({ name }) => name === 'Verklaringen zonder thema');
		expect(sheet?.rows).toEqual([
			['KV3 Meldingen jeugdoverlast', `${line}\nsteunt dit: citaat van een kleine groep, niet getoond`]
		]);
		expect(sheetsOf(build([])).map(({ name }) => name)).toEqual(['Cijfers en stemmen', 'Cijfers', 'Stemmen']);
	});

	test('tells of a quote of a small group only that it is there, and counts it as left out', () => {
		for (const told of [JSON.stringify(blocksOf(build())), JSON.stringify(sheetsOf(build()))]) {
			expect(told).toContain('1 citaat bij een verklaring staat er niet in');
			for (const words of ['Woorden van een professional.', 'VOL-P-01', 'wijkagent.'])
				expect(told).not.toContain(words);
		}
		expect(JSON.stringify(blocksOf(build(undefined, 1)))).toContain('Woorden van een professional.');
	});

	test('stands in a factsheet, where it fits', () => {
		const display = build([explanationOf({ toWaveId: '2023' })]);
		const input = { area: display.area, years: { from: 2021, to: 2025 }, texts: [], blocks: new Map(), smallest: 1 };
		const { blocks } = factsheetDocument({ ...input, displays: [display] }, about, 'nl');
		expect(JSON.stringify(blocks)).toContain(
			'Mogelijke verklaring (over KV3, 2021 → 2023; beleid of project; door gemeente; nog niet gevraagd): Er is een'
		);
	});
});
