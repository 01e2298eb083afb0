import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { deleteSource, restoreSource } from '../../src/lib/server/commands/delete-source.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { readSource, readSourceAttributes } from '../../src/lib/server/views/read-source.ts';
import { codesOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addCode,
	addCoding,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let code: string;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	code = await addCode(store, project, 'Groen');
});
afterAll(() => store.close());

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
let count = 0;
const upload = async (text = 'I: Hoe gaat het 😀?\n\nR: Goed. P2: Nee.\n\nR: Ja.') => {
	const uploaded = await uploadSource(
		await as('interviewer'),
		project.id,
		[{ name: `Gesprek ${String((count += 1)).padStart(3, '0')}.txt`, bytes: new TextEncoder().encode(text) }],
		{ areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' }
	);
	if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.problems));
	return uploaded.value;
};
const coded = async () => {
	const source = await addSource(store, project, 'Het 😀 park is mooi');
	await addCoding(store, project, source, { start: 0, end: 3 }, code);
	return source;
};

describe('attributes', () => {
	test('change one by one; null takes a study or a date away', async () => {
		const { id } = await upload();
		const context = await as('interviewer');
		await updateSource(context, project.id, id, {
			studyId: project.studyId,
			conductedOn: '2025-03-01',
			quotesAllowed: false
		});
		const changed = await updateSource(context, project.id, id, { studyId: null, group: 'professional' });
		expect(changed).toMatchObject({
			ok: true,
			value: {
				studyId: null,
				conductedOn: '2025-03-01',
				group: 'professional',
				quotesAllowed: false,
				status: 'uploaded'
			}
		});
	});

	test('are for who uploaded the source; other interviewers do not even see it', async () => {
		const { id } = await upload();
		const other = await addUser(store, 'Andere interviewer');
		await addMember(store, project.id, other, 'interviewer');
		expect(codesOf(await updateSource(await contextFor(store, other), project.id, id, { title: 'Mijn' }))).toEqual([
			'source-unknown'
		]);
		expect(codesOf(await updateSource(await as('administrator'), project.id, id, { title: 'Mijn' }))).toEqual([
			'not-allowed'
		]);
	});

	test('do not move a source to an area the interviewer does not work in, or to another project', async () => {
		const local = await addUser(store, 'Interviewer Testwijk');
		await addMember(store, project.id, local, 'interviewer', [project.areas.district]);
		const source = await addSource(store, project, 'R: Ja.', { uploadedBy: local, status: 'uploaded' });
		const context = await contextFor(store, local);
		expect(codesOf(await updateSource(context, project.id, source.id, { areaId: project.areas.other }))).toEqual([
			'not-allowed'
		]);
		const other = await addProject(store, 'Andere');
		expect(codesOf(await updateSource(context, project.id, source.id, { areaId: other.areas.district }))).toEqual([
			'frame-unknown'
		]);
	});

	test('keep titles apart', async () => {
		const { title } = await upload();
		const { id } = await upload();
		expect(
			codesOf(await updateSource(await as('interviewer'), project.id, id, { title: title.toUpperCase() }))
		).toEqual(['source-title-taken']);
	});
});

describe('status', () => {
	test('goes to released by the interviewer or an administrator, and leaves a line in the log', async () => {
		const one = await upload();
		const two = await upload();
		expect(await updateSource(await as('interviewer'), project.id, one.id, { status: 'released' })).toMatchObject({
			ok: true,
			value: { status: 'released' }
		});
		expect((await updateSource(await as('administrator'), project.id, two.id, { status: 'released' })).ok).toBe(true);
		const lines = await store.db
			.selectFrom('audit_events')
			.select(['action', 'actor_id'])
			.where('object_id', '=', one.id)
			.orderBy('sequence')
			.execute();
		expect(lines).toEqual([
			{ action: 'source.upload', actor_id: project.users.interviewer },
			{ action: 'source.released', actor_id: project.users.interviewer }
		]);
	});

	test('is not for a coder', async () => {
		const source = await addSource(store, project, 'R: Ja.');
		expect(codesOf(await updateSource(await as('coder'), project.id, source.id, { status: 'restricted' }))).toEqual([
			'not-allowed'
		]);
	});

	test('with codings goes to restricted, which hides them, and back; not to an earlier step', async () => {
		const source = await coded();
		const context = await as('administrator');
		const visible = async () => {
			const list = await listCodings(await as('author'), project.id, { sourceId: source.id });
			return list.ok ? list.value.items.length : null;
		};
		expect(codesOf(await updateSource(await as('interviewer'), project.id, source.id, { status: 'speakers' }))).toEqual(
			['source-has-codings']
		);
		expect(await visible()).toBe(1);
		await updateSource(context, project.id, source.id, { status: 'restricted' });
		expect(await visible()).toBe(0);
		expect(codesOf(await readSource(await as('coder'), project.id, source.id))).toEqual(['source-unknown']);
		await updateSource(context, project.id, source.id, { status: 'released' });
		expect(await visible()).toBe(1);
	});

	test('needs somebody who answers', async () => {
		const { id } = await upload('I: Eerste vraag?\n\nI: Tweede vraag?');
		expect(codesOf(await updateSource(await as('interviewer'), project.id, id, { status: 'released' }))).toEqual([
			'source-without-respondent'
		]);
	});
});

