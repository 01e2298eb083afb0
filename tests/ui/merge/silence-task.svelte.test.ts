import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SilenceTaskAnswer } from '../../../src/lib/contract/silence-task.ts';
import SilenceTaskItem from '../../../src/lib/ui/merge/SilenceTaskItem.svelte';

const task: SilenceTaskAnswer = {
	id: 'task',
	pillar: { id: 'pillar', name: 'Wonen' },
	area: { id: 'area', name: 'Testwijk' },
	from: { id: 'from', year: 2019 },
	to: { id: 'to', year: 2023 },
	indicatorId: null,
	codeId: 'code',
	name: 'Groen',
	person: { id: 'bob', name: 'Bob' },
	givenBy: { id: 'ada', name: 'Ada' },
	givenAt: '2026-01-01T10:00:00.000Z',
	dueOn: null,
	remark: '',
	doneBy: null,
	doneAt: null,
	state: 'open',
	maySettle: true,
	mayRemove: true
};

let asked: string[] = [];
let isGone = false;
let page: HTMLElement;
let item: Record<string, unknown>;
const props = $state({ projectId: 'p', task, heading: 'silences', onChanged: async () => {} });

beforeEach(() => {
	asked = [];
	isGone = false;
	vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: { method?: string } = {}) => {
		asked.push(`${method} ${path}`);
		return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({});
	});
	page = document.createElement('main');
	page.id = 'content';
	page.tabIndex = -1;
	page.innerHTML = '<h2 id="silences">Stiltes</h2><div></div>';
	document.body.append(page);
	const place = page.querySelector('div') ?? page;
	props.task = task;
	props.onChanged = async () => {
		if (asked.some((one) => one.startsWith('PUT'))) props.task = { ...task, state: 'done' };
		if (!asked.some((one) => one.startsWith('DELETE'))) return;
		isGone = true;
		await unmount(item);
	};
	item = mount(SilenceTaskItem, { target: place, props });
	flushSync();
});
afterEach(async () => {
	if (!isGone) await unmount(item);
	page.remove();
	vi.unstubAllGlobals();
});

const button = (name: string) =>
	[...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

test('who says that a task is done goes on at the way back', async () => {
	const done = button('Gedaan');
	done?.focus();
	done?.click();
	await expect.poll(() => button('Weer openen')).toBeDefined();
	await expect.poll(() => document.activeElement).toBe(button('Weer openen'));
});

test('a task goes only after a question, once, and one goes on at the heading', async () => {
	const remove = button('Taak weghalen');
	remove?.focus();
	remove?.click();
	flushSync();
	expect(asked).toEqual([]);
	const confirm = [...page.querySelectorAll<HTMLButtonElement>('dialog footer button')].at(-1);
	confirm?.click();
	confirm?.click();
	await expect.poll(() => isGone).toBe(true);
	expect(asked).toEqual(['DELETE /api/v1/projects/p/silence-tasks/task']);
	await expect.poll(() => document.activeElement?.id).toBe('silences');
});
