import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/server/access/context.ts';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import { closePrinting } from '#lib/server/printing/print.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { valueOf } from '../import/fixture.ts';
import { readPdf } from '../report/read-pdf.ts';
import { parts } from '../report/unzip.ts';
import { databaseKind, testStore } from '../support/database.ts';
import { expectGolden } from '../support/golden.ts';
import { lettersOf, noOffice, showInOffice } from '../support/office.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { addUser, contextFor } from '../support/project.ts';
import { confirmed, writeDemo, type WrittenDemo } from '../support/written-demo.ts';

let store: Store;
let context: Context;
let demo: WrittenDemo;
let districts: readonly { readonly id: string; readonly name: string }[];
beforeAll(async () => {
	store = await testStore();
	// numbers in the order in which things are made, so that files with a list of them are the same in every run
	let made = 0;
	const newId = () => `00000000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`;
	context = await contextFor(store, await addUser(store, 'Beheerder', true), { newId });
	demo = await writeDemo(context, valueOf(await loadDemo(context)).projectId);
	const areas = store.db.selectFrom('areas').select(['id', 'name']).where('project_id', '=', demo.projectId);
	districts = await areas.where('kind', '=', 'district').orderBy('name').execute();
}, 240_000);
afterAll(async () => {
	await closePrinting();
	await store.close();
});

type Format = 'docx' | 'pdf' | 'html';
const factsheet = async (format: Format, more: object = {}, locale: 'nl' | 'en' = 'nl') => {
	const asked = { areaId: demo.place.areaId, format, ...more };
	return valueOf(await exportFactsheet(context, demo.projectId, asked, locale)).bytes;
};
const report = async (format: Format) => {
	const file = { reportId: demo.reportId };
	const confirmation = await confirmed(context, demo.projectId, { kind: 'report', ...file });
	const asked = { ...file, format, quotes: 'true', methods: 'true', ...(confirmation && { confirmation }) };
	return valueOf(await exportReport(context, demo.projectId, asked)).bytes;
};
const display = async (format: 'docx' | 'pdf') =>
	valueOf(await exportJointDisplay(context, demo.projectId, { ...demo.place, format }, 'nl')).bytes;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the factsheet of the demo', () => {
	const timeout = 60_000;

	test('fits on two pages as PDF for every district, whichever language is asked for', { timeout }, async () => {
		expect(districts).toHaveLength(4);
		for (const { id, name } of districts)
			for (const locale of ['nl', 'en'] as const) {
				const { pages } = await readPdf(await factsheet('pdf', { areaId: id }, locale));
				expect(pages.length, `${name} ${locale}`).toBeLessThanOrEqual(2);
			}
	});

	// the pages do not depend on the kind of database
	test('fits on two pages for rounds that follow each other too', { timeout }, async ({ skip }) => {
		if (databaseKind() === 'server') skip('the files of this database are the same');
		const waves = await store.db
			.selectFrom('waves')
			.select(['id', 'year'])
			.where('project_id', '=', demo.projectId)
			.orderBy('year')
			.execute();
		const pairs = waves.slice(1).map((to, at) => ({ fromWaveId: waves[at]?.id, toWaveId: to.id }));
		expect(pairs).toHaveLength(2);
		for (const { id, name } of districts)
			for (const pair of pairs) {
				const { pages } = await readPdf(await factsheet('pdf', { areaId: id, ...pair }));
				expect(pages.length, name).toBeLessThanOrEqual(2);
			}
	});

	test('is the file that is kept, as HTML', async () => {
		expectGolden('report/demo-factsheet.html', textOf(await factsheet('html')));
	});

	test('is the file that is kept, as the words of its PDF', async () => {
		const { pages } = await readPdf(await factsheet('pdf'));
		const said = pages.map(({ lines }, at) => [`== ${at + 1}`, ...lines].join('\n'));
		expectGolden('report/demo-factsheet.pdf.txt', `${said.join('\n')}\n`);
	});

	test('is the file that is kept, as the text of its Word file', async () => {
		const xml = parts(await factsheet('docx'))['word/document.xml'] ?? '';
		expectGolden('report/demo-factsheet.docx.xml', `${xml.replaceAll(/(?=<w:(?:p|tbl|tr|tc|sectPr)[ >])/g, '\n')}\n`);
	});
});

