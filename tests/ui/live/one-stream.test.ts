import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OneStream, type Heard, type Teller } from '#lib/ui/live/one-stream.ts';

/** A stream whose other end is this test. */
class FakeStream extends EventTarget {
	readonly OPEN = 1;
	readonly CLOSED = 2;
	readyState = 0;
	readonly on: readonly string[];
	constructor(url: string) {
		super();
		this.on = new URL(url, 'http://localhost').searchParams.getAll('on');
	}
	accept(): void {
		this.readyState = 1;
		this.dispatchEvent(new Event('open'));
	}
	break(state: 0 | 2): void {
		this.readyState = state;
		this.dispatchEvent(new Event('error'));
	}
	/** `on`: which place it is about, by its number; none for all */
	send(kind: string, on: number | null, data = '{}'): void {
		this.dispatchEvent(new MessageEvent(kind, { data, lastEventId: on === null ? '' : `${on}` }));
	}
	close(): void {
		this.readyState = this.CLOSED;
	}
}

let streams: FakeStream[];
let stream: OneStream;
const open = () => streams.filter(({ readyState }) => readyState !== 2);
/** The stream that was there before goes on for a while. */
const settle = () => vi.advanceTimersByTime(1_000);
const last = () => {
	const found = streams.at(-1);
	if (!found) throw new Error('no stream was opened');
	return found;
};

/** A window that keeps what its listeners hear: `id open`, `id shut` or `id kind data`. */
const newWindow = () => {
	const heard: string[] = [];
	const tell: Teller = (id, what: Heard) =>
		heard.push('kind' in what ? `${id} ${what.kind} ${what.data}` : `${id} ${what.isOpen ? 'open' : 'shut'}`);
	const want = (...places: readonly string[]) =>
		stream.want(
			tell,
			places.map((on, index) => ({ id: index + 1, on }))
		);
	/** what was heard since this was asked last */
	const news = () => heard.splice(0);
	return { want, news };
};

beforeEach(() => {
	streams = [];
	vi.useFakeTimers();
	stream = new OneStream((url) => {
		const one = new FakeStream(url);
		streams.push(one);
		return one as unknown as EventSource;
	});
});
afterEach(() => {
	vi.useRealTimers();
});

describe('two windows', () => {
	test('have one stream, and each hears what it follows', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p?sourceId=s1');
		last().accept();
		b.want('q?sourceId=s2&all=true');
		last().accept();
		settle();
		expect(open()).toHaveLength(1);
		const at = (on: string) => last().on.indexOf(on);
		last().send('changed', at('p?sourceId=s1'), '{"what":"code"}');
		last().send('presence', at('q?sourceId=s2&all=true'), '{"people":[]}');
		expect(a.news()).toEqual(['1 open', '1 changed {"what":"code"}']);
		expect(b.news()).toEqual(['1 open', '1 presence {"people":[]}']);
	});

	test('with the same open are told both, and the second need not wait for a stream', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p');
		last().accept();
		b.want('p');
		expect(streams).toHaveLength(1);
		last().send('changed', 0);
		expect([a.news(), b.news()]).toEqual([
			['1 open', '1 changed {}'],
			['1 open', '1 changed {}']
		]);
	});

	test('the first hears on while the stream is opened that is about the second too', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p');
		const [first] = streams;
		first?.accept();
		b.want('q');
		first?.send('changed', 0, '"meanwhile"');
		last().accept();
		last().send('changed', last().on.indexOf('p'), '"after"');
		expect(a.news()).toEqual(['1 open', '1 changed "meanwhile"', '1 changed "after"']);
		settle();
		expect(first?.readyState).toBe(2);
	});

	test('what was still on its way over the last stream is heard, and what comes over both is heard once', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p');
		const [first] = streams;
		first?.accept();
		b.want('q');
		last().accept();
		const at = last().on.indexOf('p');
		a.news();
		first?.send('coding-added', 0, '"late é 😀"');
		first?.send('coding-changed', 0, '"both"');
		last().send('coding-changed', at, '"both"');
		last().send('coding-removed', at, '"ahead"');
		first?.send('coding-removed', 0, '"ahead"');
		expect(a.news()).toEqual(['1 coding-added "late é 😀"', '1 coding-changed "both"', '1 coding-removed "ahead"']);
		settle();
		for (const _ of [1, 2]) last().send('changed', at, '"again"');
		expect(a.news()).toEqual(['1 changed "again"', '1 changed "again"']);
	});

	test('the last stream that the server ends is not missed', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p');
		const [first] = streams;
		first?.accept();
		b.want('q');
		last().accept();
		first?.break(0);
		expect([a.news(), open().length]).toEqual([['1 open'], 1]);
	});

	test('with the same open both know who is there, also the one that came when nobody did', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p?reportId=r1');
		last().accept();
		last().send('presence', 0, '{"people":["Ada"]}');
		last().send('presence', 0, '{"people":["Ada","Bo é"]}');
		b.want('p?reportId=r1');
		expect(b.news()).toEqual(['1 open', '1 presence {"people":["Ada","Bo é"]}']);
	});

	test('who comes back to a place before the stream without it is open begins anew', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('q');
		b.want('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z');
		last().accept();
		b.want('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z&all=true');
		b.news();
		b.want('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z');
		expect(last().on).toContain('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z');
		expect(b.news()).toEqual([]);
		last().accept();
		expect(b.news()).toEqual(['1 open']);
	});

	test('one that goes away is followed no longer, and the last one takes the stream with it', () => {
		const [a, b] = [newWindow(), newWindow()];
		a.want('p');
		b.want('q');
		last().accept();
		b.want();
		last().accept();
		settle();
		expect([open().length, last().on]).toEqual([1, ['p']]);
		a.want();
		expect(open()).toEqual([]);
	});
});

