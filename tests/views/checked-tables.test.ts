import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withheldMarks } from '#lib/import/codebook-table.ts';
import * as m from '#lib/paraglide/messages.js';
import { importCodebook } from '#lib/server/commands/import-codebook.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { takeExample } from '#lib/server/commands/take-example.ts';
import { importObservations } from '#lib/server/commands/import-figures.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportCodebook } from '#lib/server/views/export-codebook.ts';
import { exportKernset } from '#lib/server/views/export-kernset.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
import { confirmed } from '../support/confirmed.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store);
	const { id } = project;
	const allow = (quotes_allowed: boolean) =>
		store.db.updateTable('sources').set({ quotes_allowed }).where('project_id', '=', id).execute();
	await allow(true);
	const manager = await contextFor(store, project.users['codebook-manager']);
	const administrator = await contextFor(store, project.users.administrator);
	const actions = async (action: string) =>
		store.db
			.selectFrom('audit_events')
			.select('action')
			.where('project_id', '=', id)
			.where('action', '=', action)
			.execute();
	const [{ codingId, sourceId }] = project.said;
	const { quote } = await store.db
		.selectFrom('codings')
		.select('quote')
		.where('id', '=', codingId)
		.executeTakeFirstOrThrow();
	return { project, id, allow, manager, administrator, actions, codingId, sourceId, quote };
};

describe('the codebook that is taken away', () => {
	const taken = async ({ id, manager }: Awaited<ReturnType<typeof begin>>) =>
		new TextDecoder().decode(valueOf(await exportCodebook(manager, id, { format: 'csv' }, 'nl')).bytes);

	test('says that its examples were looked through, and what is in it', async () => {
		const there = await begin();
		expect(await taken(there)).not.toContain('Niet bevestigd');
		valueOf(await takeExample(there.manager, there.id, there.codingId));
		const file = await taken(there);
		expect(file).toContain(there.quote);
		expect(file).toContain('Voorbeelden uit gesprekken;1');
		// two residents and a professional say these words, where three of a group are the least
		expect(file).toContain('Niet bevestigd: in dit bestand zijn 2');
		expect(await there.actions('export.codebook')).toHaveLength(2);
		const confirmation = await confirmed(there.manager, there.id, { kind: 'codebook' });
		// in another language it is the same file
		const again = await exportCodebook(there.manager, there.id, { format: 'csv', confirmation }, 'en');
		expect(new TextDecoder().decode(valueOf(again).bytes)).toContain('De groep is groot genoeg.');
		const values = { file: 'observations', format: 'xlsx', confirmation };
		const foreign = await exportKernset(there.administrator, there.id, values, 'nl');
		expect(codesOf(foreign)).toEqual(['export-confirmation-unknown']);
	});

	test('leaves out words that may not be quoted any more, and read again it leaves these alone', async () => {
		const there = await begin();
		valueOf(await takeExample(there.manager, there.id, there.codingId));
		const exampleOf = async () =>
			(await store.db.selectFrom('codes').select('example').where('id', '=', there.project.theme).execute())[0]
				?.example;
		await store.db
			.updateTable('codes')
			.set({ example: `Zelf bedacht.\n\n${there.quote}` })
			.where('id', '=', there.project.theme)
			.execute();
		await there.allow(false);
		const file = await taken(there);
		expect(file).not.toContain(there.quote);
		expect(file).toContain('Zelf bedacht.');
		expect(file).toContain('[tekst weggelaten: geen toestemming voor citaten]');
		expect(file).toContain('Van 1 voorbeeld uit een gesprek blijven de woorden weg');
		const upload = { name: 'codeboek.csv', bytes: new TextEncoder().encode(file) };
		const read = valueOf(await importCodebook(there.manager, there.id, [upload], {}, {}));
		expect(read.codes).toMatchObject({ changed: 0, added: 0 });
		expect(await exampleOf()).toBe(`Zelf bedacht.\n\n${there.quote}`);
	});

	test('takes over what somebody wrote beside words that were left out, or says in which row it cannot', async () => {
		const there = await begin();
		const exampleOf = async () =>
			(await store.db.selectFrom('codes').select('example').where('id', '=', there.project.theme).execute())[0]
				?.example;
		const example = `Zelf bedacht.\n\n${there.quote}`;
		await store.db.updateTable('codes').set({ example }).where('id', '=', there.project.theme).execute();
		await there.allow(false);
		const file = await taken(there);
		const read = (text: string) => {
			const upload = { name: 'codeboek.csv', bytes: new TextEncoder().encode(text) };
			return importCodebook(there.manager, there.id, [upload], {}, {});
		};
		const unclear = await read(file.replace('Zelf bedacht.\n\n[', 'Beter bedacht: ['));
		expect(codesOf(unclear)).toEqual(['code-import-withheld']);
		expect(unclear).toMatchObject({
			problems: [{ params: { row: expect.any(Number) as number, column: 'Voorbeeld' } }]
		});
		expect(await exampleOf()).toBe(example);
		expect(valueOf(await read(file.replace('Zelf bedacht.', 'Beter bedacht.'))).codes).toMatchObject({ changed: 1 });
		expect(await exampleOf()).toBe(`Beter bedacht.\n\n${there.quote}`);
	});

	test('leaves out words that were taken over, also where the coding is another one since', async () => {
		const there = await begin();
		const setQuote = (quote: string) =>
			store.db.updateTable('codings').set({ quote }).where('id', '=', there.codingId).execute();
		await setQuote('Ja, precies');
		valueOf(await takeExample(there.manager, there.id, there.codingId));
		await setQuote('Ja, precies zo');
		expect(await taken(there)).toContain('Ja, precies');
		await there.allow(false);
		const file = await taken(there);
		expect(file).not.toContain('Ja, precies');
		expect(file).toContain('Van 1 voorbeeld uit een gesprek blijven de woorden weg');
	});

	test('leaves out words of an interview that may not be quoted, in other capitals and white space or coded by nobody', async () => {
		const there = await begin();
		const { text } = await store.db
			.selectFrom('source_versions')
			.select('text')
			.where('source_id', '=', there.sourceId)
			.executeTakeFirstOrThrow();
		const spoken = text.replace(/\s+/g, ' ').trim().split(' ').slice(-6).join(' ');
		const coded = there.quote.replaceAll(' ', '  ').toUpperCase();
		const example = `${coded}\n\nZelf bedacht.\n\n${spoken}`;
		await store.db.updateTable('codes').set({ example }).where('id', '=', there.project.theme).execute();
		expect(await taken(there)).toContain(coded);
		await there.allow(false);
		const file = await taken(there);
		expect(file).not.toContain(coded);
		expect(file).not.toContain(spoken);
		expect(file).toContain('Zelf bedacht.');
	});

	test('stays here while a name in an example is not settled, and tells the code and no interview', async () => {
		const there = await begin();
		valueOf(await takeExample(there.manager, there.id, there.codingId));
		const coder = await contextFor(store, there.project.users.coder);
		valueOf(await reportName(coder, there.id, there.sourceId, { version: 1, start: 20, end: 24 }));
		const refused = await exportCodebook(there.manager, there.id, { format: 'csv' }, 'nl');
		expect(codesOf(refused)).toEqual(['export-forbidden', 'export-holds-open-names']);
		expect(refused).toMatchObject({
			problems: [{}, { params: { place: 'Cijfers en stemmen', reference: 'Je veilig voelen' } }]
		});
	});

	test('has a mark that is known when the file is read again', () => {
		expect(withheldMarks).toEqual((['nl', 'en'] as const).map((locale) => m.report_text_withheld({}, { locale })));
	});
});

