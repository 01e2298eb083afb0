import { afterEach, expect, test, vi } from 'vitest';
import { untilReached } from '#lib/ui/live/reach.ts';

afterEach(() => vi.unstubAllGlobals());

/** A server that gives these answers, one after the other; null = it is not reached. */
const answering = (...answers: readonly (number | null)[]) => {
	let asked = 0;
	vi.stubGlobal('fetch', async () => {
		const status = answers[asked++];
		if (!status) throw new TypeError('Failed to fetch');
		return new Response(null, { status });
	});
	return () => asked;
};

test.each([200, 404])('it is over at once when the server is reached: %i', async (status) => {
	const asked = answering(status);
	await untilReached(60_000);
	expect(asked()).toBe(1);
});

test('a server that is away or starting is asked again until it answers', async () => {
	const asked = answering(null, 503, null, 200);
	await untilReached(1);
	expect(asked()).toBe(4);
});

test('a connection that comes back ends the wait', async () => {
	const asked = answering(null, 200);
	const reached = untilReached(60_000);
	await expect.poll(() => asked()).toBe(1);
	await new Promise((resolve) => setTimeout(resolve));
	dispatchEvent(new Event('online'));
	await reached;
	expect(asked()).toBe(2);
});
