import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/server/access/context.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { saveObservation } from '#lib/server/commands/save-observation.ts';
import { withdrawEdition } from '#lib/server/commands/withdraw-edition.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { exportEdition, listEditions, readEdition } from '#lib/server/views/factsheet-editions.ts';
import { viewFactsheet } from '#lib/server/views/factsheet.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A factsheet with a quote, on which everything is decided, and a reader of its district. */
const begin = async () => {
	const project = await addDisplayProject(store);
	const { id } = project;
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', id).execute();
	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', id).execute();
	const author = await contextFor(store, project.users.author);
	const [said] = project.said;
	valueOf(await chooseQuote(author, id, project.rowOf(project.theme), said.codingId));
	const decide = async () => {
		for (const code of [project.theme, project.narrower])
			valueOf(
				await decideFit(author, id, project.rowOf(code), {
					...{ fit: 'confirms', reason: 'Samen bekeken.', metaInference: 'Veiliger.' }
				})
			);
	};
	const readerId = await addUser(store, 'Lezer van de wijk');
	await addMember(store, id, readerId, 'reader', [project.areas.district]);
	const { quote } = await store.db
		.selectFrom('codings')
		.select('quote')
		.where('id', '=', said.codingId)
		.executeTakeFirstOrThrow();
	const about = {
		areaId: project.areas.district,
		fromWaveId: project.waves[2021],
		toWaveId: project.waves[2025]
	};
	return {
		project,
		id,
		author,
		reader: await contextFor(store, readerId),
		said,
		quote,
		about,
		decide,
		publish: () => publishFactsheet(author, id, about)
	};
};
type There = Awaited<ReturnType<typeof begin>>;

const published = async () => {
	const there = await begin();
	await there.decide();
	return { ...there, edition: valueOf(await there.publish()) };
};

const textFor = async ({ reader, id }: Pick<There, 'reader' | 'id'>, editionId: string) =>
	JSON.stringify(valueOf(await readEdition(reader, id, editionId)).document);

const setValue = async ({ project }: Pick<There, 'project'>, value: number) => {
	await store.db
		.updateTable('observations')
		.set({ value })
		.where('indicator_id', '=', project.indicatorId)
		.where('area_id', '=', project.areas.district)
		.where('wave_id', '=', project.waves[2025])
		.execute();
};

const suppress = async ({ project }: Pick<There, 'project'>) => {
	const place = { indicatorId: project.indicatorId, areaId: project.areas.district, waveId: project.waves[2025] };
	const figure = { referenceYear: 2025, value: null, suppressed: true };
	const administrator = await contextFor(store, project.users.administrator);
	valueOf(await saveObservation(administrator, project.id, { ...place, ...figure }));
};

