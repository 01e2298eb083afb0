import { SvelteSet } from 'svelte/reactivity';
import type { MemoAnswer } from '#lib/contract/memo.ts';
import { memoName } from '#lib/domain/memo/memo-name.ts';
import type { MemoAbout } from '#lib/domain/memo/memo.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import { MemoClient, type MemoFilter, type MemoPage } from './memo-client.ts';
import { MemoDrafts } from './memo-drafts.ts';
import { MemoList } from './memo-list.svelte.ts';
import { MemoWriting } from './memo-writing.svelte.ts';

type Start = {
	readonly projectId: string;
	/** who writes */
	readonly userId: string;
	readonly mayWrite: boolean;
	readonly filter: MemoFilter;
	readonly first?: MemoPage | null;
};

/** The memos of a page with what can be done with them. */
export class MemoBoard {
	readonly projectId: string;
	readonly mayWrite: boolean;
	readonly #userId: string;
	readonly client: MemoClient;
	readonly list: MemoList;
	/** the memos that are open to write in */
	readonly open = new SvelteSet<string>();
	/** what the memo that is being written is about; null = no new memo */
	writingAbout = $state.raw<MemoAbout | null>(null);
	/** said to a screen reader */
	announcement = $state('');

	constructor({ projectId, userId, mayWrite, filter, first = null }: Start) {
		this.projectId = projectId;
		this.#userId = userId;
		this.mayWrite = mayWrite;
		this.client = new MemoClient(projectId, userId);
		this.list = new MemoList(this.client, filter, first);
	}

	/** Drafts live in the browser: ask for them there only. */
	get drafts(): MemoDrafts {
		return new MemoDrafts(this.projectId, this.#userId, sessionStorage);
	}

	/** A memo, or a new one about something, as somebody writes it. */
	writing(memo: MemoAnswer | null, about: MemoAbout): MemoWriting {
		const onStored = (stored: MemoAnswer) => this.list.put(stored);
		return new MemoWriting({ client: this.client, drafts: this.drafts, about, memo, onStored });
	}

	/** Takes up what was being written before the page was read again. */
	takeUpDrafts(abouts: readonly MemoAbout[]): void {
		if (!this.mayWrite) return;
		const { drafts } = this;
		if (drafts.isEmpty) return;
		for (const { id, permissions } of this.list.items)
			if (permissions.mayChange && drafts.read({ memoId: id })) this.open.add(id);
		this.writingAbout ??= abouts.find((about) => drafts.read({ about })) ?? null;
	}

	/** Takes a memo away; `onBack` is called once it is there again. */
	async remove(memo: MemoAnswer, onBack: () => void = () => {}): Promise<void> {
		const reply = await this.client.remove(memo.id);
		if (!reply.ok) return void toasts.fail(reply.message);
		this.open.delete(memo.id);
		this.drafts.forget({ memoId: memo.id });
		this.list.drop(memo.id);
		toasts.say(m.memo_removed({ name: memoName(memo) }), {
			label: m.shell_undo(),
			onDo: () => void this.#restore(memo).then(onBack)
		});
	}

	async settle(memo: MemoAnswer, isSettled: boolean): Promise<void> {
		const said = isSettled ? m.memo_settled_said() : m.memo_reopened_said();
		this.#put(await this.client.settle(memo.id, isSettled), said);
	}

	async share(memo: MemoAnswer, isShared: boolean): Promise<void> {
		const visibility = isShared ? 'shared' : 'private';
		const reply = await this.client.change(memo.id, { version: memo.version, visibility });
		this.#put(reply, isShared ? m.memo_shared_said() : m.memo_unshared_said());
	}

	async #restore(memo: MemoAnswer): Promise<void> {
		const reply = await this.client.restore(memo.id);
		this.#put(reply, m.memo_restored());
		// In its own place again, also among memos that came later.
		if (reply.ok) this.list.refreshSoon();
	}

	#put(reply: Reply<MemoAnswer>, said: string): void {
		if (!reply.ok) {
			toasts.fail(reply.message);
			if (reply.status === 409) this.list.refreshSoon();
			return;
		}
		this.list.put(reply.value);
		this.announcement = said;
	}
}
