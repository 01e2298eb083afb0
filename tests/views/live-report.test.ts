import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listener, Presence } from '#lib/server/access/context.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { Presences } from '#lib/server/realtime/presences.ts';
import type { Store } from '#lib/server/store/database.ts';
import { liveEvents } from '#lib/server/views/live-events.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
let reportId: string;
beforeAll(async () => {
	store = await testStore();
	project = await addDisplayProject(store);
	const author = await contextFor(store, project.users.author);
	const areaIds = [project.areas.district];
	reportId = valueOf(await addReport(author, project.id, { title: 'Testwijk', kind: 'final', areaIds })).id;
});
afterAll(() => store.close());

/** What a screen with the report open is seen as, and what it hears when something is told. */
const opened = async (userId: string, query: object, tell: (listener: Listener) => void) => {
	const seen: (Presence | null)[] = [];
	const listeners: Listener[] = [];
	const context = await contextFor(store, userId, {
		subscribe: (_project, listener, presence) => {
			listeners.push(listener);
			seen.push(presence);
			return () => {};
		}
	});
	const stream = await liveEvents(context, project.id, query);
	if (!stream.ok) return { codes: codesOf(stream), seen, text: '' };
	const text = stream.value.text();
	for (const listener of listeners) tell(listener);
	await new Promise((resolve) => setTimeout(resolve, 50));
	for (const listener of listeners) listener.onClose();
	return { codes: [], seen, text: await text };
};

test('who writes in a report is seen in the place that is open, and hears who else is there', async () => {
	const { first } = project.pillars;
	const { district } = project.areas;
	const query = { reportId, pillarId: first, areaId: district };
	const place = { openId: reportId, at: `${first} ${district}` };
	const { seen, text } = await opened(project.users.author, query, (listener) =>
		listener.onPresence(reportId, [{ ...place, userId: 'iemand', name: 'Collega' }])
	);
	expect(seen).toMatchObject([{ ...place, userId: project.users.author }]);
	expect(text).toContain(JSON.stringify({ id: 'iemand', name: 'Collega', at: place.at }));
});

test('who may not read a report is not seen in it, and hears nothing of what is written', async () => {
	const { codes, seen } = await opened(project.users.coder, { reportId }, () => {});
	expect(codes).not.toEqual([]);
	expect(seen).toEqual([]);
	const event = {
		projectId: project.id,
		kind: 'report',
		change: 'changed',
		ids: [reportId],
		actorId: 'iemand'
	} as const;
	expect((await opened(project.users.coder, {}, ({ onEvents }) => onEvents([event]))).text).not.toContain(reportId);
	expect((await opened(project.users.author, {}, ({ onEvents }) => onEvents([event]))).text).toContain(reportId);
});

test('somebody with two places of a report open is in both, and once in each', () => {
	const presences = new Presences();
	const person = { openId: reportId, userId: 'u', name: 'Collega' };
	for (const at of ['a', 'a', 'b']) presences.enter(Symbol(at), { ...person, at });
	expect(presences.people(reportId).map(({ at }) => at)).toEqual(['a', 'b']);
});
