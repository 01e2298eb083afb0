import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jointDisplayAnswer } from '../../src/lib/contract/joint-display.ts';
import { addExplanation } from '../../src/lib/server/commands/add-explanation.ts';
import { addRecognition } from '../../src/lib/server/commands/add-recognition.ts';
import {
	addReviewSession,
	deleteReviewSession,
	recogniseFigure,
	updateReviewSession
} from '../../src/lib/server/commands/change-review-sessions.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { exportJointDisplay } from '../../src/lib/server/views/export-joint-display.ts';
import { readJointDisplay } from '../../src/lib/server/views/joint-display.ts';
import { listExplanations } from '../../src/lib/server/views/list-explanations.ts';
import {
	exportReviewSession,
	listReviewSessions,
	readReviewSession
} from '../../src/lib/server/views/review-sessions.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { sheetsOf } from '../report/unzip.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addLinkedIndicator, type DisplayProject } from '../support/display-project.ts';
import { addCode, addProject, contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
beforeAll(async () => {
	store = await testStore();
	project = await addDisplayProject(store);
});
afterAll(() => store.close());

const author = () => contextFor(store, project.users.author);
const about = () => ({
	areaId: project.areas.district,
	fromWaveId: project.waves[2021],
	toWaveId: project.waves[2025]
});
const add = async (heldOn = '2025-05-20', more: object = {}) =>
	valueOf(await addReviewSession(await author(), project.id, { ...about(), heldOn, ...more }));

describe('a session', () => {
	test('has a day, an area and participants, can be changed and deleted, and refuses rounds in the wrong order', async () => {
		const session = await add('2025-05-20', { participants: 'wijkmanager\nBSN 123456782' });
		expect(session).toMatchObject({ area: 'Testwijk', participants: 'wijkmanager\nBSN [BSN]' });
		const changed = await updateReviewSession(await author(), project.id, session.id, { heldOn: '2025-05-21' });
		expect(valueOf(changed)).toEqual({ ...session, heldOn: '2025-05-21', version: 2 });
		const { fromWaveId, toWaveId } = about();
		const wrong = { ...about(), fromWaveId: toWaveId, toWaveId: fromWaveId, heldOn: '2025-05-20' };
		expect(codesOf(await addReviewSession(await author(), project.id, wrong))).toHaveLength(1);
		valueOf(await deleteReviewSession(await author(), project.id, session.id));
		expect(codesOf(await readReviewSession(await author(), project.id, session.id))).toEqual([
			'review-session-unknown'
		]);
	});

	test('two who change one see each other, and a script that knows no version goes on', async () => {
		const { id, version } = await add();
		expect(version).toBe(1);
		const change = async (input: object) => updateReviewSession(await author(), project.id, id, input);
		const theirs = { version: 1, participants: 'wijkagent 😀' };
		expect(valueOf(await change(theirs)).version).toBe(2);
		expect(valueOf(await change(theirs)).version).toBe(2);
		const mine = { participants: 'jongerenwerker', heldOn: '2025-05-22' };
		expect(codesOf(await change({ ...mine, version: 1 }))).toEqual(['review-session-changed']);
		const kept = valueOf(await readReviewSession(await author(), project.id, id));
		expect(kept).toMatchObject({ participants: 'wijkagent 😀', heldOn: '2025-05-20', version: 2 });
		expect(valueOf(await change({ ...mine, version: 2 }))).toMatchObject({ ...mine, version: 3 });
		expect(valueOf(await change({ participants: 'zonder versie' })).version).toBe(4);
		valueOf(await deleteReviewSession(await author(), project.id, id));
	});

	test('sessions are listed with the last one first, in pages', async () => {
		const days = ['2024-01-01', '2024-03-01', '2024-02-01'];
		for (const day of days) await add(day);
		const first = valueOf(await listReviewSessions(await author(), project.id, { limit: '2' }));
		const cursor = first.nextCursor ?? '';
		const rest = valueOf(await listReviewSessions(await author(), project.id, { cursor, limit: '2' }));
		expect([...first.items, ...rest.items].map(({ heldOn }) => heldOn).slice(0, 3)).toEqual(
			days.toSorted().toReversed()
		);
	});
});

describe('what comes of a session', () => {
	test('stands in its sheet, in the joint display, and in the file to print', async () => {
		const session = await add();
		const { indicatorId } = project;
		const answer = { indicatorId, answer: 'partly', saidBy: 'municipality', remark: 'Alleen rond het plein <b>' };
		valueOf(await recogniseFigure(await author(), project.id, session.id, answer));
		const explanation = {
			...about(),
			indicatorId,
			kind: 'policy',
			text: 'Er kwam verlichting.',
			saidBy: 'municipality'
		};
		const given = { ...explanation, sessionId: session.id, strength: 'several', counterEvidence: 'Memo: nog donker.' };
		const { id } = valueOf(await addExplanation(await author(), project.id, given));

		const sheet = valueOf(await readReviewSession(await author(), project.id, session.id));
		expect(sheet.recognitions).toMatchObject([answer]);
		expect(sheet.explanations.map((one) => one.id)).toContain(id);

		const asked = { ...about(), pillarId: project.pillars.first };
		const display = valueOf(await readJointDisplay(await author(), project.id, asked));
		expect(display.recognitions).toMatchObject([{ ...answer, heldOn: '2025-05-20' }]);

		const file = await exportReviewSession(await author(), project.id, { sessionId: session.id, format: 'html' }, 'nl');
		const html = new TextDecoder().decode(valueOf(file).bytes);
		expect(html).toContain('Duidingssessie Testwijk');
		expect(html).toContain('Alleen rond het plein &lt;b&gt;');
		expect(html).toContain('Er kwam verlichting. (over K-');

		valueOf(await deleteReviewSession(await author(), project.id, session.id));
		const kept = valueOf(await listExplanations(await author(), project.id, {})).items.find((one) => one.id === id);
		expect(kept).toMatchObject({ sessionId: null, strength: 'several', counterEvidence: 'Memo: nog donker.' });
	});

	test('stands in the joint display too where no theme has the figure', async () => {
		const { db } = store;
		const other = await addProject(store, 'Zonder thema');
		const theme = await addCode(store, other, 'Veilig 😀', { pillarIds: [other.pillars.first] });
		const indicatorId = await addLinkedIndicator(store, other, theme, []);
		await db.deleteFrom('code_indicators').where('indicator_id', '=', indicatorId).execute();
		const place = {
			areaId: other.areas.district,
			fromWaveId: other.waves[2021],
			toWaveId: other.waves[2025]
		};
		const writer = await contextFor(store, other.users.author);
		const session = valueOf(await addReviewSession(writer, other.id, { ...place, heldOn: '2025-05-20' }));
		const answer = { indicatorId, answer: 'no', saidBy: 'resident', remark: 'Bij ons niet' };
		valueOf(await recogniseFigure(writer, other.id, session.id, answer));
		const said = { ...place, indicatorId, sessionId: session.id, kind: 'policy', text: 'é', saidBy: 'resident' };
		const { id } = valueOf(await addExplanation(writer, other.id, said));
		const answers = [
			{ explanationId: id, answer: 'yes', saidBy: 'resident', session: '20 mei' },
			{ explanationId: id, answer: 'no', saidBy: 'professional', session: '20 mei' }
		];
		for (const one of answers) valueOf(await addRecognition(writer, other.id, one));
		const asked = { ...place, pillarId: other.pillars.first };
		const display = jointDisplayAnswer.parse(valueOf(await readJointDisplay(writer, other.id, asked)));
		expect(display.recognitions).toMatchObject([{ ...answer, isOwnPair: true }]);
		expect(display.looseExplanations).toMatchObject([{ id, text: 'é', recognised: 'no', recognitions: answers }]);
		expect(display.rows.flatMap(({ explanations }) => explanations)).toEqual([]);

		const file = await exportJointDisplay(writer, other.id, { ...asked, format: 'xlsx' }, 'nl');
		const sheets = new Map(sheetsOf(valueOf(file).bytes).map(({ name, rows }) => [name, JSON.stringify(rows)]));
		expect(sheets.get('Herkenning')).toContain('Bij ons niet');
		expect(sheets.get('Verklaringen zonder thema')).toMatch(
			/é \(over K-.*; 1× herkend door bewoner, 1× niet herkend door professional\)/
		);
	});

	test('stands beside other rounds that share time with its own as context, with its rounds', async () => {
		const session = await add('2025-05-20', { fromWaveId: project.waves[2021], toWaveId: project.waves[2023] });
		const elsewhere = await add('2025-05-20', { areaId: project.areas.other });
		const { indicatorId } = project;
		const answer = { indicatorId, answer: 'yes', saidBy: 'resident', remark: 'Toen wel' };
		for (const { id } of [session, elsewhere]) valueOf(await recogniseFigure(await author(), project.id, id, answer));
		const beside = async (from: 2021 | 2023, to: 2023 | 2025) => {
			const rounds = { fromWaveId: project.waves[from], toWaveId: project.waves[to] };
			const asked = { ...about(), ...rounds, pillarId: project.pillars.first };
			const display = valueOf(await readJointDisplay(await author(), project.id, asked));
			return jointDisplayAnswer.parse(display).recognitions.map(({ sessionId, isOwnPair, fromYear, toYear }) => {
				expect(sessionId).toBe(session.id);
				return [isOwnPair, fromYear, toYear];
			});
		};
		expect(await beside(2021, 2023)).toEqual([[true, 2021, 2023]]);
		expect(await beside(2021, 2025)).toEqual([[false, 2021, 2023]]);
		expect(await beside(2023, 2025)).toEqual([]);
		for (const { id } of [session, elsewhere]) valueOf(await deleteReviewSession(await author(), project.id, id));
	});

	test('an explanation cannot be of a session about another area', async () => {
		const session = await add();
		const other = { ...about(), areaId: project.areas.other, sessionId: session.id };
		const said = { indicatorId: project.indicatorId, kind: 'unknown', text: 'x', saidBy: 'resident' };
		expect(codesOf(await addExplanation(await author(), project.id, { ...other, ...said }))).toEqual([
			'review-session-unknown'
		]);
	});

	test('what came of it is for the team: a reader waits for what is published', async () => {
		const reader = await contextFor(store, project.users.reader);
		expect(codesOf(await listExplanations(reader, project.id, {}))).toEqual(['not-allowed']);
	});
});
