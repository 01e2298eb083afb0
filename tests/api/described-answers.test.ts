import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/lib/contract/routes.ts';
import { addExplanation } from '../../src/lib/server/commands/add-explanation.ts';
import { addIndicator } from '../../src/lib/server/commands/add-indicator.ts';
import { addRecognition } from '../../src/lib/server/commands/add-recognition.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { setMemberRoles } from '../../src/lib/server/commands/set-member-roles.ts';
import { settleMemo } from '../../src/lib/server/commands/settle-memo.ts';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import type { RichText } from '../../src/lib/domain/text/rich-text.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import { textFile, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { call } from '../support/call.ts';
import { testStore } from '../support/database.ts';
import { mentionOf, writeMemo } from '../support/memos.ts';
import { addCode, addCoding, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let ids: Record<string, string>;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store, 'Beschreven 😀');
	const { id, users, areas, waves, pillars } = project;
	const me = await contextFor(store, users.administrator);
	const names = ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'key-holder'];
	const roles = names.map((role) => ({ role }));
	valueOf(await setMemberRoles(me, id, users.administrator, { roles }));
	const indicator = valueOf(
		await addIndicator(me, id, {
			key: 'KV1',
			label: 'Voelt zich wel eens onveilig',
			pillarId: pillars.first,
			unit: '% 15+',
			direction: 'lower-better',
			kind: 'survey'
		})
	);
	const values = [2021, 2025].map((wave) => ({
		indicatorKey: 'KV1',
		area: 'Testwijk',
		wave,
		referenceYear: wave,
		value: (wave - 2000) / 2,
		n: 400
	}));
	valueOf(await storeObservations(me, id, { items: values }));
	const source = await addSource(store, project, 'Het 😀 park is veilig, zei mevrouw Jansen');
	const codeId = await addCode(store, project, 'Veiligheid', { pillarIds: [pillars.first] });
	valueOf(await changeCodes(me, id, { kind: 'fold', codeIds: [codeId], folder: { name: 'Groep' } }, {}));
	const codingId = await addCoding(store, project, source, { start: 0, end: 10 }, codeId, { change: 'forward' });
	const explanation = valueOf(
		await addExplanation(me, id, {
			indicatorId: indicator.id,
			areaId: areas.district,
			fromWaveId: waves[2021],
			toWaveId: waves[2025],
			kind: 'policy',
			text: 'Er kwam een wijkagent bij.',
			saidBy: 'resident'
		})
	);
	const recognition = { explanationId: explanation.id, answer: 'yes', saidBy: 'professional' };
	valueOf(await addRecognition(me, id, recognition));
	const rowId = [pillars.first, areas.district, waves[2021], waves[2025], codeId].join('.');
	const body: RichText = [
		{ kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Kop', marks: ['bold'] }, { kind: 'break' }] },
		{ kind: 'list', ordered: true, items: [mentionOf('coding', codingId, 'Het 😀')] }
	];
	const about = { kind: 'coding', codingId };
	const memo = await writeMemo(store, id, users.administrator, { about, kind: 'question', body });
	valueOf(await settleMemo(me, id, memo.id));
	await writeMemo(store, id, users.administrator, { about: { kind: 'turn', sourceId: source.id, turn: 1 } });
	await writeMemo(store, id, users.administrator);
	const corrected = await addSource(store, project, 'Het 😀 park is mooi', { uploadedBy: users.administrator });
	await addCoding(store, project, corrected, { start: 0, end: 10 }, codeId);
	await addCoding(store, project, corrected, { start: 14, end: 18 }, codeId);
	const operations = [{ retain: 4 }, { insert: 'grote ' }, { retain: 10 }, { delete: 4 }, { insert: 'groot' }];
	valueOf(await editSource(me, id, corrected.id, { version: 1, operations, reason: 'gehoord' }));
	const links = [{ sourceId: source.id, speakerId: source.speakerId }];
	const kase = await addPerson(me, id, { label: 'TES-B-01', links, values: { ageBand: '30-44' } });
	ids = { version: '1', projectId: id, sourceId: source.id, codingId, rowId, memoId: memo.id, caseId: kase.id };
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const display = () => `pillarId=${project.pillars.first}&areaId=${project.areas.district}`;
const asked: readonly (readonly [path: string, query: () => string])[] = [
	...[
		...['/projects', '/projects/{projectId}'],
		...['members', 'areas', 'waves', 'studies', 'pillars', 'indicators', 'observations', 'valences'].map(below),
		...['codes', 'code-changes', 'sources', 'sources/{sourceId}', 'codings', 'codings/{codingId}'].map(below),
		...['memos', 'memos/{memoId}', 'orphans', 'changed-codings', 'cases', 'cases/{caseId}'].map(below),
		...['sources/{sourceId}/pseudonyms', 'pseudonym-settings'].map(below),
		...['versions', 'versions/{version}', 'differences'].map((path) => below(`sources/{sourceId}/${path}`)),
		...[
			'explanations',
			'recognitions',
			'matrix-cells',
			'joint-displays/{rowId}/decisions',
			'joint-displays/{rowId}/quotes'
		].map(below)
	].map((path) => [path, () => ''] as const),
	[below('joint-displays'), display]
];

function below(path: string): string {
	return `/projects/{projectId}/${path}`;
}

describe('what a route answers is what its description says, no field more or less', () => {
	test.each(asked)('GET %s', async (path, query) => {
		const answer = routes.find((route) => route.method === 'GET' && route.path === path)?.answer;
		const file = `../../src/routes/api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}/+server.ts`;
		const { GET } = await import(/* @vite-ignore */ file);
		const me = await contextFor(store, project.users.administrator);
		const { status, json } = await call(GET, me, { params: ids, query: query() });
		expect(status, JSON.stringify(json)).toBe(200);
		const checked = answer?.safeParse(json);
		expect(checked?.error).toBeUndefined();
		expect(checked?.data).toEqual(json);
		if (typeof json === 'object' && json !== null && 'items' in json && !path.endsWith('decisions'))
			expect(json.items).not.toEqual([]);
	});
});

describe('what a change answers is what its description says', () => {
	const post = async (path: string, body: unknown, query = '', params = ids) => {
		const answer = routes.find((route) => route.method === 'POST' && route.path === path)?.answer;
		const file = `../../src/routes/api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}/+server.ts`;
		const { POST } = await import(/* @vite-ignore */ file);
		const me = await contextFor(store, project.users.administrator);
		const { status, json } = await call(POST, me, { method: 'POST', params, query, body });
		expect(status, JSON.stringify(json)).toBe(200);
		const checked = answer?.safeParse(json);
		expect(checked?.error).toBeUndefined();
		expect(checked?.data).toEqual(json);
		return json;
	};

	test.each(['true', 'false'])('POST another reading of a file, preview=%s', async (preview) => {
		const me = await contextFor(store, project.users.administrator);
		const place = { areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' };
		const file = textFile(`gelezen ${preview}.txt`, 'I: Hoe is het 😀?\n\nR: Goed, in één wijk.');
		const { id } = valueOf(await uploadSource(me, project.id, [file], place));
		const body = { version: 1, speakers: 'off' };
		const path = below('sources/{sourceId}/rereads');
		const json = await post(path, body, `preview=${preview}`, { projectId: project.id, sourceId: id });
		expect(json).toMatchObject({ isPreview: preview === 'true', turns: 2, speakers: [] });
	});

	test.each(['true', 'false'])('POST a withdrawal of consent, preview=%s', async (preview) => {
		const json = await post(below('cases/{caseId}/withdrawal'), undefined, `preview=${preview}`);
		expect(json).toMatchObject({
			isPreview: preview === 'true',
			label: 'TES-B-01',
			total: { versions: 1, codings: 1 }
		});
		expect(json).toMatchObject({ interviews: [{ sourceId: ids['sourceId'] }] });
	});
});
