import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { applyCode, applyCodes } from '../../src/lib/server/commands/apply-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readCoding } from '../../src/lib/server/views/list-codings.ts';
import { codesOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { goldenVectors } from '../support/golden-vectors.ts';
import { marked, markedOne } from '../support/marked.ts';
import {
	addCode,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	testNow,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let green: string;
let folder: string;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	folder = await addCode(store, project, 'Wonen', { isCodable: false });
	green = await addCode(store, project, 'Groen en spelen', { parentId: folder });
});
afterAll(() => store.close());

const coder = () => contextFor(store, project.users.coder);
const countAll = async (sourceId: string) =>
	Number(
		(
			await store.db
				.selectFrom('codings')
				.select(({ fn }) => fn.countAll<string>().as('n'))
				.where('source_id', '=', sourceId)
				.executeTakeFirstOrThrow()
		).n
	);

describe('a coding', () => {
	test('keeps the words, their context, the valences and who made it when', async () => {
		const { text, range } = markedOne('Ik voel me 😀 <a>thuis in één wijk</a>, echt waar.');
		const source = await addSource(store, project, text);
		const context = await coder();
		const applied = await applyCode(context, project.id, {
			sourceId: source.id,
			version: 1,
			...range,
			codeId: green,
			valences: ['forward', 'improve'],
			memo: 'Let op de bank',
			important: true
		});
		expect(applied).toEqual({
			ok: true,
			value: {
				id: expect.any(String),
				sourceId: source.id,
				version: 1,
				...range,
				quote: 'thuis in één wijk',
				codeId: green,
				coderId: project.users.coder,
				valences: ['forward', 'improve'],
				memo: 'Let op de bank',
				important: true,
				codedAt: testNow.toISOString(),
				codeSetAt: testNow.toISOString(),
				changedAt: testNow.toISOString()
			}
		});
		const row = await store.db
			.selectFrom('codings')
			.select(['quote', 'prefix', 'suffix', 'layer', 'project_id'])
			.where('source_id', '=', source.id)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({
			quote: 'thuis in één wijk',
			prefix: 'Ik voel me 😀 ',
			suffix: ', echt waar.',
			layer: 'shared',
			project_id: project.id
		});
	});

	test('is told to other screens, by ids only', async () => {
		const { text, range } = markedOne('Het <a>park</a> is opgeknapt.');
		const source = await addSource(store, project, text);
		const context = await coder();
		const applied = await applyCode(context, project.id, { sourceId: source.id, ...range, codeId: green });
		expect(context.events).toEqual([
			{
				projectId: project.id,
				kind: 'coding',
				change: 'added',
				ids: [applied.ok && applied.value.id],
				sourceId: source.id,
				version: 1,
				actorId: project.users.coder
			}
		]);
	});

	test.each(goldenVectors)('on $name comes back with exactly the selected text', async ({ text, codePoints }) => {
		const before = '👨‍👩‍👧 é𝑺 ';
		const start = 9;
		expect(positionMap(before).length).toBe(start);
		const whole = `${before}${text} 😀 daarna`;
		const source = await addSource(store, project, whole);
		const context = await coder();
		const applied = await applyCode(context, project.id, {
			sourceId: source.id,
			start,
			end: start + codePoints,
			codeId: green
		});
		if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
		expect(applied.value.quote).toBe(text);
		const read = await readCoding(context, project.id, applied.value.id);
		expect(read).toMatchObject({ ok: true, value: { quote: text, start, end: start + codePoints } });
		const { rows } = await sql`select substring(text from start_position + 1 for end_position - start_position) as words
			from codings join source_versions using (source_id, version) where id = ${applied.value.id}`.execute(store.db);
		expect(rows).toEqual([{ words: text }]);
	});

	test('of one character is possible, and so is one from the first to the last', async () => {
		const text = '😀 wijk';
		const source = await addSource(store, project, text);
		const context = await coder();
		const one = await applyCode(context, project.id, { sourceId: source.id, start: 0, end: 1, codeId: green });
		const all = await applyCode(context, project.id, { sourceId: source.id, start: 0, end: 6, codeId: green });
		expect([one, all].map((result) => result.ok && result.value.quote)).toEqual(['😀', '😀 wijk']);
	});

	test('may overlap others and go from one turn into the next', async () => {
		const { text, ranges } = marked('Het <a>park is <b>opgeknapt</a>.\n\nVraag: En</b> nu?');
		const source = await addSource(store, project, text);
		const context = await coder();
		for (const range of Object.values(ranges))
			expect((await applyCode(context, project.id, { sourceId: source.id, ...range, codeId: green })).ok).toBe(true);
		expect(await countAll(source.id)).toBe(2);
	});
});

