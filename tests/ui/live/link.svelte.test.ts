import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPlace, listenAs } from '#lib/ui/live/link.ts';
import type { Heard } from '#lib/ui/live/one-stream.ts';

/** A worker whose other end is this test. */
class FakeWorker extends EventTarget {
	static all: FakeWorker[] = [];
	readonly name: string;
	readonly port: MessagePort;
	readonly said: { wants?: readonly { id: number; on: string }[]; lock?: string }[] = [];
	readonly #end: MessagePort;
	constructor(_url: string, { name }: { name: string }) {
		super();
		this.name = name;
		const { port1, port2 } = new MessageChannel();
		this.port = port1;
		this.#end = port2;
		port2.onmessage = ({ data }) => this.said.push(data);
		FakeWorker.all.push(this);
	}
	tell(told: unknown): void {
		this.#end.postMessage(told);
	}
	/** what the window said last that it follows */
	wants() {
		return this.said.findLast(({ wants }) => wants)?.wants?.map(({ on }) => on);
	}
}
const [streams, heard]: [string[], Heard[]] = [[], []];
class FakeStream extends EventTarget {
	constructor(url: string) {
		super();
		streams.push(url);
	}
	close(): void {}
}

let stop: () => void = () => {};
let people = 0;
const follow = (on: string) => (stop = followPlace(on, (what) => heard.push(what)));
const workers = () => FakeWorker.all;

beforeEach(() => {
	[FakeWorker.all, streams.length, heard.length] = [[], 0, 0];
	vi.stubGlobal('SharedWorker', FakeWorker);
	vi.stubGlobal('EventSource', FakeStream);
	listenAs(`user-${(people += 1)}`);
});
afterEach(() => {
	stop();
	listenAs(null);
});

test('the worker is of one person, knows what the window follows, and tells it what was heard', async () => {
	follow('p?sourceId=s1');
	await expect.poll(() => workers()[0]?.wants()).toEqual(['p?sourceId=s1']);
	expect(workers()[0]?.name).toBe(`wijkstem user-${people}`);
	workers()[0]?.tell({ id: 1, heard: { kind: 'gap', data: '{}' } });
	await expect.poll(() => heard).toEqual([{ kind: 'gap', data: '{}' }]);
	stop();
	await expect.poll(() => workers()[0]?.wants()).toEqual([]);
	expect(streams).toEqual([]);
});

test('the window holds the lock it named, so that its end is known', async () => {
	follow('p');
	await expect.poll(() => workers()[0]?.said.find(({ lock }) => lock)).toBeTruthy();
	const { held = [] } = await navigator.locks.query();
	const name = workers()[0]?.said.find(({ lock }) => lock)?.lock;
	expect(held.map((one) => one.name)).toContain(name);
});

test('a worker that is gone is followed by another, and what was missed is told', async () => {
	follow('p');
	await expect.poll(() => workers()[0]?.wants()).toEqual(['p']);
	workers()[0]?.tell({ lock: 'nobody holds this one' });
	await expect.poll(() => workers()[1]?.wants()).toEqual(['p']);
	expect(heard).toEqual([{ isOpen: false }]);
});

test('without a worker that runs, or that there is at all, the window has a stream of its own', async () => {
	follow('p');
	await expect.poll(() => workers()[0]?.wants()).toEqual(['p']);
	workers()[0]?.dispatchEvent(new Event('error'));
	await expect.poll(() => streams).toEqual(['/api/v1/events?on=p']);
	await expect.poll(() => workers()[0]?.wants()).toEqual([]);
	stop();
	vi.stubGlobal(
		'SharedWorker',
		class {
			constructor() {
				throw new DOMException('not here', 'SecurityError');
			}
		}
	);
	listenAs('somebody else');
	follow('q');
	await expect.poll(() => streams).toEqual(['/api/v1/events?on=p', '/api/v1/events?on=q']);
});

test('until it is known who is signed in, a window has a stream of its own', async () => {
	listenAs(null);
	follow('p');
	await expect.poll(() => streams).toEqual(['/api/v1/events?on=p']);
	expect(workers()).toEqual([]);
});
