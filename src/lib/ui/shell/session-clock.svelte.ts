/** How long a session still lasts, as the server tells it. */
export type SessionLeft = {
	readonly userId: string;
	readonly seconds: number;
	/** false when it ends at this moment in any case */
	readonly canExtend: boolean;
};

/** What the server said: null = signed out, 'unreachable' = no answer. */
export type SessionReply = SessionLeft | null | 'unreachable';

/** Asks how long the session lasts, or says that the person is there (`extend`). */
export type AskSession = (extend: boolean) => Promise<SessionReply>;

/** Time to read the warning and press a button, in seconds (WCAG 2.2.1 asks for at least 20). */
const warningTime = 120;
/** Somebody who reads or types tells the server so at most this often, in milliseconds. */
const extendEvery = 120_000;
/** While the warning is shown, another tab may have made the session longer, in milliseconds. */
const askEvery = 15_000;

type Options = { readonly ask: AskSession; readonly now: () => number; readonly onOther: () => void };

/** The end of a session that comes nearer: when to warn, and when it is over. Other tabs can move it. */
export class SessionClock {
	status = $state<'open' | 'warning' | 'ended'>('open');
	/** whole seconds until the end */
	seconds = $state(0);
	canExtend = $state(true);
	#userId: string;
	#endsAt: number;
	#extendedAt: number;
	#askedAt: number;
	#isAsking = false;
	readonly #options: Options;

	constructor(left: SessionLeft, options: Options) {
		this.#options = options;
		this.#userId = left.userId;
		this.#extendedAt = this.#askedAt = options.now();
		this.#endsAt = 0;
		this.#take(left);
	}

	/** Call once a second, and when the tab comes back into sight. */
	async tick(): Promise<void> {
		this.seconds = Math.max(0, Math.ceil((this.#endsAt - this.#options.now()) / 1000));
		if (this.status === 'ended' || this.seconds > warningTime) return;
		const isDue = this.seconds === 0 || this.status === 'open' || this.#options.now() - this.#askedAt >= askEvery;
		if (isDue) await this.#ask(false);
	}

	/** The person does something: the session gets longer, now and then. Not while a warning waits for an answer. */
	async notice(): Promise<void> {
		if (this.status !== 'open' || this.#options.now() - this.#extendedAt < extendEvery) return;
		await this.#ask(true);
	}

	/** The person wants to stay. */
	stay = async (): Promise<void> => {
		await this.#ask(true);
	};

	/** Looks again after the end: signed in once more, in another tab? */
	async lookAgain(): Promise<void> {
		await this.#ask(false);
	}

	async #ask(extend: boolean): Promise<void> {
		if (this.#isAsking) return;
		this.#isAsking = true;
		this.#askedAt = this.#options.now();
		if (extend) this.#extendedAt = this.#options.now();
		try {
			const reply = await this.#options.ask(extend);
			if (reply === 'unreachable') this.#guess();
			else if (reply === null) this.status = 'ended';
			else if (reply.userId !== this.#userId) this.#options.onOther();
			else this.#take(reply);
		} finally {
			this.#isAsking = false;
		}
	}

	#take(left: SessionLeft): void {
		this.#endsAt = this.#options.now() + left.seconds * 1000;
		this.seconds = left.seconds;
		this.canExtend = left.canExtend;
		this.status = left.seconds === 0 ? 'ended' : left.seconds <= warningTime ? 'warning' : 'open';
	}

	/** Without an answer one's own clock has to do. */
	#guess(): void {
		if (this.status === 'ended') return;
		this.status = this.seconds === 0 ? 'ended' : 'warning';
	}
}
