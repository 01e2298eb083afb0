import type { ListedSourceItem } from '#lib/contract/source-preparation.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { WorkClient } from '../work/work-client.ts';
import type { SourceClient } from './source-client.ts';
import type { Reply } from '../api/ask.ts';

/** What is done with sources from their list: each act tells how it ended, and the list is read again. */
export class SourceActs {
	/** the source that somebody is asked about before it goes */
	leaving = $state.raw<ListedSourceItem | null>(null);
	isDeleting = $state(false);
	readonly #sources: SourceClient;
	readonly #work: WorkClient;
	/** reads the list again */
	readonly refresh: () => Promise<unknown>;

	constructor(sources: SourceClient, work: WorkClient, refresh: () => Promise<unknown>) {
		this.#sources = sources;
		this.#work = work;
		this.refresh = refresh;
	}

	async remove(item: ListedSourceItem): Promise<void> {
		this.isDeleting = true;
		const reply = await this.#sources.remove(item.id, (item.codings ?? 0) > 0);
		this.isDeleting = false;
		this.leaving = null;
		if (await this.#hasFailed(reply)) return;
		toasts.say(m.source_deleted({ title: item.title }), { label: m.shell_undo(), onDo: () => this.#restore(item) });
	}

	/** Hands a source over; what stops it is said, and then the page of the source helps. */
	async handOver({ id, title }: ListedSourceItem): Promise<void> {
		if (await this.#hasFailed(await this.#sources.update(id, { status: 'handed-over' }))) return;
		toasts.say(m.source_next_handed_over({ title }));
	}

	async unassign(assignmentIds: readonly string[]): Promise<void> {
		if (await this.#hasFailed(await this.#work.unassign(assignmentIds))) return;
		toasts.say(m.work_unassigned({ n: assignmentIds.length }));
	}

	async #restore({ id, title }: ListedSourceItem): Promise<void> {
		if (await this.#hasFailed(await this.#sources.restore(id))) return;
		toasts.say(m.source_restored({ title }));
	}

	async #hasFailed(reply: Reply<unknown>): Promise<boolean> {
		if (reply.ok) await this.refresh();
		else toasts.fail(reply.message);
		return !reply.ok;
	}
}
