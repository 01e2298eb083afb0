import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { basisOf } from '#lib/merge/decision-changes.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { currentOf, figureLines, figuresTable } from '#lib/report/live-said.ts';
import { demoInput } from '../merge/demo-project.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const said = {
	source: 'Gezondheidsmonitor é 😀',
	sourceVersion: 'uitgave 2',
	trendBreak: true,
	trendBreakReason: 'andere vraag'
};

/** Health in Vollenhove, with a source, a version and a reason at one indicator in 2023, or without. */
const displayWith = (more: Partial<typeof said> | null): JointDisplay => {
	const input = demoInput('health', 'vollenhove');
	const observations = input.observations.map((one) =>
		one.indicatorId === 'KG3' && one.areaId === 'vollenhove' && one.waveId === '2023' ? { ...one, ...more } : one
	);
	const built = buildJointDisplay({ ...input, observations });
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const display = displayWith(said);
const figures = display.indicators.find(({ key }) => key === 'KG3');
if (!figures) throw new Error('no indicator');

describe('a figure with a source of its own and a reason of its break', () => {
	test('tells both in its sentences, in its chart and in the caption of a table', () => {
		expect(figureLines(figures, 'nl')[1]).toBe(
			'Bron: Gezondheidsmonitor GGD/CBS/RIVM; Gezondheidsmonitor é 😀 (versie uitgave 2). Trendbreuk in 2023: andere vraag.'
		);
		const now = currentOf({ kind: 'chart', indicatorId: figures.indicatorId }, { display, quote: null }, 'nl');
		if (now.kind !== 'there' || now.said.kind !== 'chart') throw new Error('no chart');
		expect(now.said.table.caption).toContain('Gezondheidsmonitor é 😀 (versie uitgave 2)');
		expect(now.said.table.rows[1]?.at(-1)).toMatch(/^Trendbreuk: .* Reden: andere vraag\.$/);
		const table = figuresTable(display, 'nl');
		expect(table.caption).toContain('Gezondheidsmonitor é 😀 (versie uitgave 2)');
		expect(table.rows.find(([name]) => name?.startsWith(figures.label))?.at(-1)).toContain(
			'Trendbreuk in 2023: andere vraag.'
		);
	});

	test('tells both on paper and in the long sheet of a joint display', () => {
		const document = JSON.stringify(jointDisplayDocument(display, [], about, 'nl').blocks);
		expect(document).toContain('Trendbreuk in 2023: andere vraag.');
		expect(document).toContain('Vergelijk niet met de rondes ervoor. Reden: andere vraag.');
		expect(document.match(/Gezondheidsmonitor é 😀 \(versie uitgave 2\)/g)?.length).toBeGreaterThan(1);
		const sheet = jointDisplaySheets(display, [], () => 0, about, 'nl')[1];
		const row = sheet?.rows.find((each) => each[2] === 'KG3' && each[5] === 2023);
		expect(row?.slice(-5, -2)).toEqual([said.source, said.sourceVersion, said.trendBreakReason]);
		expect(sheet?.columns.slice(-5, -2).map(({ label }) => label)).toEqual(['Bron', 'Versie bron', 'Reden trendbreuk']);
	});

	test('asks to be looked at when its source changes; a decision does not rest on it', () => {
		const fingerprint = (of: JointDisplay) => {
			const now = currentOf({ kind: 'figure', indicatorId: figures.indicatorId }, { display: of, quote: null }, 'nl');
			return now.kind === 'there' ? now.fingerprint : now.kind;
		};
		expect(fingerprint(displayWith({ ...said, sourceVersion: 'uitgave 3' }))).not.toBe(fingerprint(display));
		const [row, plain] = [display, displayWith({ trendBreak: true })].map(({ rows }) => rows[0]);
		expect(row?.fingerprint).toBe(plain?.fingerprint);
		if (!row) throw new Error('no row');
		expect(JSON.stringify(basisOf({ ...row, codings: 0 }))).not.toMatch(/Gezondheidsmonitor é|andere vraag|uitgave/);
	});
});
