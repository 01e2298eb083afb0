import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedPhotoAnswer } from '../../src/lib/contract/photo.ts';
import { addPhoto } from '../../src/lib/server/commands/add-photo.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changePhoto, deletePhoto } from '../../src/lib/server/commands/change-photo.ts';
import { deleteSource, restoreSource } from '../../src/lib/server/commands/delete-source.ts';
import { deleteOutline, storeOutline } from '../../src/lib/server/commands/store-outline.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readOutline } from '../../src/lib/server/views/area-outlines.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { viewCrosstab } from '../../src/lib/server/views/code-counts.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { listPhotos, readPicture } from '../../src/lib/server/views/photos.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { runQuery } from '../../src/lib/server/views/run-query.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { exifOf, jpeg, png, pngChunk, telephoneExif } from '../import/photo/pictures.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, contextFor, testNow, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const student = () => contextFor(store, project.users.interviewer);
const coder = () => contextFor(store, project.users.coder);
const note = 'Let op: het plein ligt er leeg bij 😀.\n\nR: staat er op een bord, naast een café.\n';
const fields = (more: Record<string, unknown> = {}) => ({
	areaId: project.areas.district,
	waveId: project.waves[2025],
	kind: 'observation',
	...more
});
let count = 0;
const observe = async (text = note) =>
	valueOf(
		await uploadSource(
			await student(),
			project.id,
			[{ name: `plein ${(count += 1)}.txt`, bytes: new TextEncoder().encode(text) }],
			fields()
		)
	);
const telephonePhoto = { name: 'IMG één.jpg', bytes: jpeg(exifOf(telephoneExif(6))) };
const bytesInDatabase = async (sourceId: string) =>
	(await store.db.selectFrom('photos').select('bytes').where('source_id', '=', sourceId).execute()).length;

describe('an observation', () => {
	test('has paragraphs and no speakers, whatever stands before a colon, and no group', async () => {
		const observation = await observe();
		expect(observation).toMatchObject({
			kind: 'observation',
			group: null,
			turns: 2,
			speakers: [],
			warnings: [],
			spot: null
		});
		const read = valueOf(await readSource(await student(), project.id, observation.id));
		expect(read.turns.map(({ start, end }) => [...read.text].slice(start, end).join(''))).toEqual(
			note.trim().split('\n\n')
		);
	});

	test('is never said by a group, and an interview always is', async () => {
		const file = { name: 'x.txt', bytes: new TextEncoder().encode('Een plein.') };
		const upload = async (more: Record<string, unknown>) =>
			codesOf(await uploadSource(await student(), project.id, [file], fields(more)));
		expect(await upload({ group: 'resident' })).toEqual(['observation-without-group']);
		expect(await upload({ kind: 'transcript' })).toEqual(['source-group-missing']);
		const { id } = await observe();
		expect(codesOf(await updateSource(await student(), project.id, id, { group: 'resident' }))).toEqual([
			'observation-without-group'
		]);
	});

	test('is coded as any source, and counts as no interview and in no group', async () => {
		const { id } = await observe();
		valueOf(await updateSource(await student(), project.id, id, { status: 'released' }));
		const codeId = await addCode(store, project, `Pleinen ${id.slice(-6)}`);
		const coding = { sourceId: id, codeId, start: 0, end: 6 };
		valueOf(await applyCode(await coder(), project.id, coding));

		const found = valueOf(await listCodings(await coder(), project.id, { codeId }));
		expect(found.items.map(({ source }) => source.group)).toEqual([null]);
		const asked = { where: { code: codeId } };
		expect(valueOf(await runQuery(await coder(), project.id, asked))).toMatchObject({ codings: 1, interviews: 0 });
		const table = valueOf(await viewCrosstab(await coder(), project.id, { columns: 'group' }));
		expect(table.items.find((row) => row.codeId === codeId)?.cells).toEqual([]);
	});

	test('is found by its kind', async () => {
		const { id } = await observe();
		const listed = valueOf(await listSources(await student(), project.id, { kind: 'observation' }));
		expect(listed.items.some((item) => item.id === id)).toBe(true);
		const others = valueOf(await listSources(await student(), project.id, { kind: 'transcript' }));
		expect(others.items.some((item) => item.id === id)).toBe(false);
	});

	test('keeps its spot on a grid of some 50 m, and gives it up again', async () => {
		const { id } = await observe();
		const set = (spot: unknown) => student().then((context) => updateSource(context, project.id, id, { spot }));
		expect(valueOf(await set({ latitude: 52.090712, longitude: 5.121345 })).spot).toEqual({
			latitude: 52.0905,
			longitude: 5.12143
		});
		expect(codesOf(await set({ latitude: 5.1, longitude: 52.1 }))).toEqual(['spot-outside']);
		valueOf(await updateSource(await student(), project.id, id, { title: `Anders ${id.slice(-6)}` }));
		expect(valueOf(await readSource(await student(), project.id, id)).spot).not.toBeNull();
		expect(valueOf(await set(null)).spot).toBeNull();
	});
});

