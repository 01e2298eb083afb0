import type { Reply } from '../api/ask.ts';
import {
	countRead,
	firstUnread,
	isPassedWithFocus,
	isReading,
	isRead,
	joinSpans,
	readOn,
	spansOf,
	type ReadTurns
} from '#lib/domain/source/reading.ts';
import type { RecordReadingInput } from '#lib/contract/assignment.ts';

const look = 1000; // ms between two looks at what is on the screen
const together = 3000; // ms between two reports to the server

/** What reading is about: the turns of one text, and how they are told to the server. */
export type ReadText = {
	readonly version: number;
	readonly turns: readonly { readonly ordinal: number; readonly start: number; readonly end: number }[];
	readonly current: number;
	readonly tell: (input: RecordReadingInput) => Promise<Reply<null>>;
};

/** The first and the last turn on the screen. */
export type Sight = { readonly first: number; readonly last: number };

/** Keeps which turns somebody read, and tells it in small batches. It looks once a second, and never while drawing. */
export class DeskReading {
	#read = $state.raw<ReadTurns>([]);
	readonly count = $derived.by(() => countRead(this.#read));
	readonly #text: ReadText;
	#credit = 0;
	#lookedAt = 0;
	#activeAt = 0;
	#focus: { readonly ordinal: number; readonly since: number } | null = null;
	#fresh: readonly number[] = [];
	#timer: ReturnType<typeof setTimeout> | null = null;
	#isStale = false;

	constructor(text: ReadText, read: ReadTurns) {
		this.#text = text;
		this.#read = read;
	}

	/** Begins to look; answers how to stop. */
	start(inSight: () => Sight | null, now: () => number = () => performance.now()): () => void {
		const active = () => (this.#activeAt = now());
		const signs = ['keydown', 'pointermove', 'pointerdown', 'wheel', 'touchmove'] as const;
		for (const sign of signs) document.addEventListener(sign, active, { passive: true, capture: true });
		active();
		this.#lookedAt = now();
		const timer = setInterval(() => this.look(document.hidden ? null : inSight(), now()), look);
		const leave = () => document.hidden && this.flush();
		const unload = () => this.flush();
		document.addEventListener('visibilitychange', leave);
		addEventListener('pagehide', unload);
		return () => {
			clearInterval(timer);
			for (const sign of signs) document.removeEventListener(sign, active, { capture: true });
			document.removeEventListener('visibilitychange', leave);
			removeEventListener('pagehide', unload);
			this.flush();
		};
	}

	/** What was read since the last look. */
	look(sight: Sight | null, at: number): void {
		const elapsed = Math.min(at - this.#lookedAt, 2 * look);
		this.#lookedAt = at;
		if (!sight || !isReading(at - this.#activeAt)) return;
		const inSight = this.#text.turns
			.filter(({ ordinal }) => sight.first <= ordinal && ordinal <= sight.last && !isRead(this.#read, ordinal))
			.map(({ ordinal, start, end }) => ({ ordinal, characters: end - start }));
		const { read, credit } = readOn(inSight, this.#focus?.ordinal ?? null, this.#credit, elapsed);
		this.#credit = credit;
		this.#add(read);
	}

	/** The focus came into a turn. */
	enter(ordinal: number, at = performance.now()): void {
		if (this.#focus?.ordinal === ordinal) return;
		const before = this.#focus;
		this.#focus = { ordinal, since: at };
		if (before && isPassedWithFocus(before.ordinal, ordinal, at - before.since)) this.#add([before.ordinal]);
	}

	/** The first turn that was not read; null = all were. */
	get next(): number | null {
		return firstUnread(
			this.#read,
			this.#text.turns.map(({ ordinal }) => ordinal)
		);
	}

	/** Marks the whole text as read. */
	markAll(): void {
		this.#add(this.#text.turns.map(({ ordinal }) => ordinal));
		this.flush();
	}

	/** Marks a turn and all behind it as unread. */
	async unreadFrom(ordinal: number): Promise<Reply<null>> {
		this.flush();
		const last = this.#text.turns.at(-1)?.ordinal ?? ordinal;
		this.#read = this.#read
			.filter(({ first }) => first < ordinal)
			.map((span) => ({ first: span.first, last: Math.min(span.last, ordinal - 1) }));
		this.#credit = 0;
		return this.#text.tell({ version: this.#text.version, unread: [{ first: ordinal, last }], at: ordinal });
	}

	/** Tells what was not told yet. */
	flush(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#fresh.length === 0 || this.#isStale) return;
		const { version, current, tell } = this.#text;
		const told = this.#fresh;
		this.#fresh = [];
		void tell({ version, read: spansOf(told).map((span) => ({ ...span })), at: current }).then((reply) => {
			if (reply.ok) return;
			// A text with another version is read from anew; what failed otherwise goes with the next batch.
			if (reply.status === 409) this.#isStale = true;
			else this.#fresh = [...told, ...this.#fresh];
		});
	}

	#add(ordinals: readonly number[]): void {
		const fresh = ordinals.filter((ordinal) => !isRead(this.#read, ordinal));
		if (fresh.length === 0) return;
		this.#read = joinSpans([...this.#read, ...spansOf(fresh)]);
		this.#fresh = [...this.#fresh, ...fresh];
		this.#timer ??= setTimeout(() => this.flush(), together);
	}
}
