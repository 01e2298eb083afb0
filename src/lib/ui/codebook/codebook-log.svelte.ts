import { unique } from '../coding/index-by.ts';
import type { CodeChangeAnswer, CodeChangesAnswer, RetakenChangeAnswer } from '#lib/contract/code-change.ts';
import { m } from '#lib/paraglide/messages.js';
import { ask } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import { sayChange } from './say-change.ts';

/** The log of the codebook on a screen, with undo and redo of what this person did; it lives on the server. */
export class CodebookLog {
	items = $state.raw<readonly CodeChangeAnswer[]>([]);
	undo = $state.raw<CodeChangeAnswer | null>(null);
	redo = $state.raw<CodeChangeAnswer | null>(null);
	nextCursor = $state.raw<string | null>(null);
	isBusy = $state(false);
	#asked = 0;
	#shown = 0;
	#coming: Promise<unknown> = Promise.resolve();
	readonly #path: string;
	/** the codebook changed */
	readonly #onChange: (codeId: string | null) => Promise<void>;

	constructor(projectId: string, onChange: (codeId: string | null) => Promise<void>) {
		this.#path = `/api/v1/projects/${projectId}/code-changes`;
		this.#onChange = onChange;
	}

	async load(): Promise<void> {
		const asked = (this.#asked += 1);
		const reply = await ask<CodeChangesAnswer>('GET', this.#path);
		// An answer that was overtaken knows less than the one that is shown.
		if (!reply.ok || asked < this.#shown) return;
		this.#shown = asked;
		({ items: this.items, undo: this.undo, redo: this.redo, nextCursor: this.nextCursor } = reply.value);
	}

	async loadMore(): Promise<void> {
		if (this.nextCursor === null) return;
		const reply = await ask<CodeChangesAnswer>('GET', `${this.#path}?cursor=${encodeURIComponent(this.nextCursor)}`);
		if (!reply.ok) return void toasts.fail(reply.message);
		this.items = [...this.items, ...reply.value.items];
		this.nextCursor = reply.value.nextCursor;
	}

	/** The change by which a code went, as far as it was read. */
	howGone(codeId: string): CodeChangeAnswer | null {
		const hasIt = ({ codes }: CodeChangeAnswer) => codes.some(({ id, isHere }) => id === codeId && !isHere);
		const takes = ({ kind, undoneAt }: CodeChangeAnswer) =>
			undoneAt === null && (kind === 'delete' || kind === 'merge');
		return this.items.find((change) => takes(change) && hasIt(change)) ?? null;
	}

	/** A change on its way: undo waits for it, so that it never takes back the one before it. */
	making<T>(change: Promise<T>): Promise<T> {
		this.#coming = change.catch(() => {});
		return change;
	}

	async undoLast(): Promise<void> {
		await this.#upToDate();
		if (this.undo) await this.undoOne(this.undo.id);
		else toasts.say(m.codebook_undo_none());
	}

	async redoLast(): Promise<void> {
		await this.#upToDate();
		if (this.redo) await this.#retake(this.redo.id, 'redoing');
		else toasts.say(m.codebook_redo_none());
	}

	undoOne(id: string): Promise<void> {
		return this.#retake(id, 'undoing');
	}

	redoOne(id: string): Promise<void> {
		return this.#retake(id, 'redoing');
	}

	/** The way back of a change, for a message that tells of it. */
	wayBack(id: string | null) {
		return id === null ? null : { label: m.codebook_undo(), onDo: () => void this.undoOne(id) };
	}

	/** What is last may be newer than what was read: of this screen a moment ago, or of another one of the same person. */
	async #upToDate(): Promise<void> {
		await this.#coming;
		await this.load();
	}

	async #retake(id: string, way: 'undoing' | 'redoing'): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const reply = await ask<RetakenChangeAnswer>('POST', `${this.#path}/${id}/${way}`);
		this.isBusy = false;
		if (!reply.ok) {
			toasts.fail(reply.message);
			return this.load();
		}
		const { change, left, spared } = reply.value;
		const what = sayChange(change);
		const names = unique(spared.map(({ name }) => name)).join(', ');
		toasts.say(
			[
				way === 'undoing' ? m.codebook_undone({ what }) : m.codebook_redone({ what }),
				names ? m.codebook_spared({ names }) : '',
				left > 0 ? m.codebook_left({ n: left }) : ''
			]
				.filter(Boolean)
				.join(' · ')
		);
		await this.#onChange(change.codes[0]?.id ?? null);
		await this.load();
	}
}
