import { Agent, request } from 'node:http';

/**
 * An answer of the server, with the milliseconds from sending the request until the whole body was there. Its text is made
 * when it is asked for: with that of a long file the one who measures would keep itself waiting.
 */
export type Timed = { readonly status: number; readonly body: string; readonly ms: number };

export type Client = {
	readonly get: (path: string) => Promise<Timed>;
	readonly post: (path: string, body: unknown) => Promise<Timed>;
	readonly upload: (path: string, form: FormData) => Promise<Timed>;
	readonly close: () => void;
};

/** Calls the API with a token over connections that stay open, as programs and browsers do. */
export const clientOf = (origin: string, token: string): Client => {
	const agent = new Agent({ keepAlive: true, maxSockets: 64 });
	const call = (method: string, path: string, headers: Readonly<Record<string, string>>, body: Uint8Array | string) =>
		new Promise<Timed>((resolve, reject) => {
			const from = performance.now();
			const sent = request(
				new URL(path, origin),
				{ method, agent, headers: { authorization: `Bearer ${token}`, ...headers } },
				(response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('error', reject);
					response.on('end', () => {
						const ms = performance.now() - from;
						const status = response.statusCode ?? 0;
						resolve({
							...{ status, ms },
							get body() {
								return Buffer.concat(chunks).toString('utf8');
							}
						});
					});
				}
			);
			sent.on('error', reject);
			sent.end(body);
		});
	return {
		// A connection that was just given up by the server, as too long idle, is no failure: a browser asks again too.
		get: (path) => call('GET', path, {}, '').catch(() => call('GET', path, {}, '')),
		post: (path, body) => call('POST', path, { 'content-type': 'application/json' }, JSON.stringify(body)),
		upload: async (path, form) => {
			const encoded = new Response(form);
			const type = encoded.headers.get('content-type') ?? '';
			return call('POST', path, { 'content-type': type }, await encoded.bytes());
		},
		close: () => agent.destroy()
	};
};

/** The time of an answer that has to be a success. */
export const msOf = ({ status, body, ms }: Timed): number => {
	if (status >= 200 && status < 300) return ms;
	throw new Error(`the server answered ${status}: ${body.slice(0, 300)}`);
};