describe('the cut', () => {
	test('is mended in steps that all happen or none', async () => {
		const { id, version } = await upload();
		const context = await as('interviewer');
		const before = await readSource(context, project.id, id);
		if (!before.ok) throw new Error('not read');
		const { text, turns, speakers } = before.value;
		const place = (words: string) => [...text.slice(0, text.indexOf(words))].length;
		const second = turns[1];
		const split = {
			kind: 'split',
			ordinal: 2,
			start: second?.start,
			at: place('P2:'),
			resumeAt: place('Nee'),
			speakerId: speakers[0]?.id
		};
		const changed = await changeTurns(context, project.id, id, {
			version,
			operations: [split, { kind: 'add-speaker', label: 'P2', role: 'respondent' }]
		});
		if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
		const p2 = changed.value.speakers.find(({ label }) => label === 'P2');
		expect(p2).toMatchObject({ role: 'respondent', turns: 0 });
		const assigned = await changeTurns(context, project.id, id, {
			version,
			operations: [{ kind: 'assign', ordinal: 3, start: changed.value.turns[2]?.start, speakerId: p2?.id }]
		});
		expect(assigned.ok).toBe(true);
		const after = await readSource(context, project.id, id);
		if (!after.ok) throw new Error('not read');
		const characters = [...after.value.text];
		const labelOf = new Map(after.value.speakers.map((speaker) => [speaker.id, speaker.label]));
		expect(
			after.value.turns.map(({ ordinal, start, end, speakerId }) => [
				ordinal,
				labelOf.get(speakerId ?? ''),
				characters.slice(start, end).join('')
			])
		).toEqual([
			[1, 'I', 'Hoe gaat het 😀?'],
			[2, 'R', 'Goed.'],
			[3, 'P2', 'Nee.'],
			[4, 'R', 'Ja.']
		]);
		expect(after.value.text).toBe(text);

		const half = await changeTurns(context, project.id, id, {
			version,
			operations: [{ kind: 'rename-speaker', speakerId: p2?.id, label: 'Buurvrouw' }, split]
		});
		expect(half.ok ? null : half.problems).toMatchObject([{ code: 'turn-changed', at: 'operations.1' }]);
		expect(await readSource(context, project.id, id)).toEqual(after);
	});

	test('lets two speakers swap their labels, and merges one into the other', async () => {
		const { id, version, speakers } = await upload();
		const context = await as('interviewer');
		const [i, r] = speakers;
		const swapped = await changeTurns(context, project.id, id, {
			version,
			operations: [
				{ kind: 'rename-speaker', speakerId: i?.id, label: 'tijdelijk' },
				{ kind: 'rename-speaker', speakerId: r?.id, label: 'I' },
				{ kind: 'rename-speaker', speakerId: i?.id, label: 'R' }
			]
		});
		expect(swapped.ok && swapped.value.speakers.map(({ label }) => label)).toEqual(['R', 'I']);
		const merged = await changeTurns(context, project.id, id, {
			version,
			operations: [{ kind: 'merge-speakers', speakerId: i?.id, intoSpeakerId: r?.id }]
		});
		expect(merged.ok && merged.value.speakers).toMatchObject([{ label: 'I', turns: 3 }]);
	});

	test('keeps its borders from the release on; roles can still be mended', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const context = await as('interviewer');
		const operations = [{ kind: 'split', ordinal: 1, start: 0, at: 4, speakerId: null }];
		expect(codesOf(await changeTurns(context, project.id, source.id, { version: 1, operations }))).toEqual([
			'turns-settled'
		]);
		const role = [{ kind: 'set-role', speakerId: source.speakerId, role: 'other' }];
		expect((await changeTurns(context, project.id, source.id, { version: 1, operations: role })).ok).toBe(true);
	});

	test('of another version of the text is refused', async () => {
		const { id } = await upload();
		const operations = [{ kind: 'add-speaker', label: 'X', role: 'other' }];
		expect(codesOf(await changeTurns(await as('interviewer'), project.id, id, { version: 2, operations }))).toEqual([
			'version-conflict'
		]);
	});

	test('is for who prepares the source', async () => {
		const { id } = await upload();
		const operations = [{ kind: 'add-speaker', label: 'X', role: 'other' }];
		expect(codesOf(await changeTurns(await as('administrator'), project.id, id, { version: 1, operations }))).toEqual([
			'not-allowed'
		]);
		expect(codesOf(await changeTurns(await as('coder'), project.id, id, { version: 1, operations }))).toEqual([
			'not-allowed'
		]);
	});
});

