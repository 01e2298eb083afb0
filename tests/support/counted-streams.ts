import { createServer, request as newRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A second door to an app, at which the streams of events that are open are counted. */
export type CountedDoor = {
	readonly origin: string;
	/** of each stream that is open now, what it is about */
	readonly open: () => readonly (readonly string[])[];
	readonly close: () => Promise<void>;
};

/** Opens a second door to the app at this address: all that comes in goes on to it, as if it came from its own pages. */
export const openCountedDoor = async (origin: string): Promise<CountedDoor> => {
	const streams = new Set<readonly string[]>();
	const { port, host } = new URL(origin);
	const server = createServer((asked, response) => {
		const url = new URL(asked.url ?? '/', origin);
		const about = url.searchParams.getAll('on');
		const isStream = url.pathname.endsWith('/events');
		if (isStream) streams.add(about);
		const headers = { ...asked.headers, host, ...(asked.headers.origin !== undefined && { origin }) };
		const onward = newRequest({ port, path: asked.url, method: asked.method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		response.once('close', () => {
			streams.delete(about);
			onward.destroy();
		});
		asked.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const here = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${here.port}`,
		open: () => [...streams],
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
};
