import { beforeEach, describe, expect, test } from 'vitest';
import { SessionClock, type SessionLeft, type SessionReply } from '#lib/ui/shell/session-clock.svelte.ts';

const left = (seconds: number, changes: Partial<SessionLeft> = {}): SessionLeft => ({
	userId: 'zoë',
	seconds,
	canExtend: true,
	...changes
});

let now: number;
let asked: ('ask' | 'extend')[];
let reply: SessionReply;
let others: number;
let clock: SessionClock;

const begin = (seconds: number) => {
	now = 1_000_000;
	asked = [];
	others = 0;
	clock = new SessionClock(left(seconds), {
		now: () => now,
		ask: async (extend) => {
			asked.push(extend ? 'extend' : 'ask');
			return reply;
		},
		onOther: () => (others += 1)
	});
};
const after = async (seconds: number) => {
	now += seconds * 1000;
	await clock.tick();
};

beforeEach(() => begin(900));

describe('the end of a session', () => {
	test('is not asked for while it is far away', async () => {
		await after(700);
		expect({ status: clock.status, seconds: clock.seconds, asked }).toEqual({
			status: 'open',
			seconds: 200,
			asked: []
		});
	});

	test('is warned for two minutes before, after asking whether it is still so', async () => {
		reply = left(120);
		await after(780);
		expect({ status: clock.status, seconds: clock.seconds, asked }).toEqual({
			status: 'warning',
			seconds: 120,
			asked: ['ask']
		});
	});

	test('moves when another tab was busy, and then nobody is warned', async () => {
		reply = left(840);
		await after(780);
		expect({ status: clock.status, seconds: clock.seconds }).toEqual({ status: 'open', seconds: 840 });
	});

	test('takes a warning away when another tab gets busy', async () => {
		reply = left(120);
		await after(780);
		reply = left(900);
		await after(15);
		expect(clock.status).toBe('open');
	});

	test('moves when the person stays', async () => {
		reply = left(120);
		await after(780);
		reply = left(900);
		await clock.stay();
		expect({ status: clock.status, asked }).toEqual({ status: 'open', asked: ['ask', 'extend'] });
	});

	test('comes when the server says so, and not before', async () => {
		reply = left(120);
		await after(780);
		reply = left(1);
		await after(119);
		expect(clock.status).toBe('warning');
		reply = null;
		await after(1);
		expect(clock.status).toBe('ended');
		asked = [];
		await after(60);
		expect(asked).toEqual([]);
	});

	test('comes by the own clock when the server cannot be reached', async () => {
		reply = 'unreachable';
		await after(790);
		expect(clock.status).toBe('warning');
		await after(110);
		expect(clock.status).toBe('ended');
	});

	test('is over when the person signed in again elsewhere; another person gets a fresh page', async () => {
		reply = null;
		await after(900);
		reply = left(900);
		await clock.lookAgain();
		expect(clock.status).toBe('open');
		reply = left(900, { userId: 'iemand anders' });
		await after(800);
		expect(others).toBe(1);
	});
});

describe('somebody who reads or types', () => {
	test('keeps the session, with one message to the server in two minutes', async () => {
		reply = left(900);
		for (let second = 0; second < 600; second += 1) {
			now += 1000;
			await clock.notice();
		}
		expect(asked).toEqual(['extend', 'extend', 'extend', 'extend', 'extend']);
	});

	test('cannot answer a warning by accident', async () => {
		reply = left(120);
		await after(780);
		asked = [];
		now += 1000;
		await clock.notice();
		expect(asked).toEqual([]);
	});
});