describe('publishing a factsheet', () => {
	test('is refused while a theme has no judgement, and the page says so before', async () => {
		const { author, id, about, publish, decide } = await begin();
		expect(codesOf(await publish())).toEqual(['factsheet-undecided']);
		const before = valueOf(await viewFactsheet(author, id, about, 'nl'));
		expect(before.unsettled).toEqual([
			{ code: 'factsheet-undecided', params: { place: 'Fysieke leefomgeving', n: expect.any(Number) as number } }
		]);
		expect(before.published).toBeNull();
		await decide();
		expect(valueOf(await viewFactsheet(author, id, about, 'nl')).unsettled).toEqual([]);
		expect(valueOf(await publish())).toMatchObject({ number: 1, state: 'current', fromYear: 2021, toYear: 2025 });
	});

	test('is refused when a judgement was made on other data', async () => {
		const there = await begin();
		await there.decide();
		await setValue(there, 40);
		expect(codesOf(await there.publish())).toEqual(['factsheet-undecided']);
	});

	test('is refused when nothing changed since, and gives a new edition when something did', async () => {
		const there = await published();
		expect(codesOf(await there.publish())).toEqual(['edition-same']);
		await setValue(there, 20);
		await there.decide();
		expect(valueOf(await there.publish())).toMatchObject({ number: 2, state: 'current' });
		expect(valueOf(await readEdition(there.reader, there.id, there.edition.id)).state).toBe('earlier');
	});

	test('waits for a reason when something in it could point to somebody', async () => {
		const there = await begin();
		await there.decide();
		const { author, id, about } = there;
		await store.db.updateTable('projects').set({ small_cell: 3 }).where('id', '=', id).execute();
		expect(codesOf(await there.publish())).toEqual(['export-not-confirmed']);
		const asked = { kind: 'factsheet', ...about } as const;
		const { fingerprint } = valueOf(await viewExportCheck(author, id, asked, 'nl'));
		const reason = 'De gemeente weet wie dit zijn, en zij vinden het goed.';
		const { id: confirmation } = valueOf(await confirmExport(author, id, { export: asked, fingerprint, reason }));
		await store.db.updateTable('projects').set({ small_cell: 4 }).where('id', '=', id).execute();
		expect(codesOf(await publishFactsheet(author, id, { ...about, confirmation }))).toEqual(['export-check-changed']);
		await store.db.updateTable('projects').set({ small_cell: 3 }).where('id', '=', id).execute();
		expect(valueOf(await publishFactsheet(author, id, { ...about, confirmation }))).toMatchObject({ number: 1 });
	});

	test('looks through the text that stands in it too', async () => {
		const there = await begin();
		const { project, author, id, about, said } = there;
		await there.decide();
		const report = { title: 'Factsheet', kind: 'factsheet', areaIds: [about.areaId] };
		const rounds = { fromWaveId: about.fromWaveId, toWaveId: about.toWaveId };
		const { id: reportId } = valueOf(await addReport(author, id, { ...report, ...rounds }));
		const place = { pillarId: project.pillars.first, areaId: about.areaId };
		const shows = { kind: 'quote', codingId: said.codingId, shortened: null };
		const block = valueOf(await placeBlock(author, id, reportId, { ...place, shows }));
		const text = [{ kind: 'live', id: block.id }];
		valueOf(await writeSection(author, id, reportId, { ...place, slot: 'residents' }, { version: 0, text }));
		valueOf(await reportName(author, id, said.sourceId, { version: 1, start: 0, end: 1 }));
		const { findings, outcome } = valueOf(await viewExportCheck(author, id, { kind: 'factsheet', ...about }, 'nl'));
		expect(outcome).toBe('forbidden');
		expect(findings.filter(({ rule }) => rule === 'open-names').length).toBeGreaterThan(0);
	});

	test('is for authors of the area, about an area and rounds of the project', async () => {
		const { project, id, about, reader } = await published();
		const elsewhere = await addUser(store, 'Auteur elders');
		await addMember(store, id, elsewhere, 'author', [project.areas.other]);
		for (const context of [await contextFor(store, elsewhere), reader])
			expect(codesOf(await publishFactsheet(context, id, about))).toEqual(['not-allowed']);
		const author = await contextFor(store, project.users.author);
		expect(codesOf(await publishFactsheet(author, id, { ...about, areaId: id }))).toEqual(['reference-unknown']);
		const reversed = { ...about, fromWaveId: about.toWaveId, toWaveId: about.fromWaveId };
		expect(codesOf(await publishFactsheet(author, id, reversed))).toEqual(['waves-reversed']);
	});

	test('leaves a line in the log', async () => {
		const { edition } = await published();
		const lines = await store.db
			.selectFrom('audit_events')
			.select('action')
			.where('object_id', '=', edition.id)
			.execute();
		expect(lines).toEqual([{ action: 'factsheet.publish' }]);
	});
});

