import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordConsent } from '../../src/lib/server/commands/record-consent.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { viewSourceAttributes } from '../../src/lib/server/views/case-screens.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { viewSourcePreparation } from '../../src/lib/server/views/source-screens.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { addPerson, said } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	project = await addProject(store);
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
const upload = async (more: Record<string, string> = {}) => {
	const fields = { areaId: project.areas.district, waveId: project.waves[2025], group: 'resident', ...more };
	const files = [textFile('Gesprek.txt', 'I: Hoe is het?\nR: Goed 😀.')];
	return valueOf(await uploadSource(await as('interviewer'), project.id, files, fields)).id;
};
const update = async (id: string, input: unknown) => updateSource(await as('interviewer'), project.id, id, input);

test('what was asked at upload stays with the interview, and can be changed; nothing has to be answered', async () => {
	const id = await upload({ isMinor: 'false', interpreter: 'true' });
	const read = async () => valueOf(await readSource(await as('interviewer'), project.id, id)).intake;
	expect(await read()).toEqual({ isMinor: false, interpreter: true, note: '' });
	valueOf(await update(id, { interpreter: null }));
	expect(await read()).toEqual({ isMinor: false, interpreter: null, note: '' });
});

test('nobody under 16 is released without the consent of a parent', async () => {
	const id = await upload({ isMinor: 'true' });
	expect(codesOf(await update(id, { status: 'released' }))).toEqual(['consent-parent-missing']);
	expect(valueOf(await viewSourcePreparation(await as('interviewer'), project.id, id)).lacksParent).toBe(true);
	const context = await as('interviewer');
	const links = [{ sourceId: id, speakerId: null }];
	const kase = await addPerson(context, project.id, { label: 'TES-B-01', links, values: { minor: 'yes' } });
	expect(codesOf(await update(id, { status: 'released' }))).toEqual(['consent-missing']);
	valueOf(await recordConsent(context, project.id, kase.id, { consents: said({ parental: 'given' }) }));
	expect(valueOf(await viewSourceAttributes(context, project.id, id)).lacksParent).toBe(false);
	valueOf(await update(id, { status: 'released' }));
});

test('what stood out is asked at hand-over and shown to who codes, without a citizen service number', async () => {
	const id = await upload({ interpreter: 'true' });
	valueOf(await update(id, { status: 'handed-over', note: 'Rustig gesprek 😀. BSN 111222333.' }));
	valueOf(await update(id, { status: 'released' }));
	const desk = valueOf(await codingDesk(await as('coder'), project.id, id));
	expect(desk).toMatchObject({
		hasInterpreter: true,
		note: { text: 'Rustig gesprek 😀. BSN [BSN].', by: 'Test interviewer' }
	});
	const forManager = valueOf(await viewSourcePreparation(await as('administrator'), project.id, id));
	expect(forManager.intake.note).toBe('');
});