describe('taking a source away', () => {
	test('with codings asks for it in so many words; it comes back with all of them', async () => {
		const source = await coded();
		const context = await as('administrator');
		expect(codesOf(await deleteSource(context, project.id, source.id))).toEqual(['source-in-use']);
		expect((await deleteSource(context, project.id, source.id, { codings: 'delete' })).ok).toBe(true);
		const author = await as('author');
		expect(await listCodings(author, project.id, { sourceId: source.id })).toMatchObject({ value: { items: [] } });
		expect(codesOf(await readSource(author, project.id, source.id))).toEqual(['source-unknown']);
		expect(codesOf(await deleteSource(context, project.id, source.id))).toEqual(['source-unknown']);
		expect((await restoreSource(context, project.id, source.id)).ok).toBe(true);
		expect(await listCodings(author, project.id, { sourceId: source.id })).toMatchObject({
			value: { items: [{ quote: 'Het' }] }
		});
	});

	test('frees its title, which can then be taken when it comes back', async () => {
		const { id, title } = await upload();
		const context = await as('interviewer');
		await deleteSource(context, project.id, id);
		const next = await upload();
		await updateSource(context, project.id, next.id, { title });
		expect(codesOf(await restoreSource(context, project.id, id))).toEqual(['source-title-taken']);
	});

	test('is not for a coder, and not for an interviewer who did not upload it', async () => {
		const other = await addUser(store, 'Nog een interviewer');
		await addMember(store, project.id, other, 'interviewer');
		const { id } = await upload();
		expect(codesOf(await deleteSource(await contextFor(store, other), project.id, id))).toEqual(['source-unknown']);
		const released = await addSource(store, project, 'R: Ja.');
		expect(codesOf(await deleteSource(await as('coder'), project.id, released.id))).toEqual(['not-allowed']);
		expect(codesOf(await restoreSource(await as('coder'), project.id, released.id))).toEqual(['not-allowed']);
	});
});

describe('reading', () => {
	test('an administrator sees a source in the list, with its attributes, and not its words', async () => {
		const { id, title } = await upload();
		const context = await as('administrator');
		const list = await listSources(context, project.id, { q: title });
		expect(list).toMatchObject({ ok: true, value: { items: [{ id, turns: 3, codings: null }] } });
		expect((await readSourceAttributes(context, project.id, id)).ok).toBe(true);
		expect(codesOf(await readSource(context, project.id, id))).toEqual(['not-allowed']);
	});

	test('through another project a source does not exist', async () => {
		const other = await addProject(store, 'Buren');
		const { id } = await upload();
		const theirs = await contextFor(store, other.users.interviewer);
		expect(codesOf(await readSource(theirs, other.id, id))).toEqual(['source-unknown']);
		expect(codesOf(await readSource(theirs, project.id, id))).toEqual(['project-unknown']);
	});
});
