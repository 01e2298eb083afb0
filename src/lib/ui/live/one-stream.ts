import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { longestStream, mostFollowed } from '#lib/domain/project/event-stream.ts';

/** What a listener in a window follows: a project, or within it what `eventsQuery` tells, as `{projectId}?…`. */
export type Want = { readonly id: number; readonly on: string };

/** What a listener is told: that its events come or stay away from now on, or an event with its data as JSON. */
export type Heard = { readonly isOpen: boolean } | { readonly kind: LiveEvent['kind']; readonly data: string };

/** How one window of this browser is told: which of its listeners hears what. */
export type Teller = (id: number, heard: Heard) => void;

type Stream = {
	readonly source: EventSource;
	readonly on: readonly string[];
	/** what came over this stream alone so far, while another is open too */
	alone: readonly string[];
};

/** The kinds of events that screens get; each has its own name in the stream. */
const kinds: readonly LiveEvent['kind'][] = [
	'coding-added',
	'coding-changed',
	'coding-removed',
	'changed',
	'presence',
	'gap'
];

/** How long to wait before opening a stream that the server closed for good, in milliseconds. */
const reopenAfter = 5000;

/** When the next stream is opened, in milliseconds: before the server ends this one, so that nobody has to read again. */
const renewAfter = 0.9 * longestStream;

/** How long the last stream goes on beside the next one, in milliseconds: what it was sent before may still be on its way. */
const overlap = 1000;

/** A stream that is open tells within this time which places it refuses, in milliseconds. */
const answerTime = 500;

/**
 * The one stream of events of a browser, for what all its windows follow: over HTTP/1.1 a browser opens six connections
 * to a server, and with six streams nothing else would come through. When windows come to follow something else, the
 * next stream is open a while before the last one is closed, so that nobody misses anything.
 */
export class OneStream {
	readonly #open: (url: string) => EventSource;
	readonly #wants = new Map<Teller, readonly Want[]>();
	/** what comes in at present */
	readonly #live = new Set<string>();
	/** who is in a place that comes in, as it was told last: whoever joins in later is told too */
	readonly #present = new Map<string, string>();
	/** what may not be followed, as far as is known: it is not open as soon as the stream is */
	readonly #refused = new Set<string>();
	#last: Stream | null = null;
	#now: Stream | null = null;
	#next: Stream | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#renewal: ReturnType<typeof setTimeout> | undefined;
	#leaving: ReturnType<typeof setTimeout> | undefined;

	constructor(open: (url: string) => EventSource) {
		this.#open = open;
	}