describe('a photo', () => {
	test('is kept without what the telephone wrote beside it, and says so', async () => {
		const { id } = await observe();
		const added = valueOf(await addPhoto(await student(), project.id, id, [telephonePhoto]));
		expect(added).toMatchObject({
			format: 'jpeg',
			removed: ['location', 'camera', 'thumbnail'],
			alternative: '',
			checkedBy: null
		});
		const picture = valueOf(await readPicture(await student(), project.id, id, added.id));
		expect(picture.type).toBe('image/jpeg');
		expect(Buffer.from(picture.bytes).toString('latin1')).not.toMatch(/Pietje|GPS|Cam/);
		expect(codesOf(await addPhoto(await student(), project.id, id, [telephonePhoto]))).toEqual(['photo-double']);
	});

	test('needs words and a look before its observation is handed over or released', async () => {
		const { id } = await observe();
		const photo = valueOf(await addPhoto(await student(), project.id, id, [telephonePhoto]));
		const step = async (status: string) => codesOf(await updateSource(await student(), project.id, id, { status }));
		expect(await step('handed-over')).toEqual(['photo-without-text']);
		expect(await step('released')).toEqual(['photo-without-text']);
		const say = async (input: unknown) => changePhoto(await student(), project.id, id, photo.id, input);
		valueOf(await say({ alternative: '  Een leeg plein. BSN 123456782  ' }));
		expect(await step('released')).toEqual(['photo-unchecked']);
		const said = valueOf(await say({ isChecked: true }));
		expect(said.items).toMatchObject([
			{ alternative: 'Een leeg plein. BSN [BSN]', checkedAt: testNow.toISOString(), checkedBy: expect.any(String) }
		]);
		expect(await step('handed-over')).toEqual([]);
		expect(await step('released')).toEqual([]);
		expect(codesOf(await say({ isChecked: false }))).toEqual(['photo-settled']);
		expect(codesOf(await say({ alternative: ' ' }))).toEqual(['photo-settled']);
		expect(codesOf(await say({ alternative: 'Een leeg plein, beter gezegd.' }))).toEqual([]);
		expect(codesOf(await addPhoto(await student(), project.id, id, [{ name: 'a.png', bytes: png() }]))).toEqual([
			'photo-settled'
		]);
		const desk = valueOf(await codingDesk(await coder(), project.id, id));
		expect(desk.photos).toMatchObject([{ alternative: 'Een leeg plein, beter gezegd.', width: 8 }]);
	});

	test('moves among the others', async () => {
		const { id } = await observe();
		const added: AddedPhotoAnswer[] = [];
		for (const [index, word] of ['een', 'twee', 'drie'].entries())
			added.push(
				valueOf(
					await addPhoto(await student(), project.id, id, [{ name: 'a.png', bytes: png([], 2, index + 1) }], {
						alternative: word
					})
				)
			);
		const order = async (place: number) =>
			valueOf(await changePhoto(await student(), project.id, id, added[0]?.id ?? '', { place })).items.map(
				({ alternative }) => alternative
			);
		expect(await order(2)).toEqual(['twee', 'een', 'drie']);
		expect(await order(99)).toEqual(['twee', 'drie', 'een']);
		expect(await order(1)).toEqual(['een', 'twee', 'drie']);
		valueOf(await deletePhoto(await student(), project.id, id, added[1]?.id ?? ''));
		expect(valueOf(await listPhotos(await student(), project.id, id)).items).toHaveLength(2);
		expect(await bytesInDatabase(id)).toBe(2);
	});

	test('goes with its observation for good, though the text comes back', async () => {
		const { id } = await observe();
		const photo = valueOf(await addPhoto(await student(), project.id, id, [telephonePhoto]));
		valueOf(await deleteSource(await student(), project.id, id));
		expect(await bytesInDatabase(id)).toBe(0);
		valueOf(await restoreSource(await student(), project.id, id));
		expect(codesOf(await readPicture(await student(), project.id, id, photo.id))).toEqual(['photo-unknown']);
	});

	test('belongs to an observation, and to this one', async () => {
		const talk = { name: 'gesprek.txt', bytes: new TextEncoder().encode('I: Hoe is het?\nR: Goed.') };
		const interview = valueOf(
			await uploadSource(await student(), project.id, [talk], fields({ kind: 'transcript', group: 'resident' }))
		);
		expect(codesOf(await addPhoto(await student(), project.id, interview.id, [telephonePhoto]))).toEqual([
			'photo-without-observation'
		]);
		const spot = { latitude: 52.09, longitude: 5.12 };
		expect(codesOf(await updateSource(await student(), project.id, interview.id, { spot }))).toEqual([
			'spot-without-observation'
		]);
		const [one, other] = [await observe(), await observe()];
		const photo = valueOf(await addPhoto(await student(), project.id, one.id, [telephonePhoto]));
		for (const id of [photo.id, 'x'])
			expect(codesOf(await readPicture(await student(), project.id, other.id, id))).toEqual(['photo-unknown']);
		expect(codesOf(await changePhoto(await student(), project.id, other.id, photo.id, {}))).toEqual(['photo-unknown']);
		expect(codesOf(await deletePhoto(await student(), project.id, other.id, photo.id))).toEqual(['photo-unknown']);
	});

	test('is refused when it is no photo, and nothing of it is stored', async () => {
		const { id } = await observe();
		const add = async (name: string, bytes: Uint8Array) =>
			codesOf(await addPhoto(await student(), project.id, id, [{ name, bytes }]));
		expect(await add('a.svg', Buffer.from('<svg/>'))).toEqual(['photo-type-unknown']);
		expect(await add('a.png', jpeg())).toEqual(['photo-extension-wrong']);
		expect(await add('a.png', png([pngChunk('tEXt', 'x')]).slice(0, 50))).toEqual(['photo-broken']);
		expect(codesOf(await addPhoto(await student(), project.id, id, []))).toEqual(['photo-missing']);
		expect(await bytesInDatabase(id)).toBe(0);
	});
});

describe('the outline of an area', () => {
	const ring = [
		[5.1, 52.09],
		[5.12, 52.09],
		[5.12, 52.1],
		[5.1, 52.09]
	];
	const file = (value: unknown) => [{ name: 'wijk.geojson', bytes: new TextEncoder().encode(JSON.stringify(value)) }];

	test('is stored, replaced, read and taken away', async () => {
		const context = await contextFor(store, project.users.administrator);
		const { district } = project.areas;
		expect(valueOf(await readOutline(context, project.id, district)).lines).toEqual([]);
		const put = (value: unknown) => storeOutline(context, project.id, district, file(value));
		valueOf(await put({ type: 'Polygon', coordinates: [ring, ring] }));
		valueOf(await put({ type: 'LineString', coordinates: ring }));
		expect(valueOf(await readOutline(await student(), project.id, district)).lines).toEqual([ring]);
		expect(codesOf(await put({ type: 'Point', coordinates: [5, 52] }))).toEqual(['outline-empty']);
		expect(codesOf(await storeOutline(context, project.id, district, []))).toEqual(['outline-missing']);
		valueOf(await deleteOutline(context, project.id, district));
		expect(valueOf(await readOutline(context, project.id, district)).lines).toEqual([]);
	});
});
