import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayReadMemo } from '#lib/domain/memo/who-may.ts';
import { roles } from '#lib/domain/project/membership.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { deleteCase } from '#lib/server/commands/delete-case.ts';
import { placesOf } from '#lib/server/access/case-permit.ts';
import { listCases } from '#lib/server/store/cases.ts';
import type { Store } from '#lib/server/store/database.ts';
import { accessOf } from '#lib/server/store/memberships.ts';
import { findMemosOfEvent } from '#lib/server/store/memo-places.ts';
import { exportMemos } from '#lib/server/views/export-memos.ts';
import { listMemos } from '#lib/server/views/list-memos.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { textOf, writeMemo } from '../support/memos.ts';
import { addMember, addProject, addSource, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('who may read a memo about a participant is the same by the rule, in SQL and for live events', async () => {
	const project = await addProject(store);
	const { areas, users } = project;
	const administrator = await contextFor(store, users.administrator);
	const [mine, theirs] = [await addUser(store, 'Interviewer van west'), users.interviewer];
	await addMember(store, project.id, mine, 'interviewer', [areas.district]);
	await addMember(store, project.id, users.administrator, 'author');
	const places = [
		{ label: 'none', sources: [] },
		{ label: 'released here', sources: [{ areaId: areas.district, status: 'released', uploadedBy: mine }] },
		{ label: 'unreleased here', sources: [{ areaId: areas.district, status: 'uploaded', uploadedBy: mine }] },
		{ label: 'restricted there', sources: [{ areaId: areas.other, status: 'restricted', uploadedBy: theirs }] },
		{
			label: 'both',
			sources: [
				{ areaId: areas.other, status: 'released', uploadedBy: theirs },
				{ areaId: areas.district, status: 'uploaded', uploadedBy: mine }
			]
		}
	] as const;
	for (const { label, sources } of places) {
		const links = [];
		for (const options of sources)
			links.push({ sourceId: (await addSource(store, project, 'Tekst 😀.', options)).id, speakerId: null });
		const kase = await addPerson(administrator, project.id, { label, links });
		await writeMemo(store, project.id, users.administrator, {
			about: { kind: 'case', caseId: kase.id },
			title: label,
			visibility: 'shared'
		});
	}
	await addPerson(await contextFor(store, mine), project.id, { label: 'of mine' });
	const people: string[] = [mine];
	for (const role of roles)
		for (const areaIds of [null, [areas.district], [areas.other]]) {
			const userId = await addUser(store, `${role} ${String(areaIds)}`);
			await addMember(store, project.id, userId, role, areaIds);
			people.push(userId);
		}

	const cases = await listCases(store.db, project.id);
	const placeOf = await placesOf(store.db, project.id, cases);
	const rows = await store.db
		.selectFrom('memos')
		.select(['id', 'title', 'case_id'])
		.where('project_id', '=', project.id)
		.execute();
	const events = await findMemosOfEvent(
		store.db,
		project.id,
		rows.map(({ id }) => id)
	);
	let read = 0;
	for (const userId of people) {
		const access = await accessOf(store.db, project.id, userId);
		const memo = { authorId: users.administrator, visibility: 'shared' } as const;
		const expected = rows
			.filter(({ case_id }) => {
				const kase = placeOf.get(case_id ?? '');
				return kase !== undefined && mayReadMemo(access, memo, { kind: 'case', kase });
			})
			.map(({ title }) => title);
		const listed = await listMemos(await contextFor(store, userId), project.id, { limit: 500 });
		expect(listed.ok ? listed.value.items.map(({ title }) => title).toSorted() : []).toEqual(expected.toSorted());
		const told = events.filter((event) => mayReadMemo(access, event, event.placeFor(new Set())));
		expect(
			rows
				.filter(({ id }) => told.some((one) => one.id === id))
				.map(({ title }) => title)
				.toSorted()
		).toEqual(expected.toSorted());
		read += expected.length;
	}
	expect(read).toBeGreaterThan(15);
});

test('a memo about a participant is found by that, called by the code, and goes with the participant', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const kase = await addPerson(context, project.id, { label: 'TES-B-01' });
	const made = valueOf(
		await addMemo(context, project.id, {
			about: { kind: 'case', caseId: kase.id },
			title: 'Rustig',
			body: textOf('Sprak zacht 😀')
		})
	);
	expect(made.place).toMatchObject({ caseLabel: 'TES-B-01', sourceTitle: null });
	const ids = async (query: object) => valueOf(await listMemos(context, project.id, query)).items.map(({ id }) => id);
	expect(await ids({ aboutKind: 'case' })).toEqual([made.id]);
	expect(await ids({ caseId: kase.id })).toEqual([made.id]);
	expect(await ids({ aboutKind: 'project' })).toEqual([]);
	const stranger = await contextFor(store, project.users.coder);
	expect(
		codesOf(await addMemo(stranger, project.id, { about: { kind: 'case', caseId: project.id }, title: 'X', body: [] }))
	).toEqual(['case-unknown']);
	valueOf(await deleteCase(context, project.id, kase.id));
	expect(await ids({})).toEqual([]);
});

test('in a file a memo about a participant has its words only when that person may be quoted', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const yes = await addPerson(context, project.id, { label: 'JA-1' });
	const no = await addPerson(context, project.id, {
		label: 'NEE-1',
		answers: { participation: 'given', quotes: 'refused' }
	});
	for (const { id } of [yes, no])
		await addMemo(context, project.id, {
			about: { kind: 'case', caseId: id },
			title: 'Memo',
			body: textOf(`Over ${id}`)
		});
	const file = valueOf(await exportMemos(context, project.id, { format: 'csv' }, 'nl'));
	const text = new TextDecoder().decode(file.bytes);
	expect(text).toContain('JA-1');
	expect(text).toContain('NEE-1');
	expect(text).toContain(`Over ${yes.id}`);
	expect(text).not.toContain(`Over ${no.id}`);
});
