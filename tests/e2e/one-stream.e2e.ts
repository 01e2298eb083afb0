import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCountedDoor, type CountedDoor } from '../support/counted-streams.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { emailOf, password } from '../support/prepared-people.ts';

/** All windows of one browser live on one stream of events, whatever they show. */

type Source = { id: string; title: string; version: number };
type Turn = { ordinal: number; start: number; end: number };

let demo: DemoApp;
let door: CountedDoor;
let person: Person;
let sources: readonly Source[];
let codeId: string;

beforeAll(async () => {
	demo = await openDemo();
	door = await openCountedDoor(demo.app.origin);
	person = await newPerson(demo.browser, door.origin);
	await signIn({ ...person, origin: demo.app.origin }, emailOf('Ada'), password);
	sources = (await demo.items<Source>(`${demo.base}/sources?status=released&limit=500`)).slice(0, 3);
	const codes = await demo.items<{ id: string; isCodable: boolean }>(`${demo.base}/codes?limit=500`);
	codeId = codes.find(({ isCodable }) => isCodable)?.id ?? '';
});
afterAll(async () => {
	await demo.close();
	await door.close();
});

/** What the streams that are open are about: the interview, or `project`; one list a stream. */
const followed = () =>
	door.open().map((about) =>
		about
			.map((on) => {
				const id = new URLSearchParams(on.split('?')[1]).get('sourceId');
				return id === null ? 'project' : sources.findIndex((source) => source.id === id);
			})
			.toSorted()
	);
const newWindow = async (path: string): Promise<Page> => {
	const page = await person.context.newPage();
	await page.goto(`${demo.base}${path}`);
	return page;
};
const desk = (index: number) => `/sources/${sources[index]?.id}`;
const bars = (page: Page) => page.locator('[data-turn] .lanes button.bar');

/** A colleague codes the beginning of a turn of an interview, each time of another; answers the stripes beside it. */
const codeAsColleague = async (index: number): Promise<string> => {
	const { id, version, turns } = await demo.call<Source & { turns: readonly Turn[] }>(
		`${demo.base}/sources/${sources[index]?.id}`
	);
	const { ordinal, start } = turns[(nextTurn += 1)] ?? { ordinal: 0, start: 0 };
	await demo.call(`${demo.base}/codings`, { sourceId: id, version, codeId, start, end: start + 5 });
	return `[data-turn="${ordinal}"] .lanes button.bar`;
};
let nextTurn = 0;

test('two windows that are both looked at, on two interviews: each hears of its own', async () => {
	const first = await newWindow(desk(0));
	await bars(first).first().waitFor();
	await expect.poll(() => followed()).toEqual([[0]]);
	const second = await newWindow(desk(1));
	await bars(second).first().waitFor();
	await expect.poll(() => followed()).toEqual([[0, 1]]);
	const before = [await bars(first).count(), await bars(second).count()];
	const [seenFirst, seenSecond] = [await codeAsColleague(0), await codeAsColleague(1)];
	await expect.poll(() => bars(first).count()).toBe(Number(before[0]) + 1);
	await expect.poll(() => bars(second).count()).toBe(Number(before[1]) + 1);
	expect(await first.locator(seenFirst).count()).toBeGreaterThan(0);
	expect(await second.locator(seenSecond).count()).toBeGreaterThan(0);
	await expect.poll(() => followed()).toEqual([[0, 1]]);
});

test('a window on a page of another kind joins in; closed, it is followed no longer', async () => {
	const third = await newWindow('/codebook');
	await expect.poll(() => followed()).toEqual([[0, 1, 'project']]);
	await demo.call(`${demo.base}/codes`, { name: 'Van een collega é 😀' });
	await third.getByText('Van een collega é 😀').first().waitFor();
	await third.close();
	await expect.poll(() => followed()).toEqual([[0, 1]]);
});

test('a window that goes on to another page takes only itself along', async () => {
	const [, first] = person.context.pages();
	await first?.goto(`${demo.base}${desk(2)}`);
	await expect.poll(() => followed()).toEqual([[1, 2]]);
});

test('the first window closes: the other goes on hearing', async () => {
	const [, first, second] = person.context.pages();
	if (!second) throw new Error('two windows');
	await first?.close();
	await expect.poll(() => followed()).toEqual([[1]]);
	const before = await bars(second).count();
	await codeAsColleague(1);
	await expect.poll(() => bars(second).count()).toBe(before + 1);
});

test('a window that breaks down is not taken for somebody who is there', async () => {
	const broken = await newWindow(desk(0));
	await expect.poll(() => followed()).toEqual([[0, 1]]);
	await broken.goto('chrome://crash').catch(() => {});
	await expect.poll(() => followed()).toEqual([[1]]);
	await broken.close();
	const [, left] = person.context.pages();
	if (!left) throw new Error('a window is left');
	const before = await bars(left).count();
	await codeAsColleague(1);
	await expect.poll(() => bars(left).count()).toBe(before + 1);
});

test('ten windows at once still get their answers, and the last one ends the stream', async () => {
	for (const path of [
		desk(0),
		desk(1),
		desk(2),
		'/codebook',
		'/memos',
		'/sources',
		'/work',
		'/reports',
		'/explanations'
	])
		await newWindow(path);
	await expect.poll(() => followed().length).toBe(1);
	expect(person.faults).toEqual([]);
	for (const page of person.context.pages().slice(1)) await page.close();
	await expect.poll(() => followed()).toEqual([]);
});
