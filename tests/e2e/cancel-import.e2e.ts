import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';

/** Somebody stops an import of interviews while it runs: nothing that was stopped is stored, and nothing is stored twice. */

let demo: DemoApp;
let page: Page;

type Source = { readonly id: string; readonly title: string };
type Import = { readonly isDone: boolean; readonly stored: number; readonly cancelled: number };

beforeAll(async () => {
	demo = await openDemo();
	({ page } = demo.person);
	// Leaving a list in which something was stopped is asked.
	page.on('dialog', (dialog) => void dialog.accept());
});
beforeEach(async () => {
	await page.goto(`${demo.base}/sources/new`);
	await page.locator('#upload-area').selectOption({ label: 'Batau' });
	await page.locator('#upload-wave').selectOption({ index: 1 });
});
afterEach(() => expect(demo.person.faults).toEqual([]));
afterAll(() => demo.close());

const words = 'I: Hoe is het hier?\nR: Fijn wonen 😀, één wijk.\n';
const long = `I: Hoe is het?\nR: ${'Fijn wonen 😀. '.repeat(1500)}\n`.repeat(12);
const file = (name: string, text = words) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const choose = (...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) =>
	page.locator('input[type=file]').setInputFiles([...files]);
/** What the project has of the interviews of a test, which begin with one word. */
const stored = async (word: string) =>
	(await demo.items<Source>(`${demo.base}/sources?limit=500`))
		.map(({ title }) => title)
		.filter((title) => title.startsWith(word))
		.toSorted();
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
const until = (name: string, state: string) =>
	expect
		.poll(() => row(name).locator('p.state').textContent(), { message: name })
		.toMatch(new RegExp(`[✓–○…] ${state}$`));
const start = () => page.getByRole('button', { name: /^Upload \d/ }).press('Enter');
const stop = () => page.getByRole('button', { name: 'Stop', exact: true });
/** Holds the server as a slow line would: the browser hands everything over, and no answer comes. */
const held = async (during: () => Promise<void>) => {
	const pid = demo.app.pid();
	if (pid === null) throw new Error('the server does not run');
	process.kill(pid, 'SIGSTOP');
	try {
		await during();
	} finally {
		process.kill(pid, 'SIGCONT');
	}
};

test('a file that is being sent is broken off: it is not stored, the rest waits, and goes when it is tried again', async () => {
	const line = await page.context().newCDPSession(page);
	await line.send('Network.enable');
	const open = { offline: false, latency: 0, downloadThroughput: -1 };
	// Bytes a second: the second file takes long enough to be stopped, also on a machine that is busy.
	await line.send('Network.emulateNetworkConditions', { ...open, uploadThroughput: 10_000 });
	await choose(file('rem-1.txt'), file('rem-2.txt', long), file('rem-3.txt'));
	await start();
	await until('rem-1.txt', 'toegevoegd');
	await until('rem-2.txt', 'wordt verstuurd');
	await stop().press('Enter');
	await until('rem-2.txt', 'gestopt');
	await until('rem-3.txt', 'wacht');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await expect.poll(() => stored('rem')).toEqual(['rem-1']);

	await line.send('Network.emulateNetworkConditions', { ...open, uploadThroughput: -1 });
	await line.detach();
	await page.getByRole('button', { name: 'Probeer opnieuw: rem-2.txt' }).press('Enter');
	await until('rem-3.txt', 'toegevoegd');
	await until('rem-2.txt', 'toegevoegd');
	await expect.poll(() => stored('rem')).toEqual(['rem-1', 'rem-2', 'rem-3']);
});

test('a stop after the file was sent says what became of it, and the rest waits', async () => {
	await choose(file('laat-1.txt'), file('laat-2.txt'));
	await held(async () => {
		await start();
		const progress = row('laat-1.txt').getByRole('progressbar');
		await expect.poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(1);
		await stop().press('Enter');
	});
	await until('laat-1.txt', 'toegevoegd');
	await until('laat-2.txt', 'wacht');
	await expect.poll(() => stored('laat')).toEqual(['laat-1']);
});

const zip = (word: string, count: number) => ({
	name: `${word}.zip`,
	mimeType: 'application/zip',
	buffer: Buffer.from(
		zipSync(
			Object.fromEntries(
				Array.from({ length: count }, (_, index) => [`${word}-${index + 100}.txt`, Buffer.from(words)])
			)
		)
	)
});
/** What the screen says of the files of a zip, once all of it is settled. */
const settled = async (name: string) => {
	const files = page.getByRole('region', { name: `De bestanden van ${name}` }).getByRole('listitem');
	await until(name, 'klaar');
	const texts = await files.allTextContents();
	return {
		added: texts.filter((text) => text.includes('toegevoegd')),
		stopped: texts.filter((text) => /gestopt/.test(text))
	};
};
const lastImport = async (): Promise<Import | undefined> =>
	(await demo.items<Import>(`${demo.base}/source-imports?limit=500`))[0];

test.each([
	['while the server has not answered yet', 'zip', 80],
	['while it is read', 'boek', 400] // so many that it is still read when it is stopped, however busy the machine
])('a zip that is stopped %s: what was read stays, and of the rest nothing', async (_, word, count) => {
	const files = zip(word, count);
	await choose(files);
	if (word === 'zip')
		await held(async () => {
			await start();
			await row(files.name).getByText('100%').waitFor();
			await stop().press('Enter');
		});
	else {
		await start();
		await until(files.name, 'wordt gelezen');
		await stop().press('Enter');
	}
	const { added, stopped } = await settled(files.name);
	expect(stopped.length).toBeGreaterThan(0);
	expect(added.length + stopped.length).toBe(count);
	await expect.poll(async () => (await stored(word)).length).toBe(added.length);
	await expect
		.poll(() => lastImport())
		.toMatchObject({ isDone: true, stored: added.length, cancelled: stopped.length });
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('a server that starts again takes nothing in of what was stopped, and what is there is whole', async () => {
	const before = await demo.items<Source>(`${demo.base}/sources?limit=500`);
	await page.goto('about:blank');
	await demo.app.end();
	await demo.app.restart();
	await page.goto(`${demo.base}/sources/new`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	const after = await demo.items<Source>(`${demo.base}/sources?limit=500`);
	expect(after.map(({ title }) => title)).toEqual(before.map(({ title }) => title));
	for (const { id } of after.filter(({ title }) => /^(rem|laat|zip|boek)/.test(title))) {
		const { turns } = await demo.call<{ turns: readonly unknown[] }>(`${demo.base}/sources/${id}`);
		expect(turns.length).toBeGreaterThan(1);
	}
});
