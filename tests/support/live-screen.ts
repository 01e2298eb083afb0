/** One message of the event stream, with the moment it arrived (`performance.now`). */
type Event = { readonly kind: string; readonly data: Record<string, unknown>; readonly at: number };

/** One screen that follows an interview over HTTP, without a browser. */
export class LiveScreen {
	readonly events: Event[] = [];
	readonly #stop = new AbortController();
	readonly #address: string;
	readonly #token: string;

	/** `path`: of the project in the API */
	constructor(origin: string, token: string, path: string, sourceId: string) {
		this.#address = `${origin}/api/v1${path}/events?sourceId=${sourceId}`;
		this.#token = token;
	}

	async open(since?: string): Promise<void> {
		const response = await fetch(`${this.#address}${since ? `&since=${encodeURIComponent(since)}` : ''}`, {
			headers: { authorization: `Bearer ${this.#token}` },
			signal: this.#stop.signal
		});
		if (response.status !== 200 || !response.body) throw new Error(`events: ${response.status}`);
		void this.#read(response.body).catch(() => {});
	}

	async #read(body: ReadableStream<Uint8Array>): Promise<void> {
		let text = '';
		const decoder = new TextDecoder();
		for await (const part of body) {
			text += decoder.decode(part, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const kind = /^event: (.*)$/m.exec(block)?.[1];
				const data = /^data: (.*)$/m.exec(block)?.[1];
				if (kind !== undefined && data !== undefined)
					this.events.push({ kind, data: JSON.parse(data) as Record<string, unknown>, at: performance.now() });
			}
		}
	}

	/** When each coding arrived. */
	added(): ReadonlyMap<string, number> {
		return new Map(
			this.events
				.filter(({ kind }) => kind === 'coding-added' || kind === 'coding-changed')
				.map(({ data, at }) => [(data['coding'] as { id: string }).id, at])
		);
	}

	peopleNow(): number {
		const last = this.events.findLast(({ kind }) => kind === 'presence');
		return last ? (last.data['people'] as unknown[]).length : 0;
	}

	close(): void {
		this.#stop.abort();
	}
}

/** Waits until something is so; an error when it takes longer than `within` milliseconds. */
export const until = async (is: () => boolean, within: number): Promise<void> => {
	const end = Date.now() + within;
	while (!is()) {
		if (Date.now() > end) throw new Error('it did not happen in time');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};
