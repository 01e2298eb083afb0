import type { SourceImportAnswer } from '#lib/contract/source-import.ts';
import type { ImportRequests } from './import-client.ts';

export type ImportItemState = 'waiting' | 'sending' | 'reading' | 'done' | 'failed' | 'stopped';

/** Many files that go together: a zip, or more files than are shown one by one. */
export type ImportItem = {
	readonly id: number;
	/** empty for an import that was begun before this page was opened */
	readonly files: readonly File[];
	readonly state: ImportItemState;
	/** how much was sent, from 0 to 1 */
	readonly sent: number;
	readonly problems: readonly string[];
	/** the last answer did not come; what is shown may be old */
	readonly isLost: boolean;
	readonly answer: SourceImportAnswer | null;
};

/** Files of which more are added at once go together. */
export const mostOneByOne = 20;
const mostTogether = 500;
const largestTogether = 90_000_000; // bytes of one request; the server takes 100 MB

/** Whether files are handed over together: a zip, or many. */
export const goTogether = (files: readonly File[]): boolean =>
	files.length > mostOneByOne || files.some(({ name }) => /\.zip$/i.test(name));

/** Imports that are handed over one after the other and then followed until they are done. */
export class ImportList {
	items = $state.raw<readonly ImportItem[]>([]);
	isSending = $state(false);
	readonly #requests: ImportRequests;
	readonly #pause: () => Promise<void>;
	#next = 1;
	#sending: { readonly id: number; readonly stop: AbortController } | null = null;

	constructor(requests: ImportRequests, pause: () => Promise<void> = () => after(1000)) {
		this.#requests = requests;
		this.#pause = pause;
	}

	get waiting(): readonly ImportItem[] {
		return this.items.filter(({ state }) => state === 'waiting');
	}

	/** Whether leaving now would lose something: what the server has goes on by itself. */
	get hasUnsent(): boolean {
		return this.items.some(({ state }) => state === 'waiting' || state === 'sending');
	}

	/** Puts files in the list; each zip by itself, the rest in as few requests as fit. */
	add(files: readonly File[]): void {
		const isZip = ({ name }: File) => /\.zip$/i.test(name);
		const groups: File[][] = files.filter(isZip).map((file) => [file]);
		let group: File[] = [];
		for (const file of files.filter((one) => !isZip(one))) {
			const size = group.reduce((sum, one) => sum + one.size, 0);
			if (group.length >= mostTogether || size + file.size > largestTogether) {
				groups.push(group);
				group = [];
			}
			group.push(file);
		}
		if (group.length > 0) groups.push(group);
		const added = groups
			.filter(({ length }) => length > 0)
			.map((one): ImportItem => ({ ...begun, id: this.#next++, files: one }));
		this.items = [...this.items, ...added];
	}

	/** Shows an import that was begun before this page was opened. */
	async follow(importId: string): Promise<void> {
		const id = this.#next++;
		this.items = [...this.items, { ...begun, id, state: 'reading', files: [] }];
		await this.#watch(id, importId);
	}

	/** Hands over what waits, with the place where all of it belongs. */
	async start(fields: Readonly<Record<string, string>>): Promise<void> {
		if (this.isSending) return;
		this.isSending = true;
		const watched: Promise<void>[] = [];
		for (let item = this.waiting[0]; item; item = this.waiting[0]) {
			const answer = await this.#send(item, fields);
			if (answer) watched.push(this.#watch(item.id, answer.id));
		}
		this.isSending = false;
		await Promise.all(watched);
	}

	/** Breaks off what is being sent, or lets go what the server has not read yet. */
	async stop(id: number): Promise<void> {
		if (this.#sending?.id === id) return this.#sending.stop.abort();
		const importId = this.#find(id)?.answer?.id;
		if (importId === undefined) return;
		const reply = await this.#requests.cancel(importId);
		if (reply.ok) this.#change(id, { answer: reply.value });
		else this.#change(id, { problems: reply.messages });
	}

	/** Tries once more what was not handed over. */
	again(id: number): void {
		this.#change(id, { state: 'waiting', sent: 0, problems: [] });
	}

	/** Takes something out of the list that is not being sent; what the server has goes on. */
	remove(id: number): void {
		this.items = this.items.filter((item) => item.id !== id || item.state === 'sending');
	}

	async #send(item: ImportItem, fields: Readonly<Record<string, string>>): Promise<SourceImportAnswer | null> {
		const stop = new AbortController();
		this.#sending = { id: item.id, stop };
		this.#change(item.id, { state: 'sending', sent: 0, problems: [] });
		const reply = await this.#requests.send(item.files, fields, (sent) => this.#change(item.id, { sent }), stop.signal);
		this.#sending = null;
		if (reply === 'stopped') this.#change(item.id, { state: 'stopped' });
		else if (!reply.ok) this.#change(item.id, { state: 'failed', problems: reply.messages });
		else this.#change(item.id, { state: 'reading', sent: 1, answer: reply.value });
		// The stop came when the server had everything: it lets go of what it has not read.
		if (stop.signal.aborted) await this.stop(item.id);
		return reply !== 'stopped' && reply.ok ? reply.value : null;
	}

	async #watch(id: number, importId: string): Promise<void> {
		for (let item = this.#find(id); item; item = this.#find(id)) {
			if (item.answer?.isDone) return this.#change(id, { state: 'done', isLost: false });
			if (item.answer !== null) await this.#pause();
			const reply = await this.#requests.read(importId);
			if (reply.ok) this.#change(id, { answer: reply.value, isLost: false });
			else if (reply.status === 404) return this.#change(id, { state: 'failed', problems: reply.messages });
			else {
				this.#change(id, { isLost: true });
				await this.#pause();
			}
		}
	}

	#find(id: number): ImportItem | undefined {
		return this.items.find((item) => item.id === id);
	}

	#change(id: number, change: Partial<ImportItem>): void {
		this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
	}
}

const begun = { state: 'waiting' as const, sent: 0, problems: [], isLost: false, answer: null };

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
