import { describe, expect, test } from 'vitest';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { methodAppendix } from '#lib/report/method-appendix.ts';
import { decidedDisplay } from './decided-display.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const observations = [
	{
		...{ sourceId: 'o', title: null, waveId: 'w', year: 2025 },
		codes: [{ codeId: 'c', name: 'Groen', codings: 3, forward: 2, backward: 0, good: 0, improve: 1 }]
	}
];
const display = decidedDisplay();
const titles = (document: ReturnType<typeof jointDisplayDocument>) =>
	document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

describe('observations of public space in the files of a joint display', () => {
	test('stand in the document as evidence of their own, and not where there are none', () => {
		const document = jointDisplayDocument(display, observations, about, 'nl');
		expect(titles(document)).toContain('Observaties van de openbare ruimte');
		expect(JSON.stringify(document.blocks)).toContain('Groen: 3 passages, gaat vooruit 2, kan beter 1');
		expect(titles(jointDisplayDocument(display, [], about, 'nl'))).not.toContain('Observaties van de openbare ruimte');
	});

	test('are a sheet to compute with', () => {
		const sheet = jointDisplaySheets(display, observations, () => 1, about, 'nl').at(-1);
		expect(sheet?.name).toBe('Observaties');
		expect(sheet?.rows).toEqual([['Een observatie', 2025, 'Groen', 3, 2, 0, 0, 1]]);
	});

	test('change the fingerprint of the data', () => {
		const hashOf = (seen: typeof observations) =>
			jointDisplaySheets(display, seen, () => 1, about, 'nl')[0]?.about.at(-1)?.[1] ?? '';
		expect(hashOf(observations)).not.toBe(hashOf([]));
	});
});

test('the methods say that agreement was not computed, and why', () => {
	const said = (doubleCoded: number) =>
		JSON.stringify(methodAppendix({ codebook: null, coders: [], doubleCoded, displays: [], earlier: [] }, 'nl'));
	expect(said(0)).toContain('is niet berekend: geen gesprek uit deze wijken is door twee mensen apart gecodeerd.');
	expect(said(4)).toContain('4 gesprekken zijn door twee mensen apart gecodeerd.');
	expect(said(4)).toContain('dat kan Wijkstem nog niet');
});