describe('the workbook of the kernset', () => {
	test.each(['observations', 'indicators'] as const)(
		'says whose data it holds, also that they are invented, and the log tells of it: %s',
		async (file) => {
			const { id, administrator, actions } = await begin();
			await store.db.updateTable('projects').set({ is_fictional: true }).where('id', '=', id).execute();
			const taken = valueOf(await exportKernset(administrator, id, { file, format: 'xlsx' }, 'nl'));
			const text = Object.values(parts(taken.bytes)).join('\n');
			expect(text).toContain(m.report_watermark({}, { locale: 'nl' }));
			for (const words of ['Cijfers en stemmen', 'Vingerafdruk van de gegevens', 'In dit bestand: Rijen'])
				expect(text).toContain(words);
			expect(await actions('export.kernset')).toHaveLength(1);
		}
	);

	test('of invented data is read back as it was, and says whether somebody looked at few answers', async () => {
		const { id, administrator } = await begin();
		await store.db.updateTable('projects').set({ is_fictional: true }).where('id', '=', id).execute();
		await store.db.updateTable('observations').set({ n: 4 }).where('project_id', '=', id).execute();
		const asked = { file: 'observations', format: 'xlsx' };
		const { bytes } = valueOf(await exportKernset(administrator, id, asked, 'nl'));
		expect(Object.values(parts(bytes)).join('\n')).toContain('Niet bevestigd');
		const confirmation = await confirmed(administrator, id, { kind: 'kernset', file: 'observations' });
		const looked = valueOf(await exportKernset(administrator, id, { ...asked, confirmation }, 'nl'));
		expect(Object.values(parts(looked.bytes)).join('\n')).toContain('Nagekeken op herkenning door');
		const imported = await importObservations(administrator, id, [{ name: 'waarden.xlsx', bytes }]);
		expect(valueOf(imported)).toMatchObject({ added: expect.any(Number) as number });
	});
});