	/** What a window follows from now on, all of it; nothing when it goes. */
	want(tell: Teller, wants: readonly Want[]): void {
		const known = new Set(this.#wants.get(tell)?.map(({ id }) => id));
		this.#wants.delete(tell); // the window that asked last stands last
		if (wants.length > 0) this.#wants.set(tell, wants);
		for (const { id, on } of wants) if (!known.has(id)) this.#join(tell, id, on);
		this.#follow();
	}

	#join(tell: Teller, id: number, on: string): void {
		if (!this.#live.has(on)) return;
		tell(id, { isOpen: true });
		const people = this.#present.get(on);
		if (people !== undefined) tell(id, { kind: 'presence', data: people });
	}

	/** Opens a stream for what is wanted, unless there is one; `anew`: also then. */
	#follow(anew = false): void {
		const on = this.#wanted();
		// What nobody listens to goes by unheard: whoever comes back to it begins anew.
		for (const one of [...this.#live]) if (!on.includes(one)) this.#tellOpen(one, false);
		for (const one of [...this.#refused]) if (!on.includes(one)) this.#refused.delete(one);
		const last = this.#next ?? this.#now;
		if (!anew && last !== null && sameSet(last.on, on)) return;
		this.#next?.source.close();
		this.#next = null;
		clearTimeout(this.#timer);
		if (on.length > 0) this.#next = this.#begin(on);
		else this.#end();
	}

	/** Who asked last comes first: there may be more than a stream can be about. */
	#wanted(): readonly string[] {
		const all = [...this.#wants.values()].flatMap((wants) => wants.map(({ on }) => on));
		return [...new Set(all.toReversed())].slice(0, mostFollowed);
	}

	#begin(on: readonly string[]): Stream {
		const source = this.#open(addressOf(on.map((one) => (this.#live.has(one) ? withoutSince(one) : one))));
		const stream: Stream = { source, on, alone: [] };
		source.addEventListener('open', () => this.#opened(stream));
		source.addEventListener('error', () => this.#broke(stream));
		source.addEventListener('refused', ({ lastEventId }) => {
			if (stream === this.#last) return;
			for (const one of placesOf(stream, lastEventId)) {
				if (this.#live.has(one)) this.#tellOpen(one, false);
				this.#refused.add(one);
			}
			this.#again();
		});
		for (const kind of kinds)
			source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<unknown>) => {
				for (const one of placesOf(stream, lastEventId))
					this.#came(stream, one, { kind, data: typeof data === 'string' ? data : '' });
			});
		return stream;
	}

	/** An event of a place; while two streams are open it comes over both, and is told once. */
	#came(stream: Stream, one: string, heard: Extract<Heard, { kind: string }>): void {
		const other = stream === this.#last ? this.#now : stream === this.#now ? this.#last : null;
		if (other !== null) {
			const key = `${one} ${heard.kind} ${heard.data}`;
			const at = other.alone.indexOf(key);
			if (at !== -1) return void (other.alone = other.alone.toSpliced(at, 1));
			stream.alone = [...stream.alone, key];
		}
		if (heard.kind === 'presence' && this.#live.has(one)) this.#present.set(one, heard.data);
		this.#tell(one, heard);
	}

	#opened(stream: Stream): void {
		if (stream === this.#next) {
			this.#retire(this.#now);
			this.#now = stream;
			this.#next = null;
			clearTimeout(this.#timer);
			clearTimeout(this.#renewal);
			this.#renewal = setTimeout(() => this.#follow(true), renewAfter);
		}
		const asked = stream.on.filter((one) => this.#refused.delete(one));
		for (const one of stream.on) if (!asked.includes(one)) this.#tellOpen(one, true);
		if (asked.length > 0) setTimeout(() => this.#answered(stream, asked), answerTime);
	}

	/** What was refused before, and is not by now, comes in. */
	#answered(stream: Stream, asked: readonly string[]): void {
		const isOpen = stream === this.#now && stream.source.readyState === stream.source.OPEN;
		for (const one of asked)
			if (!isOpen) this.#refused.add(one);
			else if (!this.#refused.has(one)) this.#tellOpen(one, true);
	}

	/** The stream that was goes on for a while; at most one does. */
	#retire(stream: Stream | null): void {
		this.#closeLast();
		if (stream === null) return;
		this.#last = stream;
		this.#leaving = setTimeout(() => this.#closeLast(), overlap);
	}

	#closeLast(): void {
		clearTimeout(this.#leaving);
		this.#last?.source.close();
		this.#last = null;
		if (this.#now) this.#now.alone = [];
	}

	/** The browser tries again by itself, except after an answer that is no stream (signed out, server restarting). */
	#broke(stream: Stream): void {
		if (stream === this.#last) return this.#closeLast();
		if (stream === this.#now || this.#now === null) for (const one of stream.on) this.#tellOpen(one, false);
		if (stream.source.readyState === stream.source.CLOSED) this.#again();
	}

	#again(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#follow(true), reopenAfter);
	}

	#end(): void {
		clearTimeout(this.#renewal);
		this.#closeLast();
		this.#now?.source.close();
		this.#now = null;
	}

	#tellOpen(on: string, isOpen: boolean): void {
		if (isOpen && this.#live.has(on)) return;
		this.#live[isOpen ? 'add' : 'delete'](on);
		if (!isOpen) this.#present.delete(on);
		this.#tell(on, { isOpen });
	}

	#tell(on: string, heard: Heard): void {
		for (const [tell, wants] of this.#wants) for (const want of wants) if (want.on === on) tell(want.id, heard);
	}
}

const addressOf = (on: readonly string[]) => `/api/v1/events?${new URLSearchParams(on.map((one) => ['on', one]))}`;

/** What is followed already need not be told from the beginning once more. */
const withoutSince = (on: string): string => {
	const [projectId = '', query = ''] = on.split('?', 2);
	const rest = new URLSearchParams(query);
	rest.delete('since');
	return rest.size > 0 ? `${projectId}?${rest}` : projectId;
};

/** What an event is about: the place it names, else all of the stream. */
const placesOf = ({ on }: Stream, eventId: string): readonly string[] =>
	eventId === '' ? on : on.slice(Number(eventId), Number(eventId) + 1);

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((one) => b.includes(one));
