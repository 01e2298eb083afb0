import { holdLock } from './lock.ts';
import { OneStream, type Heard, type Want } from './one-stream.ts';

/** What a window says: all that it follows, or the name of the lock that it holds for as long as it is there. */
export type Said = { readonly wants: readonly Want[] } | { readonly lock: string };

/** What a window is told: which of its listeners hears what, or the name of the lock that the worker holds. */
export type Told = { readonly id: number; readonly heard: Heard } | { readonly lock: string };

const stream = new OneStream((url) => new EventSource(url));
const ports: MessagePort[] = [];
let lock: string | null = null;
holdLock('stream', (name) => {
	lock = name;
	for (const port of ports) port.postMessage({ lock });
});

/** Shared by all windows of a browser in which one person is signed in; it ends with the last of them. */
addEventListener('connect', (event) => {
	const [port] = (event as MessageEvent).ports;
	if (!port) return;
	const say = (told: Told) => port.postMessage(told);
	const tell = (id: number, heard: Heard) => say({ id, heard });
	port.addEventListener('message', ({ data }: MessageEvent<Said>) => {
		if ('wants' in data) return stream.want(tell, data.wants);
		// Whose lock is free has gone, also when it could not say so.
		void navigator.locks.request(data.lock, () => {
			stream.want(tell, []);
			ports.splice(ports.indexOf(port), 1);
		});
	});
	ports.push(port);
	if (lock !== null) say({ lock });
	port.start();
});
