import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from '#lib/ui/api/ask.ts';
import { whenSignedOut } from '#lib/ui/api/signed-out.ts';

let told = 0;
let stop: () => void;
beforeEach(() => {
	told = 0;
	stop = whenSignedOut(() => (told += 1));
});
afterEach(() => {
	stop();
	vi.unstubAllGlobals();
});
const answer = (status: number) => vi.stubGlobal('fetch', async () => Response.json({ problems: [] }, { status }));

test('an answer to somebody who is not known is told, so that the end of a session is seen at once', async () => {
	answer(401);
	expect(await ask('GET', '/api/v1/é')).toMatchObject({ ok: false, status: 401 });
	expect(told).toBe(1);
});

test('other refusals are not, nor anything after the page has stopped listening', async () => {
	for (const status of [200, 403, 409, 500]) {
		answer(status);
		await ask('GET', '/api/v1/é');
	}
	stop();
	answer(401);
	await ask('GET', '/api/v1/é');
	expect(told).toBe(0);
});