describe('several codes on one passage', () => {
	test('are stored in one go, and those that were there are named', async () => {
		const { text, range } = markedOne('<a>Mooi groen</a> hier.');
		const source = await addSource(store, project, text);
		const second = await addCode(store, project, `Licht ${source.id}`);
		const context = await coder();
		await applyCode(context, project.id, { sourceId: source.id, ...range, codeId: green });
		const applied = await applyCodes(context, project.id, { sourceId: source.id, ...range, codeIds: [green, second] });
		expect(applied).toMatchObject({
			ok: true,
			value: { items: [{ codeId: second, quote: 'Mooi groen' }], existing: [{ codeId: green }] }
		});
		expect(await countAll(source.id)).toBe(2);
	});

	test('are refused together when one is a group', async () => {
		const source = await addSource(store, project, 'Mooi groen hier.');
		const context = await coder();
		const applied = await applyCodes(context, project.id, {
			sourceId: source.id,
			start: 0,
			end: 4,
			codeIds: [green, folder]
		});
		expect(applied).toEqual({ ok: false, problems: [{ code: 'code-not-codable', at: 'codeId' }] });
		expect(await countAll(source.id)).toBe(0);
	});

	test('named twice count once', async () => {
		const source = await addSource(store, project, 'Mooi groen hier.');
		const applied = await applyCodes(await coder(), project.id, {
			sourceId: source.id,
			start: 0,
			end: 4,
			codeIds: [green, green]
		});
		expect(applied).toMatchObject({ ok: true, value: { items: [{ codeId: green }], existing: [] } });
	});
});

describe('refused with a reason and without a trace', () => {
	const cases: readonly [string, Record<string, unknown>, string][] = [
		['a range that ends before it starts', { start: 5, end: 2 }, 'range-reversed'],
		['a range without characters', { start: 3, end: 3 }, 'range-empty'],
		['only white space', { start: 3, end: 4 }, 'range-empty'],
		['a range past the end of the text', { start: 0, end: 17 }, 'range-outside-text'],
		['a negative start', { start: -1, end: 4 }, 'input-too-small'],
		['half a position', { start: 0.5, end: 4 }, 'input-wrong-type'],
		['another version of the text', { version: 2 }, 'version-conflict'],
		['two valences on one axis', { valences: ['forward', 'backward'] }, 'valence-axis-twice'],
		['a field that does not exist', { quote: 'iets' }, 'input-unknown-field'],
		['a code that does not exist', { codeId: '01890000-0000-7000-8000-000000000000' }, 'code-unknown']
	];
	test.each(cases)('%s', async (_, change, code) => {
		const source = await addSource(store, project, 'Het park is mooi');
		const context = await coder();
		const applied = await applyCode(context, project.id, {
			sourceId: source.id,
			start: 0,
			end: 3,
			codeId: green,
			...change
		});
		expect(codesOf(applied)).toEqual([code]);
		expect(await countAll(source.id)).toBe(0);
		expect(context.events).toEqual([]);
	});

	test('a group of codes', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const applied = await applyCode(await coder(), project.id, {
			sourceId: source.id,
			start: 0,
			end: 3,
			codeId: folder
		});
		expect(codesOf(applied)).toEqual(['code-not-codable']);
	});

	test('the same code by the same coder on the same passage', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const context = await coder();
		const asked = { sourceId: source.id, start: 0, end: 3, codeId: green };
		await applyCode(context, project.id, asked);
		expect(codesOf(await applyCode(context, project.id, asked))).toEqual(['coding-exists']);
		expect(await countAll(source.id)).toBe(1);
	});

	test('the same coding sent twice at once is stored once', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const context = await coder();
		const asked = { sourceId: source.id, start: 0, end: 3, codeId: green };
		const results = await Promise.all(Array.from({ length: 8 }, () => applyCode(context, project.id, asked)));
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(results.flatMap(codesOf)).toEqual(Array.from({ length: 7 }, () => 'coding-exists'));
		expect(await countAll(source.id)).toBe(1);
	});
});

