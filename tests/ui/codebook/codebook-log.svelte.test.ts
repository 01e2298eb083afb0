import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CodebookLog } from '#lib/ui/codebook/codebook-log.svelte.ts';

/** Undo in the codebook takes back what was last, also when that is still on its way to the server. */

const change = (id: string) => ({
	...{ id, kind: 'move', by: { id: 'me', name: 'Ada' }, isMine: true, madeAt: '2026-01-01T00:00:00.000Z' },
	...{
		undoneAt: null,
		codes: [{ id: 'c', name: 'Groen 😀', isHere: true }],
		codesInAll: 1,
		codings: 0,
		interviews: 0,
		otherTexts: 0
	},
	...{ canUndo: true, canRedo: false }
});

let stored: string[];
let retaken: string[];

beforeEach(() => {
	[stored, retaken] = [['first'], []];
	vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
		const last = stored.at(-1);
		if (method === 'GET') {
			const items = stored.map(change).reverse();
			return Promise.resolve(Response.json({ items, nextCursor: null, undo: last ? change(last) : null, redo: null }));
		}
		const [, id = '', way = ''] = /\/([^/]+)\/(undoing|redoing)$/.exec(path) ?? [];
		retaken.push(`${way} ${id}`);
		stored = stored.filter((one) => one !== id);
		return Promise.resolve(Response.json({ change: change(id), restored: 0, left: 0, spared: [] }));
	});
});
afterEach(() => vi.unstubAllGlobals());

const newLog = async () => {
	const log = new CodebookLog('project', () => Promise.resolve());
	await log.load();
	return log;
};

test('undo waits for a change on its way, and takes that one back', async () => {
	const log = await newLog();
	let arrive = () => {};
	void log.making(
		new Promise<void>((resolve) => {
			arrive = () => {
				stored.push('second');
				resolve();
			};
		})
	);
	const undone = log.undoLast();
	expect(retaken).toEqual([]);
	arrive();
	await undone;
	expect(retaken).toEqual(['undoing second']);
});

test('undo goes on after a change that failed', async () => {
	const log = await newLog();
	const failing = log.making(Promise.reject(new Error('offline')));
	await expect(failing).rejects.toThrow('offline');
	await log.undoLast();
	expect(retaken).toEqual(['undoing first']);
});

test('undo takes back what another screen of the same person did last', async () => {
	const log = await newLog();
	stored.push('elsewhere');
	await log.undoLast();
	expect(retaken).toEqual(['undoing elsewhere']);
});

test('an answer that comes late does not take the place of a newer one', async () => {
	const late: (() => void)[] = [];
	const fetchNow = fetch;
	vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
		const answer = await fetchNow(path, init);
		await new Promise<void>((resolve) => late.push(resolve));
		return answer;
	});
	const log = new CodebookLog('project', () => Promise.resolve());
	const first = log.load();
	await expect.poll(() => late.length).toBe(1);
	stored.push('second');
	const second = log.load();
	await expect.poll(() => late.length).toBe(2);
	late[1]?.();
	await second;
	late[0]?.();
	await first;
	expect(log.undo?.id).toBe('second');
});