test('what is taken from the demo as PDF is as PDF/UA-1 asks', { timeout: 60_000 }, async () => {
	const files = { factsheet: await factsheet('pdf'), report: await report('pdf'), display: await display('pdf') };
	for (const [name, bytes] of Object.entries(files)) expect(pdfUaFaults(bytes), name).toEqual([]);
});

describe('what is taken from the demo as Word, as LibreOffice shows it', () => {
	const margin = 40; // points beside the words of a page; the writer sets 42.5

	// once is enough: the files of both databases are the same
	const isElsewhere = () => databaseKind() === 'server' && 'left out: the files of this database are the same';

	test('fits on two pages for every district and pair of rounds', { timeout: 240_000 }, async ({ skip }) => {
		const reason = noOffice ?? isElsewhere();
		if (reason) skip(reason);
		const waves = await store.db
			.selectFrom('waves')
			.select(['id', 'year'])
			.where('project_id', '=', demo.projectId)
			.orderBy('year')
			.execute();
		const files: Record<string, Uint8Array> = {};
		for (const { id: areaId, name } of districts)
			for (const [at, from] of waves.entries())
				for (const to of waves.slice(at + 1))
					files[`${name}-${from.year}-${to.year}`] = await factsheet('docx', {
						areaId,
						fromWaveId: from.id,
						toWaveId: to.id
					});
		const shown = await showInOffice(files);
		expect(Object.keys(shown)).toHaveLength(12);
		for (const [name, { pages, letters }] of Object.entries(shown)) {
			expect([1, 2], name).toContain(pages.length);
			expect(letters, name).toContain(lettersOf('Wat hier niet in staat, en waarom'));
		}
	});

	test(
		'has every heading, caption and table, and nothing that runs off the page',
		{ timeout: 240_000 },
		async ({ skip }) => {
			const reason = noOffice ?? isElsewhere();
			if (reason) skip(reason);
			const files = {
				report: await report('docx'),
				factsheet: await factsheet('docx'),
				display: await display('docx')
			};
			const shown = await showInOffice(files);
			for (const name of ['report', 'factsheet', 'display'] as const) {
				const xml = parts(files[name])['word/document.xml'] ?? '';
				const { pages, tags, letters } = shown[name];
				const missing = saidIn(xml).filter((said) => !letters.includes(lettersOf(said)));
				expect(missing, name).toEqual([]);
				expect(letters, name).not.toMatch(/Error[!:]|Fout[!:]|#REF/i);
				const count = (role: string) => tags.filter((tag) => tag.role === role).length;
				// a table that goes on over a page is told once more there
				expect(count('Table'), name).toBeGreaterThanOrEqual(xml.split('<w:tbl>').length - 1);
				for (const level of [1, 2, 3, 4, 5]) {
					const styled = xml.split(`<w:pStyle w:val="Heading${level}"/>`).length - 1;
					expect(count(`H${level}`), `${name}, level ${level}`).toBe(styled);
				}
				expect(
					tags.filter(({ role, isDescribed }) => role === 'Figure' && !isDescribed),
					name
				).toEqual([]);
				expect(count('Figure'), name).toBe(xml.split('<w:drawing>').length - 1);
				for (const [at, { margins }] of pages.entries())
					expect(Math.min(margins.left, margins.right), `${name}, page ${at + 1}`).toBeGreaterThan(margin);
			}
			expect(shown.report.pages.length).toBeGreaterThan(15);
			expect(shown.report.pages.length).toBeLessThan(40);
		}
	);
});

/** The words of each paragraph of a Word file. */
const saidIn = (xml: string): readonly string[] =>
	xml
		.split('</w:p>')
		.map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words).join(''))
		.map((said) => said.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, ' '))
		.filter((said) => said.trim() !== '');