describe('who may code', () => {
	const asked = (sourceId: string, codeId = green) => ({ sourceId, start: 0, end: 3, codeId });

	test.each([
		['uploaded', 'source-unknown'],
		['restricted', 'source-unknown']
	] as const)('not on a source that is %s: for a coder it is not there', async (status, code) => {
		const source = await addSource(store, project, 'Het park is mooi', { status });
		expect(codesOf(await applyCode(await coder(), project.id, asked(source.id)))).toEqual([code]);
	});

	test('who uploaded it and also codes is told that it is not released', async () => {
		const both = await addUser(store, 'Interviewer en codeur');
		await addMember(store, project.id, both, 'interviewer');
		await addMember(store, project.id, both, 'coder');
		const source = await addSource(store, project, 'Het park is mooi', { status: 'uploaded', uploadedBy: both });
		const applied = await applyCode(await contextFor(store, both), project.id, asked(source.id));
		expect(codesOf(applied)).toEqual(['source-not-released']);
	});

	test.each(['administrator', 'interviewer', 'author', 'reader', 'codebook-manager'] as const)(
		'not the role %s alone',
		async (role) => {
			const source = await addSource(store, project, 'Het park is mooi');
			const applied = await applyCode(await contextFor(store, project.users[role]), project.id, asked(source.id));
			expect(codesOf(applied)).toEqual(['not-allowed']);
		}
	);

	test('not who is no member: the project is not there', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const applied = await applyCode(await contextFor(store, project.users.stranger), project.id, asked(source.id));
		expect(codesOf(applied)).toEqual(['project-unknown']);
	});

	test('a coder of one area codes there and in what lies in it, not elsewhere', async () => {
		const local = await addUser(store, 'Codeur Testwijk');
		await addMember(store, project.id, local, 'coder', [project.areas.district]);
		const inside = await addSource(store, project, 'Het park is mooi');
		const outside = await addSource(store, project, 'Het park is mooi', { areaId: project.areas.other });
		const context = await contextFor(store, local);
		expect((await applyCode(context, project.id, asked(inside.id))).ok).toBe(true);
		expect(codesOf(await applyCode(context, project.id, asked(outside.id)))).toEqual(['source-unknown']);
	});

	test("not with another project's source, code or id", async () => {
		const other = await addProject(store, 'Andere monitor');
		const theirSource = await addSource(store, other, 'Hun park is mooi');
		const theirCode = await addCode(store, other, 'Hun code');
		const source = await addSource(store, project, 'Het park is mooi');
		const context = await coder();
		expect(codesOf(await applyCode(context, project.id, asked(theirSource.id)))).toEqual(['source-unknown']);
		expect(codesOf(await applyCode(context, project.id, asked(source.id, theirCode)))).toEqual(['code-unknown']);
		expect(codesOf(await applyCode(context, other.id, asked(theirSource.id)))).toEqual(['project-unknown']);
		expect(codesOf(await applyCode(context, 'geen-id', asked(source.id)))).toEqual(['project-unknown']);
	});

	test('not with a token that only reads, or that is for another project', async () => {
		const source = await addSource(store, project, 'Het park is mooi');
		const reading = await contextFor(store, project.users.coder, { token: { scope: 'read', projectId: null } });
		expect(codesOf(await applyCode(reading, project.id, asked(source.id)))).toEqual(['token-reads-only']);
		const elsewhere = await contextFor(store, project.users.coder, {
			token: { scope: 'write', projectId: project.areas.district }
		});
		expect(codesOf(await applyCode(elsewhere, project.id, asked(source.id)))).toEqual(['project-unknown']);
	});
});

test('a blind second coder codes in a layer of his or her own', async () => {
	const source = await addSource(store, project, 'Het park is mooi');
	const second = await addUser(store, 'Tweede codeur');
	await addMember(store, project.id, second, 'coder');
	await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: second }).execute();
	const applied = await applyCode(await contextFor(store, second), project.id, {
		sourceId: source.id,
		start: 0,
		end: 3,
		codeId: green
	});
	expect(applied.ok).toBe(true);
	const row = await store.db
		.selectFrom('codings')
		.select('layer')
		.where('source_id', '=', source.id)
		.executeTakeFirstOrThrow();
	expect(row).toEqual({ layer: 'second' });
	const counted = await store.db.selectFrom('coding_counts').selectAll().where('source_id', '=', source.id).execute();
	expect(counted).toEqual([]);
});
