import { describe, expect, test } from 'vitest';
import type { SourceImportAnswer } from '#lib/contract/source-import.ts';
import type { ImportRequests } from '#lib/ui/source/import-client.ts';
import { goTogether, ImportList } from '#lib/ui/source/import-list.svelte.ts';

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const answer = (id: string, waiting: number, stored: number): SourceImportAnswer => ({
	id,
	madeAt: '2026-01-01T00:00:00.000Z',
	isDone: waiting === 0,
	waiting,
	reading: 0,
	stored,
	refused: 0,
	cancelled: 0,
	files: []
});
const failure = (status: number) =>
	({ ok: false, status, codes: ['x'], message: 'Fout.', messages: ['Fout.'] }) as const;

/** A server that stores one file each time it is asked how far it is. */
const server = (total = 3) => {
	const sent: string[][] = [];
	const left = new Map<string, number>();
	const cancelled = new Set<string>();
	const requests: ImportRequests = {
		send: (files) => {
			sent.push(files.map(({ name }) => name));
			const id = `import-${sent.length}`;
			left.set(id, total);
			return Promise.resolve({ ok: true, value: answer(id, total, 0) });
		},
		read: (id) => {
			if (cancelled.has(id)) return requests.cancel(id);
			const waiting = Math.max(0, (left.get(id) ?? total) - 1);
			left.set(id, waiting);
			return Promise.resolve({ ok: true, value: answer(id, waiting, total - waiting) });
		},
		cancel: (id) => {
			cancelled.add(id);
			return Promise.resolve({ ok: true, value: { ...answer(id, 0, 1), cancelled: total - 1 } });
		}
	};
	return { requests, sent };
};
const states = (list: ImportList) => list.items.map(({ state }) => state);
const noPause = () => Promise.resolve();

describe('files that go together', () => {
	test('are a zip, or more than twenty', () => {
		expect(goTogether([file('a.ZIP')])).toBe(true);
		expect(goTogether(Array.from({ length: 20 }, (_, index) => file(`${index}.txt`)))).toBe(false);
		expect(goTogether(Array.from({ length: 21 }, (_, index) => file(`${index}.txt`)))).toBe(true);
	});

	test('each zip goes by itself, the rest in as few requests as may hold them', () => {
		const list = new ImportList(server().requests, noPause);
		list.add([file('a.zip'), ...Array.from({ length: 501 }, (_, index) => file(`${index}.txt`)), file('b.zip')]);
		expect(list.items.map(({ files }) => files.length)).toEqual([1, 1, 500, 1]);
	});
});

describe('an import', () => {
	test('is handed over and followed until all of it is read', async () => {
		const { requests, sent } = server();
		const list = new ImportList(requests, noPause);
		list.add([file('a.zip'), file('b.zip')]);
		await list.start({});
		expect(sent).toEqual([['a.zip'], ['b.zip']]);
		expect(states(list)).toEqual(['done', 'done']);
		expect(list.items.map((item) => item.answer?.stored)).toEqual([3, 3]);
	});

	test('that was begun before is followed too', async () => {
		const list = new ImportList(server().requests, noPause);
		await list.follow('import-9');
		expect(states(list)).toEqual(['done']);
		expect(list.hasUnsent).toBe(false);
	});

	test('is followed on when the connection comes back', async () => {
		const { requests } = server();
		let asked = 0;
		const flaky: ImportRequests = {
			...requests,
			read: (id) => (++asked === 1 ? Promise.resolve(failure(0)) : requests.read(id))
		};
		const list = new ImportList(flaky, noPause);
		list.add([file('a.zip')]);
		await list.start({});
		expect([states(list), list.items[0]?.isLost]).toEqual([['done'], false]);
	});

	test('that was refused says why and can be tried again; the others go on', async () => {
		const { requests } = server();
		const refusing: ImportRequests = {
			...requests,
			send: (files, ...rest) =>
				files[0]?.name === 'fout.zip' ? Promise.resolve(failure(400)) : requests.send(files, ...rest)
		};
		const list = new ImportList(refusing, noPause);
		list.add([file('fout.zip'), file('goed.zip')]);
		await list.start({});
		expect(states(list)).toEqual(['failed', 'done']);
		expect(list.items[0]?.problems).toEqual(['Fout.']);
		list.again(1);
		expect(states(list)).toEqual(['waiting', 'done']);
	});

	test('that is stopped when the server had all of it already lets go what was not read', async () => {
		const { requests } = server();
		const late: ImportRequests = {
			...requests,
			send: async (...asked) => {
				await list.stop(1);
				return requests.send(...asked);
			}
		};
		const list = new ImportList(late, noPause);
		list.add([file('a.zip')]);
		await list.start({});
		expect(states(list)).toEqual(['done']);
		expect(list.items[0]?.answer).toMatchObject({ stored: 1, cancelled: 2 });
	});

	test('that is stopped lets go what waits', async () => {
		const { requests } = server();
		let release = noPause;
		const paused = new Promise<void>((resolve) => (release = () => Promise.resolve(resolve())));
		const list = new ImportList(requests, () => paused);
		list.add([file('a.zip')]);
		const started = list.start({});
		await new Promise((resolve) => setTimeout(resolve, 0));
		await list.stop(1);
		await release();
		await started;
		expect(list.items[0]?.answer?.cancelled).toBe(2);
	});
});
