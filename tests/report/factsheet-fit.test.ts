import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { decide } from '#lib/merge/decide.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { line, type Block } from '#lib/report/document.ts';
import { estimatedPages } from '#lib/report/document-height.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import type { FactsheetInput } from '#lib/report/factsheet-pillar.ts';
import { toDocx } from '#lib/report/to-docx.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { areas, demoInput, pillars } from '../merge/demo-project.ts';
import { noOffice, showInOffice } from '../support/office.ts';
import { textOf } from '../support/rich-text-of.ts';
import { readPdf } from './read-pdf.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const press = newPdfPress(readFonts());
const reason =
	'De cijfers en de gesprekken wijzen dezelfde kant op, en dat herkennen de medewerkers van de gemeente ook.';
const message = 'Bewoners en professionals zien dat het beter gaat, maar zij vinden dat het nog niet goed is.';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};

/** A pillar in which somebody decided on every theme, with a reason and a core message. */
const decided = (pillarId: string, areaId: string): JointDisplay => {
	const input = demoInput(pillarId, areaId);
	const decisions = build(input).rows.flatMap((row) => {
		const made =
			row.proposal.fit &&
			decide(
				row,
				{ fit: row.proposal.fit, reason, metaInference: message, withoutExplanation: true },
				{ userId: 'u', name: 'Auteur', at: '2025-03-12T09:00:00Z' }
			);
		return made && made.ok ? [{ codeId: row.codeId, decision: made.value, basis: null, readings: [] }] : [];
	});
	return build({ ...input, decisions });
};

const input = (areaId: string, more: Partial<FactsheetInput> = {}): FactsheetInput => ({
	area: areas.find(({ id }) => id === areaId)!,
	years: { from: 2021, to: 2025 },
	displays: pillars.map(({ id }) => decided(id, areaId)),
	texts: [],
	blocks: new Map(),
	smallest: 1,
	...more
});
const documentOf = (blocks: readonly Block[]) => ({ ...factsheetDocument(input('vollenhove'), about, 'nl'), blocks });
const pagesOf = async (blocks: readonly Block[]) => (await readPdf(press(documentOf(blocks)))).pages.length;

const all = factsheetDocument(input('overvecht'), about, 'nl').blocks;
const filler: readonly Block[] = Array.from({ length: 12 }, (_, at) => ({
	kind: 'paragraph',
	line: line(`${at} ${message} `.repeat(1 + (at % 4)))
}));
/** Shorter and longer than a factsheet may be. */
const lengths = [all.slice(0, 6), all, [...all, ...filler], [...all, ...filler, ...all]] as const;
const districts = areas.filter(({ kind }) => kind === 'district').map(({ id }) => id);

describe('the length of a factsheet', () => {
	test.each(districts)('is two pages at most when everything was decided: %s', async (areaId) => {
		const document = factsheetDocument(input(areaId), about, 'nl');
		expect((await readPdf(press(document))).pages.length).toBeLessThanOrEqual(2);
		expect(JSON.stringify(document.blocks)).toMatch(/de reden hier niet/);
	});

	test('is told when its authors wrote more than fits, since only they can shorten it', () => {
		const long = textOf('Dit is een lange tekst van een auteur die veel te zeggen heeft. '.repeat(60));
		const texts = pillars.map(({ id }) => ({ pillarId: id, slot: 'message' as const, text: long }));
		const document = factsheetDocument(input('vollenhove', { texts }), about, 'nl');
		expect(JSON.stringify(document.blocks)).toContain('dit past niet op 2 bladzijden');
	});

	test('is never estimated below what the pages show', async () => {
		for (const blocks of lengths) expect(estimatedPages({ blocks })).toBeGreaterThanOrEqual(await pagesOf(blocks));
	});

	test('holds for Word too, as LibreOffice shows it', { timeout: 120_000 }, async ({ skip }) => {
		if (noOffice) skip(noOffice);
		const ofDistricts = districts.map((id) => [id, factsheetDocument(input(id), about, 'nl')] as const);
		const ofLengths = lengths.map((blocks, at) => [`length-${at}`, documentOf(blocks)] as const);
		const made = [...ofDistricts, ...ofLengths].map(
			async ([name, document]) => [name, await toDocx(document)] as const
		);
		const shown = await showInOffice(Object.fromEntries(await Promise.all(made)));
		for (const [name, { blocks }] of [...ofDistricts, ...ofLengths])
			expect(estimatedPages({ blocks }), name).toBeGreaterThanOrEqual(shown[name]?.pages.length ?? Infinity);
		for (const id of districts) expect(shown[id]?.pages.length, id).toBeLessThanOrEqual(2);
	});
});
