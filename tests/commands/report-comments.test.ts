import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectEvent } from '#lib/server/access/context.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { addReportComment } from '#lib/server/commands/add-report-comment.ts';
import { deleteReportComment, restoreReportComment } from '#lib/server/commands/delete-report-comment.ts';
import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { replyToComment } from '#lib/server/commands/reply-to-comment.ts';
import { returnSection } from '#lib/server/commands/return-section.ts';
import { reopenReportComment, settleReportComment } from '#lib/server/commands/settle-report-comment.ts';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { listReportComments, viewReportComments } from '#lib/server/views/report-comments.ts';
import { viewReport } from '#lib/server/views/report-page.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	const colleague = await addUser(store, 'Collega');
	await addMember(store, project.id, colleague, 'author');
	const other = await contextFor(store, colleague);
	const areaIds = [project.areas.district];
	const report = valueOf(await addReport(context, project.id, { title: 'Testwijk', kind: 'final', areaIds }));
	const message = { pillarId: project.pillars.first, areaId: project.areas.district, slot: 'message' as const };
	const where = [project.id, report.id] as const;
	return {
		project,
		context,
		other,
		where,
		message,
		write: async (text: unknown, version: number) =>
			valueOf(await writeSection(context, ...where, message, { version, text })),
		comment: (more: object = {}, by = context) =>
			addReportComment(by, ...where, { ...message, body: 'Klopt dit?', ...more }),
		list: async (query: object = {}) => valueOf(await listReportComments(context, ...where, query)).items
	};
};

