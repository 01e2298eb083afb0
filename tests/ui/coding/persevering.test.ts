import { expect, test } from 'vitest';
import type { Reply } from '#lib/ui/api/ask.ts';
import { Persevering } from '#lib/ui/coding/persevering.ts';

const away = (status: number): Reply<string> => ({ ok: false, status, message: 'Even niet', codes: [], messages: [] });
const stored: Reply<string> = { ok: true, value: 'opgeslagen' };

/** A server that answers these replies one after the other, and what the desk heard of waiting for it. */
const serverOf = (replies: readonly Reply<string>[]) => {
	const attempts: number[] = [];
	const waiting: number[] = [];
	const rest = [...replies];
	let others = 0;
	let asked = 0;
	const server = new Persevering({
		pause: async (attempt) => void attempts.push(attempt),
		onWaiting: (requests) => waiting.push(requests),
		onOtherPerson: () => (others += 1)
	});
	const ask = () =>
		server.ask(async () => {
			asked += 1;
			return rest.shift() ?? stored;
		});
	return { attempts, waiting, others: () => others, ask, stop: () => server.stop(), asked: () => asked };
};

test('asks again until the server was reached, and tells that it waits', async () => {
	const { ask, attempts, waiting } = serverOf([away(0), away(503), stored]);
	expect(await ask()).toEqual(stored);
	expect(attempts).toEqual([0, 1]);
	expect(waiting).toEqual([1, 0]);
});

test('keeps what it has while somebody else is signed in, and tells that once', async () => {
	const other: Reply<string> = { ...away(409), ok: false, codes: ['person-other'] } as Reply<string>;
	const { ask, attempts, waiting, others } = serverOf([other, other, away(401), stored]);
	expect(await ask()).toEqual(stored);
	expect(attempts).toEqual([0, 1, 2]);
	expect(waiting).toEqual([1, 0]);
	expect(others()).toBe(1);
});

test('what the server refuses stands', async () => {
	const { ask, attempts, waiting } = serverOf([away(409)]);
	expect(await ask()).toEqual(away(409));
	expect([attempts, waiting]).toEqual([[], []]);
});

test('asks nothing more once it was stopped, and tells no answer', async () => {
	const { ask, attempts, stop, asked } = serverOf([away(0), stored]);
	let isAnswered = false;
	void ask().then(() => (isAnswered = true));
	stop();
	void ask().then(() => (isAnswered = true));
	await new Promise((resolve) => setTimeout(resolve));
	expect([isAnswered, attempts, asked()]).toEqual([false, [], 1]);
});