describe('a published edition', () => {
	test('stays what it was when figures change, and tells the author, not the reader', async () => {
		const there = await published();
		const { id, author, reader, edition, about } = there;
		const before = await textFor(there, edition.id);
		expect(before).toContain('26');
		expect(valueOf(await readEdition(author, id, edition.id)).isOutdated).toBe(false);
		await setValue(there, 99);
		expect(await textFor(there, edition.id)).toBe(before);
		expect(valueOf(await readEdition(author, id, edition.id)).isOutdated).toBe(true);
		expect(valueOf(await readEdition(reader, id, edition.id)).isOutdated).toBeNull();
		expect(valueOf(await viewFactsheet(author, id, about, 'en')).published?.isOutdated).toBe(true);
	});

	test('is told to be outdated only by who may read the text that it would have now', async () => {
		const { project, id, about, author, edition } = await published();
		const local = await addUser(store, 'Auteur van de wijk');
		await addMember(store, id, local, 'author', [project.areas.district]);
		const localAuthor = await contextFor(store, local);
		const told = async (context: Context) => [
			valueOf(await readEdition(context, id, edition.id)).isOutdated,
			valueOf(await viewFactsheet(context, id, about, 'nl')).published?.isOutdated
		];
		expect(await told(localAuthor)).toEqual([false, false]);
		const { areaId, ...rounds } = about;
		const areaIds = [areaId, project.areas.other];
		const report = { title: 'Twee wijken', kind: 'factsheet', areaIds, ...rounds };
		const { id: reportId } = valueOf(await addReport(author, id, report));
		const place = { pillarId: project.pillars.first, areaId, slot: 'residents' };
		valueOf(await writeSection(author, id, reportId, place, { version: 0, text: textOf('Bewoners zijn één 😀.') }));
		expect(await told(author)).toEqual([true, true]);
		expect(await told(localAuthor)).toEqual([null, null]);
	});

	test('is guarded by the database', async () => {
		const { edition } = await published();
		await expect(
			store.db.updateTable('factsheet_editions').set({ title: 'Anders' }).where('id', '=', edition.id).execute()
		).rejects.toThrow('a published edition never changes');
	});

	test('is read by readers of its area only, on the screen and as a file', async () => {
		const { project, id, reader, edition, quote } = await published();
		expect(valueOf(await listEditions(reader, id, {})).items).toEqual([edition]);
		const file = valueOf(await exportEdition(reader, id, { editionId: edition.id, format: 'html' }));
		expect(new TextDecoder().decode(file.bytes)).toContain(quote);
		const ofCity = await addUser(store, 'Lezer van de stad');
		await addMember(store, id, ofCity, 'reader', [project.areas.municipality]);
		const city = await contextFor(store, ofCity);
		expect(valueOf(await listEditions(city, id, {})).items).toEqual([edition]);
		expect(valueOf(await readEdition(city, id, edition.id)).id).toBe(edition.id);
		const other = await addUser(store, 'Lezer elders');
		await addMember(store, id, other, 'reader', [project.areas.other]);
		const elsewhere = await contextFor(store, other);
		expect(valueOf(await listEditions(elsewhere, id, {})).items).toEqual([]);
		expect(codesOf(await readEdition(elsewhere, id, edition.id))).toEqual(['edition-unknown']);
		expect(codesOf(await exportEdition(elsewhere, id, { editionId: edition.id, format: 'pdf' }))).toEqual([
			'edition-unknown'
		]);
	});

	test('loses a quote at once when its consent goes, its interview is restricted or taken away', async () => {
		const there = await published();
		const { edition, said, quote } = there;
		const set = (values: { quotes_allowed?: boolean; status?: 'released' | 'restricted'; deleted_at?: Date | null }) =>
			store.db.updateTable('sources').set(values).where('id', '=', said.sourceId).execute();
		expect(await textFor(there, edition.id)).toContain(quote);
		for (const [gone, back] of [
			[{ quotes_allowed: false }, { quotes_allowed: true }],
			[{ status: 'restricted' }, { status: 'released' }],
			[{ deleted_at: new Date() }, { deleted_at: null }]
		] as const) {
			await set(gone);
			const text = await textFor(there, edition.id);
			expect(text).not.toContain(quote);
			expect(text).toContain('Hier stond een citaat.');
			await set(back);
			expect(await textFor(there, edition.id)).toContain(quote);
		}
	});

	test('keeps a quote whose coding was taken away: what was published stays', async () => {
		const there = await published();
		await store.db
			.updateTable('codings')
			.set({ deleted_at: new Date() })
			.where('id', '=', there.said.codingId)
			.execute();
		expect(await textFor(there, there.edition.id)).toContain(there.quote);
	});

	test('hides a name that is found later', async () => {
		const there = await published();
		const { project, id, said, edition, quote } = there;
		const name = quote.slice(0, 2);
		const start = [...said.text.slice(0, said.text.indexOf(quote))].length;
		const coder = await contextFor(store, project.users.coder);
		valueOf(await reportName(coder, id, said.sourceId, { version: 1, start, end: start + [...name].length }));
		expect(await textFor(there, edition.id)).not.toContain(quote);
	});

	test('is withdrawn with a reason without a BSN: readers see that, and nothing else', async () => {
		const { id, author, reader, edition } = await published();
		expect(codesOf(await withdrawEdition(reader, id, edition.id, { reason: 'x' }))).toEqual(['not-allowed']);
		const input = { reason: 'Een fout; vraag 111222333' };
		expect(valueOf(await withdrawEdition(author, id, edition.id, input))).toMatchObject({
			state: 'withdrawn',
			withdrawal: { reason: 'Een fout; vraag [BSN]' }
		});
		expect(codesOf(await withdrawEdition(author, id, edition.id, input))).toEqual(['edition-withdrawn']);
		expect(valueOf(await listEditions(reader, id, {})).items).toEqual([]);
		expect(valueOf(await listEditions(author, id, {})).items).toHaveLength(1);
		expect(valueOf(await readEdition(reader, id, edition.id))).toMatchObject({ document: null, state: 'withdrawn' });
		expect(valueOf(await readEdition(author, id, edition.id)).document).not.toBeNull();
		expect(codesOf(await exportEdition(reader, id, { editionId: edition.id, format: 'pdf' }))).toEqual([
			'edition-withdrawn'
		]);
	});
});