describe('a comment', () => {
	test('is about words of a text, and goes along with them through what authors write', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat 😀 beter in één wijk.'), 0);
		const made = valueOf(await there.comment({ passage: { version: 1, start: 11, end: 16 } }));
		expect(made).toMatchObject({ about: 'passage', words: 'beter', start: 11, settled: null, replies: [] });
		await there.write(textOf('Volgens iedereen: het gaat 😀 beter in één wijk.'), 1);
		expect(await there.list()).toMatchObject([{ about: 'passage', words: 'beter', start: 29 }]);
		await there.write(textOf('Volgens iedereen: het gaat goed.'), 2);
		expect(await there.list({ loose: 'true' })).toMatchObject([{ about: 'loose', words: 'beter', start: null }]);
	});

	test('is about words of the version that was on the screen', async () => {
		const there = await begin();
		await there.write(textOf('Eén.'), 0);
		await there.write(textOf('Twee woorden.'), 1);
		expect(codesOf(await there.comment({ passage: { version: 1, start: 0, end: 3 } }))).toEqual([
			'report-text-changed'
		]);
		for (const wrong of [
			{ version: 2, start: 0, end: 99 },
			{ version: 2, start: 4, end: 4 },
			{ version: 2, start: 4, end: 5 }
		])
			expect(codesOf(await there.comment({ passage: wrong }))).toEqual(['report-comment-passage']);
	});

	test('finds its words again in a text that is put back', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat beter.'), 0);
		await there.comment({ passage: { version: 1, start: 9, end: 14 } });
		const version = valueOf(await makeReportVersion(there.context, ...there.where, { name: 'Eerste' }));
		await there.write(textOf('Iets anders.'), 1);
		expect(await there.list()).toMatchObject([{ about: 'loose' }]);
		valueOf(await returnSection(there.context, ...there.where, version.id, { ...there.message, version: 2 }));
		expect(await there.list()).toMatchObject([{ about: 'passage', words: 'beter' }]);
	});

	test('can be made where nobody wrote yet, and has no citizen service number in it', async () => {
		const there = await begin();
		const made = valueOf(await there.comment({ body: 'Bel 111222333 hierover' }));
		expect(made).toMatchObject({ about: 'text', words: '', body: 'Bel [BSN] hierover' });
		expect(codesOf(await there.comment({ body: '  ' }))).not.toEqual([]);
		expect(codesOf(await there.comment({ areaId: there.project.areas.other }))).toEqual(['report-place-unknown']);
	});

	test('is replied to, settled once, and opened again', async () => {
		const there = await begin();
		const { id } = valueOf(await there.comment());
		const replied = valueOf(await replyToComment(there.other, ...there.where, id, { body: 'Ja, dit klopt.' }));
		expect(replied.replies).toMatchObject([{ body: 'Ja, dit klopt.', madeBy: { name: 'Collega' } }]);
		const settled = valueOf(await settleReportComment(there.other, ...there.where, id));
		expect(settled.settled?.by.name).toBe('Collega');
		expect(valueOf(await settleReportComment(there.context, ...there.where, id)).settled?.by.name).toBe('Collega');
		expect(await there.list({ settled: 'false' })).toEqual([]);
		expect(valueOf(await reopenReportComment(there.context, ...there.where, id)).settled).toBeNull();
		expect(await there.list({ settled: 'false' })).toHaveLength(1);
	});

	test('is taken away and brought back by who made it, unless somebody replied', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat beter.'), 0);
		const { id } = valueOf(await there.comment({ passage: { version: 1, start: 9, end: 14 } }));
		expect(codesOf(await deleteReportComment(there.other, ...there.where, id))).toEqual(['report-comment-not-yours']);
		valueOf(await deleteReportComment(there.context, ...there.where, id));
		expect(await there.list()).toEqual([]);
		await there.write(textOf('Zeg ik: het gaat beter.'), 1);
		expect(codesOf(await restoreReportComment(there.other, ...there.where, id))).toEqual(['report-comment-unknown']);
		expect(valueOf(await restoreReportComment(there.context, ...there.where, id))).toMatchObject({
			about: 'passage',
			words: 'beter',
			mayDelete: true
		});
		valueOf(await replyToComment(there.other, ...there.where, id, { body: 'Ja.' }));
		expect(codesOf(await deleteReportComment(there.context, ...there.where, id))).toEqual(['report-comment-answered']);
	});

	test('is counted in the outline while it is open, and on the page of its place', async () => {
		const there = await begin();
		const { id } = valueOf(await there.comment());
		const page = valueOf(await viewReport(there.context, ...there.where, {}));
		expect(page).toMatchObject({ openComments: 1, comments: [{ id }] });
		expect(page.outline.map(({ comments }) => comments)).toContain(1);
		valueOf(await settleReportComment(there.context, ...there.where, id));
		expect(valueOf(await viewReport(there.context, ...there.where, {})).openComments).toBe(0);
		expect(valueOf(await viewReportComments(there.context, ...there.where)).comments).toHaveLength(1);
	});

	test('of somebody who is not in the project any more stays, with the name', async () => {
		const there = await begin();
		await there.comment({}, there.other);
		await store.db.deleteFrom('memberships').where('user_id', '=', there.other.actor.userId).execute();
		expect(await there.list()).toMatchObject([{ madeBy: { name: 'Collega' } }]);
	});

	test('that repeats what somebody said loses those words when that person withdraws', async () => {
		const there = await begin();
		const [said] = there.project.said;
		const { quote } = await store.db
			.selectFrom('codings')
			.select('quote')
			.where('id', '=', said.codingId)
			.executeTakeFirstOrThrow();
		const { id } = valueOf(await there.comment({ body: `Zij zei “${quote}”, ja?` }));
		valueOf(await replyToComment(there.context, ...there.where, id, { body: `Precies: ${quote}` }));
		const administrator = await contextFor(store, there.project.users.administrator);
		const links = [{ sourceId: said.sourceId, speakerId: null }];
		const person = await addPerson(administrator, there.project.id, { label: 'P1', links });
		valueOf(await withdrawCase(administrator, there.project.id, person.id, {}));
		const [comment] = await there.list();
		expect(comment?.body).toBe('Zij zei “(…)”, ja?');
		expect(comment?.replies.map(({ body }) => body)).toEqual(['Precies: (…)']);
	});

	test('is told to other screens by the id of its report alone', async () => {
		const there = await begin();
		const events: ProjectEvent[] = [];
		const context = { ...there.context, publish: (event: ProjectEvent) => void events.push(event) };
		await addReportComment(context, ...there.where, { ...there.message, body: 'Klopt dit?' });
		expect(events).toEqual([
			{
				projectId: there.project.id,
				kind: 'report',
				change: 'changed',
				ids: [there.where[1]],
				actorId: context.actor.userId
			}
		]);
	});
});