test('two listeners of one window, one stream', () => {
	const window = newWindow();
	window.want('p', 'p?sourceId=s1');
	last().accept();
	expect([streams.length, last().on.toSorted()]).toEqual([1, ['p', 'p?sourceId=s1']]);
	last().send('gap', null);
	expect(window.news().toSorted()).toEqual(['1 gap {}', '1 open', '2 gap {}', '2 open']);
});

test('what happened since a page was read is asked once, not again when another window comes', () => {
	const [a, b] = [newWindow(), newWindow()];
	a.want('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z');
	expect(last().on).toEqual(['p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z']);
	last().accept();
	b.want('q?sourceId=s2&since=2026-12-01T11%3A00%3A00.000Z');
	expect(last().on.toSorted()).toEqual(['p?sourceId=s1', 'q?sourceId=s2&since=2026-12-01T11%3A00%3A00.000Z']);
	last().accept();
	last().send('changed', last().on.indexOf('p?sourceId=s1'));
	expect(a.news()).toEqual(['1 open', '1 changed {}']);
});

test('a page that makes way for another in one step opens one stream', () => {
	const window = newWindow();
	window.want('p?sourceId=s1');
	last().accept();
	window.want('p?sourceId=s2');
	last().accept();
	settle();
	expect([streams.length, open().length]).toEqual([2, 1]);
});

test('a break is told to all, and its end', () => {
	const [a, b] = [newWindow(), newWindow()];
	a.want('p');
	b.want('q');
	last().accept();
	last().break(0);
	last().accept();
	for (const window of [a, b]) expect(window.news()).toEqual(['1 open', '1 shut', '1 open']);
	expect(open()).toHaveLength(1);
});

test('a stream that the server closed for good is opened anew after a while, from where each place was read', () => {
	const window = newWindow();
	window.want('p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z');
	last().accept();
	last().break(2);
	vi.advanceTimersByTime(4_000);
	expect(open()).toHaveLength(0);
	vi.advanceTimersByTime(1_000);
	expect([open().length, last().on]).toEqual([1, ['p?sourceId=s1&since=2026-12-01T10%3A00%3A00.000Z']]);
	last().accept();
	expect(window.news()).toEqual(['1 open', '1 shut', '1 open']);
});

test('before the server ends a stream the next one is open, and nobody reads again for it', () => {
	const window = newWindow();
	window.want('p');
	for (let times = 1; times <= 3; times += 1) {
		last().accept();
		vi.advanceTimersByTime(9.5 * 60_000);
		expect([streams.length, open().length]).toEqual([times + 1, 2]);
	}
	last().accept();
	last().send('changed', 0);
	vi.advanceTimersByTime(2_000);
	expect([window.news(), open().length]).toEqual([['1 open', '1 changed {}'], 1]);
	window.want();
	vi.advanceTimersByTime(60 * 60_000);
	expect(open()).toEqual([]);
});

test('a place that is refused is shut for who follows it and asked again later; the others hear on', () => {
	const [a, b] = [newWindow(), newWindow()];
	a.want('p');
	b.want('q');
	last().accept();
	[a, b].forEach(({ news }) => news());
	last().send('refused', last().on.indexOf('q'));
	last().send('changed', last().on.indexOf('p'));
	expect([a.news(), b.news()]).toEqual([['1 changed {}'], ['1 shut']]);
	vi.advanceTimersByTime(5_000);
	last().accept();
	settle();
	expect([a.news(), b.news(), open().length]).toEqual([[], ['1 open'], 1]);
});

test('a place that is refused again is not told as open in between, so that nobody reads it anew each time', () => {
	const [a, b] = [newWindow(), newWindow()];
	a.want('p');
	b.want('q');
	last().accept();
	last().send('refused', last().on.indexOf('q'));
	b.news();
	for (const _ of [1, 2, 3]) {
		vi.advanceTimersByTime(5_000);
		last().accept();
		last().send('refused', last().on.indexOf('q'));
		settle();
	}
	expect(b.news()).toEqual([]);
	vi.advanceTimersByTime(5_000);
	last().accept();
	settle();
	expect(b.news()).toEqual(['1 open']);
});

test('a next stream that cannot be opened leaves the one there is', () => {
	const [a, b] = [newWindow(), newWindow()];
	a.want('p');
	last().accept();
	b.want('q');
	last().break(2);
	streams[0]?.send('changed', 0);
	expect(a.news()).toEqual(['1 open', '1 changed {}']);
	vi.advanceTimersByTime(5_000);
	last().accept();
	settle();
	expect([a.news(), b.news(), open().length]).toEqual([[], ['1 open'], 1]);
});

test('more places than one stream takes: those that were asked for last', () => {
	const windows = Array.from({ length: 26 }, newWindow);
	windows.forEach(({ want }, index) => want(`p${index}`));
	expect(last().on).toHaveLength(24);
	expect(last().on).toContain('p25');
	expect(last().on).not.toContain('p1');
});

test('a place that falls out because too many others came is told that it is', () => {
	const windows = Array.from({ length: 25 }, newWindow);
	windows.slice(0, 24).forEach(({ want }, index) => want(`p${index}`));
	last().accept();
	const news = () => windows.map((window) => window.news());
	expect(news()[0]).toEqual(['1 open']);
	windows[24]?.want('p24');
	last().accept();
	expect(news()[0]).toEqual(['1 shut']);
});