describe('a figure that is suppressed after publishing', () => {
	const figure = async (there: There) => {
		const { author, id, about, project } = there;
		const { areaId, ...rounds } = about;
		const report = valueOf(
			await addReport(author, id, { title: 'Factsheet', kind: 'factsheet', areaIds: [areaId], ...rounds })
		);
		const place = { pillarId: project.pillars.first, areaId };
		const shows = { kind: 'chart', indicatorId: project.indicatorId };
		const block = valueOf(await placeBlock(author, id, report.id, { ...place, shows }));
		const text = [{ kind: 'live', id: block.id }];
		valueOf(await writeSection(author, id, report.id, { ...place, slot: 'figures' }, { version: 0, text }));
	};

	test('is left out of the page and of the file, in tables and in charts, with a line in its place', async () => {
		const there = await begin();
		await figure(there);
		await there.decide();
		const edition = valueOf(await there.publish());
		const before = await textFor(there, edition.id);
		expect(before).toContain('26');
		expect(before).toContain('chart');
		expect(before).not.toContain(there.project.indicatorId);
		await suppress(there);
		const after = await textFor(there, edition.id);
		expect(after).not.toMatch(/\b(26|34)\b/);
		expect(after).not.toContain('chart');
		expect(after.match(/Hier stond een cijfer/g)).toHaveLength(2);
		const file = valueOf(await exportEdition(there.reader, there.id, { editionId: edition.id, format: 'html' }));
		expect(Buffer.from(file.bytes).toString()).toContain('Hier stond een cijfer');
		const page = valueOf(await readEdition(there.author, there.id, edition.id));
		expect([page.isOutdated, page.tellsSuppressed]).toEqual([true, false]);
	});

	test('is told to who publishes when the edition is too old to leave it out', async () => {
		const there = await published();
		const { document } = await store.db
			.selectFrom('factsheet_editions')
			.select('document')
			.where('id', '=', there.edition.id)
			.executeTakeFirstOrThrow();
		const older = JSON.parse(JSON.stringify(document), (key: string, value: unknown) =>
			key === 'figures' || key === 'knowsFigures' ? undefined : value
		) as unknown;
		await store.db.transaction().execute(async (trx) => {
			await sql`select set_config('wijkstem.withdrawal', 'on', true)`.execute(trx);
			await sql`update factsheet_editions set document = ${JSON.stringify(older)}::jsonb
				where id = ${there.edition.id}`.execute(trx);
		});
		const tells = async (who: There['author']) =>
			valueOf(await readEdition(who, there.id, there.edition.id)).tellsSuppressed;
		expect([await tells(there.author), await tells(there.reader)]).toEqual([false, null]);
		await suppress(there);
		expect([await tells(there.author), await tells(there.reader)]).toEqual([true, null]);
	});
});

test('editions are listed page by page, the last published first', async () => {
	const there = await published();
	const { id, reader, edition } = there;
	await setValue(there, 20);
	await there.decide();
	const second = valueOf(await there.publish());
	const first = valueOf(await listEditions(reader, id, { limit: '1' }));
	expect(first.items.map(({ number }) => number)).toEqual([second.number]);
	const rest = valueOf(await listEditions(reader, id, { limit: '1', cursor: first.nextCursor }));
	expect(rest.items.map(({ id: editionId }) => editionId)).toEqual([edition.id]);
	expect(codesOf(await listEditions(reader, id, { cursor: 'x' }))).toEqual(['cursor-invalid']);
});
