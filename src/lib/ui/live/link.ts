import { holdLock } from './lock.ts';
import { OneStream, type Heard, type Want } from './one-stream.ts';
import type { Said, Told } from './one-stream.worker.ts';
import sharedAddress from './one-stream.worker.ts?worker&url';

/** What listeners of this window follow, told together to what holds the stream. */
class Link {
	readonly #listeners = new Map<number, { readonly on: string; readonly hear: (heard: Heard) => void }>();
	#send: (wants: readonly Want[]) => void = () => {};
	#last = 0;
	#isDue = false;

	/** `userId`: who is signed in; null when that is not known, and then the stream is of this window alone */
	constructor(userId: string | null) {
		if (userId === null || !this.#share(userId)) this.#keepOwn();
		addEventListener('pagehide', () => this.#send([]));
		addEventListener('pageshow', ({ persisted }) => persisted && this.#tell());
	}

	/** Follows something until the answer is called. */
	follow(on: string, hear: (heard: Heard) => void): () => void {
		const id = (this.#last += 1);
		this.#listeners.set(id, { on, hear });
		this.#tell();
		return () => {
			this.#listeners.delete(id);
			this.#tell();
		};
	}

	/** A page that makes way for another stops and starts in one moment: that is one change. */
	#tell(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		queueMicrotask(() => {
			this.#isDue = false;
			this.#send([...this.#listeners].map(([id, { on }]) => ({ id, on })));
		});
	}

	#hear(id: number, heard: Heard): void {
		this.#listeners.get(id)?.hear(heard);
	}

	/** The stream is in a worker of all windows in which this person is signed in; false when the browser has none. */
	#share(userId: string): boolean {
		if (!('SharedWorker' in globalThis)) return false;
		let worker: SharedWorker;
		try {
			worker = new SharedWorker(sharedAddress, { type: 'module', name: `wijkstem ${userId}` });
		} catch {
			return false; // not in this window, e.g. one that may keep nothing
		}
		const { port } = worker;
		const say = (said: Said) => port.postMessage(said);
		this.#send = (wants) => say({ wants });
		worker.addEventListener('error', () => {
			say({ wants: [] }); // it may run after all, and would tell everything twice
			this.#keepOwn();
			this.#tell();
		});
		port.addEventListener('message', ({ data }: MessageEvent<Told>) => {
			if ('heard' in data) this.#hear(data.id, data.heard);
			else void navigator.locks.request(data.lock, () => this.#shareAnew(userId));
		});
		port.start();
		holdLock('window', (lock) => say({ lock }));
		return true;
	}

	/** The worker went, with the process of another window that broke down: the next one is of all windows that are left. */
	#shareAnew(userId: string): void {
		for (const { hear } of this.#listeners.values()) hear({ isOpen: false });
		if (!this.#share(userId)) this.#keepOwn();
		this.#tell();
	}

	#keepOwn(): void {
		const stream = new OneStream((url) => new EventSource(url));
		const tell = (id: number, heard: Heard) => this.#hear(id, heard);
		this.#send = (wants) => stream.want(tell, wants);
	}
}

let person: string | null = null;
let link: Link | null = null;

/** Says who is signed in: only windows of one person share a stream. */
export const listenAs = (userId: string | null): void => {
	if (userId === person) return;
	person = userId;
	link = null; // what is followed already stays where it is
};

/** Tells what happens in a place, until the answer is called; `on` as `eventsOnQuery` takes it. */
export const followPlace = (on: string, hear: (heard: Heard) => void): (() => void) =>
	(link ??= new Link(person)).follow(on, hear);
