import { afterEach, expect, test, vi } from 'vitest';
import { ask } from '#lib/ui/api/ask.ts';

/** What happens to each request in turn; how many came. */
const line = (...happens: readonly (() => Response)[]) => {
	let asked = 0;
	const answer = async () => {
		asked += 1;
		const next = happens[asked - 1] ?? happens.at(-1);
		if (!next) throw new TypeError('nothing answers');
		return next();
	};
	vi.stubGlobal('fetch', answer);
	return { asked: () => asked };
};
const cut = (): Response => {
	throw new TypeError('Failed to fetch');
};
/** The line is cut while the answer comes. */
const half = () =>
	new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) }));
const said = (value: unknown) => () => Response.json(value);

afterEach(() => vi.unstubAllGlobals());

test('what is read is asked once more when the line was cut for a moment', async () => {
	for (const broken of [cut, half]) {
		const { asked } = line(broken, said({ name: 'Café 😀' }));
		expect(await ask('GET', '/api/v1/é')).toEqual({ ok: true, value: { name: 'Café 😀' } });
		expect(asked()).toBe(2);
	}
	const { asked } = line(cut);
	expect(await ask('GET', '/api/v1/é')).toMatchObject({ ok: false, status: 0 });
	expect(asked()).toBe(2);
});

test('what changes something is sent once: who asked knows whether it may be sent again', async () => {
	for (const broken of [cut, half]) {
		const { asked } = line(broken, said({}));
		expect(await ask('POST', '/api/v1/é', { name: 'é' })).toMatchObject({ ok: false, status: 0 });
		expect(asked()).toBe(1);
	}
});

test('nothing more is asked without a connection', async () => {
	vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
	const { asked } = line(cut);
	expect(await ask('GET', '/api/v1/é')).toMatchObject({ ok: false, status: 0 });
	expect(asked()).toBe(1);
	vi.restoreAllMocks();
});

test('a page that somebody else answers with is no answer of the API', async () => {
	const page = (status: number) => () => new Response('<!doctype html><title>Wifi</title>', { status });
	line(page(200));
	expect(await ask('GET', '/api/v1/é')).toMatchObject({ ok: false, status: 0 });
	line(page(502));
	expect(await ask('GET', '/api/v1/é')).toMatchObject({ ok: false, status: 502, codes: [] });
	line(() => new Response(null, { status: 204 }));
	expect(await ask('DELETE', '/api/v1/é')).toEqual({ ok: true, value: null });
});
