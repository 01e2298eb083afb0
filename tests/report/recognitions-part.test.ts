import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { withholdFor } from '#lib/server/views/withhold.ts';
import { valueOf } from '../import/fixture.ts';
import { answerOf } from '../merge/answer-of.ts';
import { unlinkedInput } from '../merge/unlinked-input.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const build = (recognitions: DisplayInput['recognitions']): JointDisplay =>
	valueOf(buildJointDisplay(unlinkedInput({ recognitions: recognitions ?? [] })));
const tableIn = (display: JointDisplay, caption: string) => {
	const { blocks } = jointDisplayDocument(display, [], about, 'nl');
	const found = blocks.find((block) => block.kind === 'table' && block.caption === caption);
	return found?.kind === 'table' ? found : null;
};
const sheetOf = (display: JointDisplay) =>
	jointDisplaySheets(display, [], () => 1, about, 'nl').find(({ name }) => name === 'Herkenning');

const title = 'Herkenning van de cijfers in duidingssessies';

describe('whether people recognised a figure', () => {
	const display = build([
		answerOf({ id: 'then', toWaveId: '2023', answer: 'yes', saidBy: 'resident', heldOn: '2023-06-01', remark: '' }),
		answerOf({ id: 'now' }),
		answerOf({ id: 'linked', indicatorId: 'KV1', answer: 'no', saidBy: 'professional', remark: '=SOM(1)' })
	]);
	const rows = [
		['KV1 Voelt zich wel eens onveilig in de buurt', 'Niet herkend', '=SOM(1)', 'Professional', '20 november 2025'],
		['KV3 Meldingen jeugdoverlast', 'Deels herkend', 'Alleen rond het plein 😀', 'Gemeente', '20 november 2025'],
		['KV3 Meldingen jeugdoverlast', 'Herkend', '', 'Bewoner', '1 juni 2023']
	];
	const rounds = ['2021 → 2025', '2021 → 2025', '2021 → 2023 (andere meetrondes)'];

	test('stands in the document of a display: figure, answer, remark, who, session and rounds', () => {
		const table = tableIn(display, title);
		expect(table?.columns).toHaveLength(6);
		const cells = table?.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join()));
		expect(cells).toEqual(rows.map((row, at) => [...row, rounds[at]]));
		const text = JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks);
		expect(text).toContain('zegt niet of mensen de ontwikkeling van 2021 tot 2025 herkennen');
		const own = build([answerOf()]);
		expect(JSON.stringify(jointDisplayDocument(own, [], about, 'nl').blocks)).not.toContain('andere meetrondes');
	});

	test('has a sheet of its own with the same', () => {
		expect(sheetOf(display)?.rows).toEqual(rows.map((row, at) => [...row, rounds[at]]));
	});

	test('is counted with a fingerprint among what is in the file', () => {
		const manifest = (one: JointDisplay) =>
			tableIn(one, 'Aantallen en vingerafdrukken')
				?.rows.map((row) => row.map((cell) => cell[0]?.text))
				.find(([label]) => label === 'Antwoorden over cijfers');
		expect(manifest(display)?.[1]).toBe('3');
		const other = build(display.recognitions.map((answer) => ({ ...answer, remark: 'Iets anders' })));
		expect(manifest(other)?.[2]).not.toBe(manifest(display)?.[2]);
	});

	test('is in no file where nobody was asked', () => {
		const none = build([]);
		expect(tableIn(none, title)).toBeNull();
		expect(sheetOf(none)).toBeUndefined();
		expect(JSON.stringify(jointDisplayDocument(none, [], about, 'nl').blocks)).not.toContain('Antwoorden over cijfers');
	});

	test('is there for everybody who may see the display, as on the screen', () => {
		const seen = withholdFor(display, { readQuotes: false, listSources: false });
		expect(seen.recognitions).toEqual(display.recognitions);
	});
});
